"""How a calendar file says what a time zone's clocks do: a yearly rule for each change.

Outlook reads one yearly rule for each of the two changes and nothing else. A zone
whose changes follow no such rule gets no VTIMEZONE, and its meetings are written in
UTC, which no calendar misreads.
"""

from calendar import monthcalendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

# A rule must hold from the year before the first meeting until so many years after.
YEARS_AHEAD = 8
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
STEP = timedelta(days=7)
UTC_ITSELF = frozenset({"UTC", "Etc/UTC", "Etc/UCT", "UCT", "Zulu", "Etc/Zulu"})
# As if the rules had always held: some programs look at years long past to tell one
# zone from another. What the file wants is local time.
ALWAYS = datetime(1970, 1, 1)  # noqa: DTZ001 - local time, as said


@dataclass(frozen=True)
class Rule:
    """Once a year, such as on the last Sunday in March at one."""

    month: int
    which: int
    weekday: int
    clock: time

    @property
    def day(self) -> str:
        return f"{self.which}{DAYS[self.weekday]}"

    def first(self) -> datetime:
        """When the rule would have held for the first time."""
        days = monthcalendar(ALWAYS.year, self.month)
        found = [week[self.weekday] for week in days if week[self.weekday]]
        day = found[self.which - 1 if self.which > 0 else self.which]
        return datetime.combine(ALWAYS.replace(month=self.month, day=day), self.clock)


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

    def rules(self) -> set[Rule]:
        """Which it may be: the change of every second Sunday, or of every last one."""
        month, weekday, clock = (
            self.local.month,
            self.local.weekday(),
            self.local.time(),
        )
        found = {Rule(month, (self.local.day - 1) // 7 + 1, weekday, clock)}
        if (self.local + STEP).month != month:
            found.add(Rule(month, -1, weekday, clock))
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


def _rule(changes: list[Change]) -> Rule | None:
    """The one rule that all of them follow, once in each of the years."""
    if len(changes) != YEARS_AHEAD + 2:
        return None
    rules = set.intersection(*(one.rules() for one in changes))
    return rules.pop() if len(rules) == 1 else None


def _observance(change: Change, rule: Rule) -> TimezoneDaylight | TimezoneStandard:
    part = TimezoneDaylight() if change.is_forward else TimezoneStandard()
    part.add("dtstart", rule.first())
    part.add("tzoffsetfrom", change.before)
    part.add("tzoffsetto", change.after)
    part.add("tzname", change.name)
    part.add("rrule", {"freq": "yearly", "bymonth": rule.month, "byday": rule.day})
    return part


def _steady(zone: ZoneInfo, year: int) -> TimezoneStandard:
    at = datetime(year, 1, 1, tzinfo=UTC)
    part = TimezoneStandard()
    part.add("dtstart", ALWAYS)
    part.add("tzoffsetfrom", _offset(zone, at))
    part.add("tzoffsetto", _offset(zone, at))
    part.add("tzname", at.astimezone(zone).tzname() or "")
    return part
