"""Which way of meeting fits, and when a first meeting may be; pure suggestions."""

from datetime import datetime, time, timedelta

from askwell.process.formats import format_named
from askwell.process.formats.shape import Format

SHORT = 60
# Two turns find room in these, the second for more than six people.
USUAL_MINUTES, MORE_MINUTES = 150, 180
COUNT, EVERY_WEEKS = 6, 5
# Enough people for a set, the best number, and as many as there is time for.
LEAST, BEST_FROM, BEST_TO, MOST = 4, 5, 8, 12
# A first meeting needs time to answer an invitation: two weeks, on a day when most
# people work, at an hour when few do not.
NOTICE_DAYS = 14
HOUR, NOON = time(10), time(12)
HALF_A_DAY = timedelta(hours=4)
TUESDAY, THURSDAY = 1, 3


def fitting(*, minutes: int, facilitated: bool) -> Format:
    """For an hour, for longer, and where nobody wants to facilitate."""
    if not facilitated and minutes > SHORT:
        return format_named("self_managed")
    return format_named("virtual_60" if minutes <= SHORT else "classic_uk")


def usual_minutes(people: int) -> int:
    """How long a meeting takes in which two people present."""
    few = people <= format_named("virtual_60").most_people
    return USUAL_MINUTES if few else MORE_MINUTES


def is_crowded(*, minutes: int, people: int) -> bool:
    """Whether an hour is short for so many."""
    return minutes <= SHORT and people > format_named("virtual_60").most_people


def first_meeting(now: datetime) -> datetime:
    """A Tuesday, Wednesday or Thursday in about two weeks, in the middle of a morning.

    On the clocks that `now` is given in, and without their zone.
    """
    day = now.date() + timedelta(days=NOTICE_DAYS)
    while not TUESDAY <= day.weekday() <= THURSDAY:
        day += timedelta(days=1)
    return datetime.combine(day, HOUR)


def dates_to_ask(first: datetime) -> list[datetime]:
    """Two dates in the first one's week and two in the next, at both ends of a day."""
    other_end = HALF_A_DAY if first.time() < NOON else -HALF_A_DAY
    week = timedelta(weeks=1)
    another = first + timedelta(days=1) + other_end
    return [first, another, first + week, another + week]
