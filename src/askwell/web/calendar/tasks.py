"""What the worker does for calendars and lapsed sets while nobody looks."""

from datetime import datetime

from askwell.web.calendar.operations.lapses import notice_lapse
from askwell.web.calendar.operations.telling import tell_all
from askwell.web.calendar.queries.lapses import pauses_to_notice


def keep_calendars(*, at: datetime) -> int:
    """Tell calendars what is new, and say how many were told."""
    return tell_all(at=at)


def notice_lapses(*, at: datetime) -> int:
    """Tell those who lead sets that stopped meeting, and say how many were told."""
    return sum(notice_lapse(pause, at=at) for pause in pauses_to_notice(at=at))
