"""When the sets of a division could meet for the first time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import reduce
from operator import and_
from zoneinfo import ZoneInfo

from askwell.composer.proposal import ProposedSet
from askwell.web.composing import codec, hours
from askwell.web.composing.brief import facilitators_of, free_in, members_of
from askwell.web.composing.models import Composition
from askwell.web.enrolments.models import Enrolment
from askwell.web.planning.series import local_times
from askwell.web.programmes.models import Cohort, Programme

WEEKS, CHOICES = 4, 5
# Nobody is asked on one day to meet on the next.
NOTICE = timedelta(days=3)


@dataclass(frozen=True)
class FirstDates:
    """For one set: up to five dates, the earliest first, and the one that is chosen."""

    set_id: str
    choices: tuple[datetime, ...]
    chosen: datetime | None


def first_dates(composition: Composition, *, at: datetime) -> list[FirstDates]:
    """For each set; nobody is proposed for two meetings at once."""
    cohort = composition.cohort
    people = {str(one.pk): one for one in _everyone(cohort)}
    sets = codec.sets_from_json(composition.sets)
    choices = _choices(sets, people, cohort, at=at)
    chosen = {
        set_id: datetime.fromisoformat(kept)
        for set_id, kept in composition.dates.items()
        if kept
    }
    usual = _without_clashes(sets, choices, chosen, cohort.programme)
    return [FirstDates(one.id, choices[one.id], usual.get(one.id)) for one in sets]


def clashing(
    sets: Iterable[ProposedSet],
    dates: Mapping[str, datetime],
    programme: Programme,
) -> list[tuple[str, str]]:
    """Pairs of sets that somebody would have to be in at the same time."""
    among = defaultdict(list)
    for one in sets:
        for who in _in_it(one):
            among[who].append(one.id)
    pairs = {
        (one, other)
        for ids in among.values()
        for at, one in enumerate(ids)
        for other in ids[at + 1 :]
        if one in dates and other in dates
    }
    return sorted(
        pair for pair in pairs if _overlap(dates[pair[0]], dates[pair[1]], programme)
    )


def _overlap(one: datetime, other: datetime, programme: Programme) -> bool:
    """At the first meeting or at any later one: both come at the same rhythm."""
    cycle = timedelta(weeks=programme.every_weeks)
    apart = (one - other) % cycle
    return min(apart, cycle - apart) < timedelta(minutes=programme.minutes)


def _everyone(cohort: Cohort) -> Iterable[Enrolment]:
    return {
        one.pk: one for one in (*members_of(cohort), *facilitators_of(cohort))
    }.values()


def _in_it(one: ProposedSet) -> list[str]:
    return [*one.members, *([one.facilitator] if one.facilitator else [])]


def _choices(
    sets: Iterable[ProposedSet],
    people: Mapping[str, Enrolment],
    cohort: Cohort,
    *,
    at: datetime,
) -> dict[str, tuple[datetime, ...]]:
    """The earliest common times at nobody's bad hour, one on a day."""
    home = ZoneInfo(cohort.programme.time_zone)
    opens = datetime.combine(cohort.starts_on, time(), tzinfo=home)
    earliest = max(opens, at + NOTICE)
    monday = hours.monday_of(earliest.date())
    mondays = [monday + timedelta(weeks=number) for number in range(WEEKS)]
    free = {each: free_in(people.values(), cohort, each)[0] for each in mondays}
    zones = {who: ZoneInfo(one.time_zone or home.key) for who, one in people.items()}
    found: dict[str, tuple[datetime, ...]] = {}
    for one in sets:
        there = [who for who in _in_it(one) if who in people]
        starts = [
            start
            for each in mondays
            for start in hours.beginnings_in(_common(free[each], there), each)
            if start >= earliest
        ]
        found[one.id] = _earliest(starts, {zones[who] for who in there}, home)
    return found


def _common(free: Mapping[str, int], people: list[str]) -> int:
    return reduce(and_, (free[who] for who in people)) if people else 0


def _earliest(
    starts: list[datetime], zones: set[ZoneInfo], home: ZoneInfo
) -> tuple[datetime, ...]:
    """Good hours for everybody come first; where there are none, all there are."""
    good = [
        start
        for start in starts
        if not any(local_times(zone, [start])[0].is_at_a_bad_hour for zone in zones)
    ]
    a_day: dict[object, datetime] = {}
    for start in good or starts:
        a_day.setdefault(start.astimezone(home).date(), start)
    return tuple(a_day.values())[:CHOICES]


def _without_clashes(
    sets: Iterable[ProposedSet],
    choices: Mapping[str, tuple[datetime, ...]],
    chosen: Mapping[str, datetime],
    programme: Programme,
) -> dict[str, datetime]:
    """Whoever has least choice chooses first; what was chosen by hand stays."""
    dates = {
        each: date for each, date in chosen.items() if date in choices.get(each, ())
    }
    sets = tuple(sets)
    for one in sorted(sets, key=lambda each: len(choices[each.id])):
        if one.id in dates:
            continue
        for date in choices[one.id]:
            tried = {**dates, one.id: date}
            if not any(one.id in pair for pair in clashing(sets, tried, programme)):
                dates[one.id] = date
                break
    return dates
