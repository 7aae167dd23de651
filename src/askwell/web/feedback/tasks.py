"""What is done for feedback while nobody looks."""

from datetime import datetime

from askwell.web.feedback.models import Asking
from askwell.web.feedback.operations.asking import close_overdue
from askwell.web.feedback.operations.observing import forget_drafts

AT_ONCE = 200


def close_askings(*, at: datetime) -> int:
    """Close what was open for a week; says how many."""
    over = Asking.objects.filter(closed_at=None, opened_at__lte=at - Asking.LASTS)
    return sum(close_overdue(each, at=at) for each in over[:AT_ONCE])


def forget_unsigned(*, at: datetime) -> int:
    """Delete what observers wrote and never signed; says how many."""
    return forget_drafts(at=at)
