"""A painted week, and when in it a meeting can begin; plain numbers, no Django.

A week is 336 half hours from Monday 00:00, one bit each, the lowest first. People
paint on their own clocks; the composer compares weeks in UTC. A week has no ends:
what runs past Sunday night goes on at Monday morning.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MINUTES = 30
A_DAY = 24 * 60 // MINUTES
SLOTS = 7 * A_DAY
ALL = (1 << SLOTS) - 1
# What is shown to be painted: from 07:00 to 20:00.
FROM, TO = 7 * 60 // MINUTES, 20 * 60 // MINUTES
WEEKDAYS, WEEKEND = range(5), range(5, 7)


def slot(day: int, half_hour: int) -> int:
    """Which bit; Monday is day 0, midnight half hour 0."""
    return day * A_DAY + half_hour


def span(day: int, hours: tuple[float, float]) -> int:
    """The half hours from one hour of a day to another."""
    begin, end = (int(hour * 60) // MINUTES for hour in hours)
    return sum(1 << slot(day, each) for each in range(begin, end))


def of_slots(slots: Iterable[int]) -> int:
    week = 0
    for each in slots:
        week |= 1 << each
    return week


def slots_of(week: int) -> Iterator[int]:
    """The half hours of a week, the earliest first."""
    return (each for each in range(SLOTS) if week >> each & 1)


def written(week: int) -> str:
    """As it is kept: 84 letters, the last four bits first; empty for an empty week."""
    return f"{week:084x}" if week else ""


def read(kept: str) -> int:
    """The week that was written; what is not a week is an empty one."""
    try:
        return int(kept or "0", 16) & ALL
    except ValueError:
        return 0


def turned(week: int, by: int) -> int:
    """The week moved on by so many half hours, around its end."""
    by %= SLOTS
    return (week << by | week >> (SLOTS - by)) & ALL


def in_utc(week: int, zone: str, on: date) -> int:
    """The same hours in UTC, by what the clocks of the zone show in the week of `on`.

    Each day by its own offset, so that a week in which the clocks change is right on
    both sides. Where an offset is no whole number of half hours, as in Kathmandu,
    only half hours that lie wholly inside the painted ones are kept.
    """
    monday = on - timedelta(days=on.weekday())
    mask = 0
    for day in range(7):
        hours = week & span(day, (0, 24))
        if hours:
            at = monday + timedelta(days=day)
            mask |= _shifted(week, hours, _offset(ZoneInfo(zone), at))
    return mask


def _shifted(week: int, hours: int, offset: int) -> int:
    """Some hours of the week, moved from the clocks that are `offset` minutes ahead."""
    halves, rest = divmod(offset, MINUTES)
    if not rest:
        return turned(hours, -halves)
    # Between two painted half hours; the later one may be of the next day.
    return turned(hours & turned(week, -1), -halves)


def _offset(zone: ZoneInfo, on: date) -> int:
    """Minutes ahead of UTC at noon of a day."""
    ahead = datetime.combine(on, time(12), tzinfo=zone).utcoffset() or timedelta()
    return int(ahead.total_seconds()) // 60


def beginnings(mask: int, minutes: int) -> int:
    """Where a meeting of so many minutes can begin and last within the mask."""
    found = mask
    for each in range(1, slots_for(minutes)):
        found &= turned(mask, -each)
    return found


def slots_for(minutes: int) -> int:
    """Half hours a meeting takes, the last one counted whole."""
    return -(-minutes // MINUTES)


def hours_in(week: int) -> float:
    return week.bit_count() * MINUTES / 60


def days_with_room(week: int, minutes: int) -> int:
    """On how many days of the painted week a meeting of so many minutes finds room."""
    starts = beginnings(week, minutes)
    return sum(bool(starts & span(day, (0, 24))) for day in range(7))
