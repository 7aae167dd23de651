"""What the worker does for calendars and lapsed sets while nobody looks."""

from datetime import datetime
from uuid import UUID

from askwell.web.calendar.operations.lapses import notice_lapse
from askwell.web.calendar.operations.telling import tell_of
from askwell.web.calendar.queries.lapses import pauses_to_notice
from askwell.web.calendar.queries.telling import meetings_to_tell_of

# So many meetings at a time; the next run goes on with the rest.
BATCH = 200


def keep_calendars(*, at: datetime) -> int:
    """Tell every calendar what it does not know yet, and say how many were told.

    Reads what is so, not what happened: whatever was cut off is made up for by the
    next run, and what has been told is not told again.
    """
    waiting: list[UUID] = list(
        meetings_to_tell_of(at=at).values_list("pk", flat=True)[:BATCH]
    )
    return sum(tell_of(meeting, at=at) for meeting in waiting)


def notice_lapses(*, at: datetime) -> int:
    """Tell those who lead sets that stopped meeting, and say how many were told."""
    return sum(notice_lapse(pause, at=at) for pause in pauses_to_notice(at=at))
