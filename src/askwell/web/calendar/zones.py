"""How a calendar file says what a time zone's clocks do: a yearly rule for each change.

Outlook reads one yearly rule for each of the two changes and nothing else. A zone
whose changes follow no such rule gets no VTIMEZONE, and its meetings are written in
UTC, which no calendar misreads.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

# A rule must hold from the year before the first meeting until so many years after.
YEARS_AHEAD = 8
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
STEP = timedelta(days=7)
UTC_ITSELF = frozenset({"UTC", "Etc/UTC", "Etc/UCT", "UCT", "Zulu", "Etc/Zulu"})
# What the file wants is local time.
ALWAYS = datetime(1970, 1, 1)  # noqa: DTZ001


@dataclass(frozen=True)
class Change:
    """One change of a zone's clocks; `local` is what they show just before it."""

    local: datetime
    before: timedelta
    after: timedelta
    name: str

    @property
    def is_forward(self) -> bool:
        return self.after > self.before

    def rules(self) -> set[str]:
        """Which days of its month it may be: the second Sunday, or the last one."""
        day = DAYS[self.local.weekday()]
        found = {f"{(self.local.day - 1) // 7 + 1}{day}"}
        if (self.local + STEP).month != self.local.month:
            found.add(f"-1{day}")
        return found


@lru_cache(maxsize=256)
def describe(name: str, year: int) -> Timezone | None:
    """What the zone's clocks do from a year on; None if no yearly rule says it."""
    zone = ZoneInfo(name)
    changes = list(_changes(zone, year - 1, year + YEARS_AHEAD))
    described = Timezone()
    described.add("tzid", name)
    if not changes:
        described.add_component(_steady(zone, year))
        return described
    ways = [[one for one in changes if one.is_forward is way] for way in (True, False)]
    for way in ways:
        rule = _rule(way)
        if rule is None:
            return None
        described.add_component(_observance(way[0], rule))
    return described


def _changes(zone: ZoneInfo, first: int, last: int) -> Iterator[Change]:
    at = datetime(first, 1, 1, tzinfo=UTC)
    while at.year <= last:
        if _offset(zone, at) != _offset(zone, at + STEP):
            yield _change(zone, at)
        at += STEP


def _change(zone: ZoneInfo, at: datetime) -> Change:
    """The change in the week after an instant, found by halving to the minute."""
    early, late = 0, int(STEP.total_seconds() // 60)
    before = _offset(zone, at)
    while late - early > 1:
        middle = (early + late) // 2
        if _offset(zone, at + timedelta(minutes=middle)) == before:
            early = middle
        else:
            late = middle
    instant = at + timedelta(minutes=late)
    return Change(
        local=(instant + before).replace(tzinfo=None),
        before=before,
        after=_offset(zone, instant),
        name=instant.astimezone(zone).tzname() or "",
    )


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _rule(changes: list[Change]) -> vRecur | None:
    """The one rule that all of them follow, once in each of the years."""
    if len(changes) != YEARS_AHEAD + 2:
        return None
    hours = {(one.local.month, one.local.time(), one.before) for one in changes}
    days = set.intersection(*(one.rules() for one in changes))
    if len(hours) != 1 or len(days) != 1:
        return None
    return vRecur(freq="YEARLY", bymonth=changes[0].local.month, byday=days.pop())


def _observance(change: Change, rule: vRecur) -> TimezoneDaylight | TimezoneStandard:
    part = TimezoneDaylight() if change.is_forward else TimezoneStandard()
    part.add("dtstart", change.local)
    part.add("tzoffsetfrom", change.before)
    part.add("tzoffsetto", change.after)
    part.add("tzname", change.name)
    part.add("rrule", rule)
    return part


def _steady(zone: ZoneInfo, year: int) -> TimezoneStandard:
    at = datetime(year, 1, 1, tzinfo=UTC)
    part = TimezoneStandard()
    part.add("dtstart", ALWAYS)
    part.add("tzoffsetfrom", _offset(zone, at))
    part.add("tzoffsetto", _offset(zone, at))
    part.add("tzname", at.astimezone(zone).tzname() or "")
    return part
