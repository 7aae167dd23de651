"""In which weeks the sets of a cohort meet, worked out from a few numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WEEK = timedelta(weeks=1)
# So long after the last meeting a programme takes stock before it ends.
TAKING_STOCK = timedelta(weeks=4)
# Somebody who begins a programme today has so long for people and their answers.
PREPARING = timedelta(weeks=6)
# Weeks in which most offices are empty: the last of a year and the first.
QUIET = ((12, 22), (1, 3))


@dataclass(frozen=True)
class Week:
    """One week of a programme, by its Monday; its number if sets meet in it."""

    monday: date
    meeting: int | None = None
    is_quiet: bool = False

    @property
    def friday(self) -> date:
        return self.monday + timedelta(days=4)


@dataclass(frozen=True)
class Cycle:
    """All weeks from the first meeting to the last, and when the programme ends."""

    weeks: tuple[Week, ...]
    ends_on: date

    @property
    def meetings(self) -> list[Week]:
        """The weeks in which sets meet."""
        return [each for each in self.weeks if each.meeting]

    @property
    def late(self) -> list[Week]:
        """Those meetings that would come after the programme's own end."""
        return [each for each in self.meetings if each.monday > self.ends_on]

    @property
    def quiet(self) -> list[Week]:
        """Those that fall where many are away."""
        return [each for each in self.meetings if each.is_quiet]


def cycle(starts_on: date, ends_on: date, *, meetings: int, every_weeks: int) -> Cycle:
    """The first meetings are in the week of `starts_on`."""
    first = monday_of(starts_on)
    numbers = {first + WEEK * every_weeks * n: n + 1 for n in range(meetings)}
    count = (max(numbers, default=first) - first) // WEEK + 1
    mondays = [first + WEEK * n for n in range(count)]
    weeks = [Week(each, numbers.get(each), _is_quiet(each)) for each in mondays]
    return Cycle(tuple(weeks), ends_on)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def first_start(today: date) -> date:
    """A Monday far enough away to ask people and put them into sets."""
    return monday_of(today + PREPARING + timedelta(days=6))


def usual_end(starts_on: date, *, meetings: int, every_weeks: int) -> date:
    """The Friday on which a programme has taken stock of its last meetings."""
    last = monday_of(starts_on) + WEEK * every_weeks * (meetings - 1)
    return last + TAKING_STOCK + timedelta(days=4)


def _is_quiet(monday: date) -> bool:
    days: Sequence[date] = [monday + timedelta(days=n) for n in range(5)]
    after, before = QUIET
    return any((d.month, d.day) >= after or (d.month, d.day) <= before for d in days)
