"""The week as the composer has it: half hours of UTC at which a meeting could begin."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from askwell.web.intake import weeks

STEP = timedelta(minutes=weeks.MINUTES)
# What is assumed of whoever painted no week: nine to five, Monday to Friday.
USUAL = sum(weeks.span(day, (9, 17)) for day in weeks.WEEKDAYS)


def monday_of(day: date) -> datetime:
    """The beginning of the UTC week in which a day lies."""
    monday = day - timedelta(days=day.weekday())
    return datetime.combine(monday, time(), tzinfo=UTC)


@lru_cache(maxsize=4096)
def beginnings(painted: int, zone: str, minutes: int, monday: datetime) -> int:
    """Where in one week a meeting can begin that lasts within what somebody painted."""
    return weeks.beginnings(weeks.in_utc(painted, zone, monday.date()), minutes)


def beginnings_in(mask: int, monday: datetime) -> Iterator[datetime]:
    """The instants of one week that a mask stands for, the earliest first."""
    for step in range(weeks.SLOTS):
        if mask >> step & 1:
            yield monday + step * STEP


@dataclass(frozen=True)
class Stretch:
    """On a weekday, a meeting could begin at any half hour from `first` to `last`."""

    weekday: int
    first: time
    last: time

    @property
    def length(self) -> timedelta:
        day = date(2000, 1, 3)
        return datetime.combine(day, self.last) - datetime.combine(day, self.first)


def stretches(mask: int, monday: datetime, zone: ZoneInfo) -> list[Stretch]:
    """The common times of a week on one zone's clocks, in the order of the week."""
    found = [each.astimezone(zone) for each in beginnings_in(mask, monday)]
    return [
        Stretch(run[0].weekday(), run[0].time(), run[-1].time())
        for run in _runs(sorted(found, key=lambda each: (each.weekday(), each.time())))
    ]


def _runs(instants: Iterable[datetime]) -> Iterator[list[datetime]]:
    """Instants of the same day that follow one another by half hours."""
    run: list[datetime] = []
    for each in instants:
        if run and (each.date() != run[-1].date() or each - run[-1] > STEP):
            yield run
            run = []
        run.append(each)
    if run:
        yield run
