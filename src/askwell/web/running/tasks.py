"""What is done for programmes while nobody looks."""

from datetime import datetime

from askwell.web.running.models import WindUp
from askwell.web.running.operations.attendance import count_turnouts, forget_turnouts
from askwell.web.running.operations.reminding import remind
from askwell.web.running.operations.winding import clear
from askwell.web.running.queries.programmes import to_remind


def keep_turnouts(*, at: datetime) -> int:
    """Count who came to meetings that have closed; forget what is no longer told."""
    return count_turnouts() + forget_turnouts()


def remind_managers(*, at: datetime) -> int:
    """Once a week, those for whom something truly waits."""
    return sum(remind(each, at=at) for each in to_remind(at=at))


def clear_ended_programmes(*, at: datetime) -> int:
    """Delete the lists of programmes that ended thirty days ago."""
    due = WindUp.objects.filter(cleared_at__isnull=True, clears_at__lte=at)
    return sum(clear(each, at=at) for each in due)
