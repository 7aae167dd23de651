"""What is done for feedback while nobody looks."""

from datetime import datetime

from askwell.web.feedback.models import Asking
from askwell.web.feedback.operations.asking import close_overdue

AT_ONCE = 200


def close_askings(*, at: datetime) -> int:
    """Close what was open for a week, or waits for nobody any more."""
    waiting = Asking.objects.filter(closed_at__isnull=True).select_related("meeting")
    return sum(close_overdue(each, at=at) for each in waiting[:AT_ONCE])
