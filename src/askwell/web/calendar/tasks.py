"""What the worker does for calendars and lapsed sets while nobody looks."""

from datetime import datetime, timedelta
from typing import ClassVar

from askwell.web.calendar.operations.lapses import notice_lapse
from askwell.web.calendar.operations.telling import tell_all
from askwell.web.calendar.queries.lapses import pauses_to_notice
from askwell.web.calendar.queries.telling import Counted, counted


def keep_calendars(*, at: datetime) -> int:
    """Tell calendars what is new, and say how many were told."""
    return tell_all(at=at)


class Watch:
    """Keeps calendars, looking closely only after something has changed.

    To look at every meeting ahead takes long where there are many; to count what has
    changed does not. Whatever escaped the counting is found after a while.
    """

    LONGEST: ClassVar[timedelta] = timedelta(minutes=5)

    def __init__(self) -> None:
        self._seen: Counted | None = None
        self._until: datetime | None = None

    def __call__(self, *, at: datetime) -> int:
        now = counted()
        if now == self._seen and self._until and at < self._until:
            return 0
        told = keep_calendars(at=at)
        # There may be more to tell than is told at a time.
        self._seen = None if told else now
        self._until = at + self.LONGEST
        return told


def notice_lapses(*, at: datetime) -> int:
    """Tell those who lead sets that stopped meeting, and say how many were told."""
    return sum(notice_lapse(pause, at=at) for pause in pauses_to_notice(at=at))
