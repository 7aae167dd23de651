"""Collisions that counting shows: people, organisations, facilitators, competitors."""

import math
from collections import Counter
from collections.abc import Iterator
from itertools import cycle, islice

from askwell.composer.brief import Brief
from askwell.composer.colliding.collision import (
    Clash,
    Collision,
    Lever,
    Relaxation,
    Relaxing,
)
from askwell.composer.colliding.loosening import relaxed, rule, smallest_first
from askwell.composer.proposal import Rule

SIZES = (Rule.SIZE, Rule.NUMBER_OF_SETS)
# One person is no set.
SMALLEST = 2


def counted(brief: Brief) -> Iterator[Collision]:
    """What cannot be, whoever sits where."""
    yield from _people(brief)
    yield from _organisations(brief)
    yield from _competitors(brief)
    yield from _capacity(brief)


def most_sets(brief: Brief) -> int:
    """As many sets as there can be."""
    return brief.rules.sets or max(1, len(brief.people) // max(1, brief.rules.size_min))


def suits(brief: Brief, sets: int) -> bool:
    """Whether everybody can sit in so many sets of allowed sizes."""
    rules, people = brief.rules, len(brief.people)
    return sets >= 1 and sets * rules.size_min <= people <= sets * rules.size_max


def _people(brief: Brief) -> Iterator[Collision]:
    rules, people = brief.rules, len(brief.people)
    if rules.sets is None:
        if not any(suits(brief, sets) for sets in range(1, people + 1)):
            yield _no_number(brief)
    elif rules.sets * rules.size_min > people:
        yield Collision(
            Clash.TOO_FEW_PEOPLE,
            SIZES,
            there=people,
            needed=rules.sets * rules.size_min,
            relaxations=smallest_first([*_sets(brief), *_smaller(brief, rules.sets)]),
        )
    elif rules.sets * rules.size_max < people:
        yield Collision(
            Clash.TOO_MANY_PEOPLE,
            SIZES,
            there=people,
            needed=rules.sets * rules.size_max,
            relaxations=smallest_first([*_sets(brief), *_larger(brief, rules.sets)]),
        )


def _no_number(brief: Brief) -> Collision:
    rules, people = brief.rules, len(brief.people)
    fewer, more = max(1, people // rules.size_max), math.ceil(people / rules.size_max)
    return Collision(
        Clash.NO_NUMBER_FITS,
        (Rule.SIZE,),
        there=people,
        relaxations=smallest_first([*_smaller(brief, more), *_larger(brief, fewer)]),
    )


def _sets(brief: Brief) -> Iterator[Relaxation]:
    """The nearest number of sets that everybody can sit in."""
    now = brief.rules.sets or 0
    able = [sets for sets in range(1, len(brief.people) + 1) if suits(brief, sets)]
    if able:
        best = min(able, key=lambda sets: abs(sets - now))
        yield relaxed(brief, rule(brief, Lever.SETS, best), concerns=len(brief.people))


def _smaller(brief: Brief, sets: int) -> Iterator[Relaxation]:
    size = len(brief.people) // sets
    if SMALLEST <= size < brief.rules.size_min:
        small = sum(e for e in _even(brief, sets) if e < brief.rules.size_min)
        yield relaxed(brief, rule(brief, Lever.SIZE_MIN, size), concerns=small)


def _larger(brief: Brief, sets: int) -> Iterator[Relaxation]:
    size = math.ceil(len(brief.people) / sets)
    if size > brief.rules.size_max:
        large = sum(e for e in _even(brief, sets) if e > brief.rules.size_max)
        yield relaxed(brief, rule(brief, Lever.SIZE_MAX, size), concerns=large)


def _even(brief: Brief, sets: int) -> list[int]:
    """The sizes of so many sets if they differ by one at most."""
    size, larger = divmod(len(brief.people), sets)
    return [size + (number < larger) for number in range(sets)]


def _organisations(brief: Brief) -> Iterator[Collision]:
    rules, sets = brief.rules, most_sets(brief)
    homes = Counter(person.organisation for person in brief.people)
    most = rules.max_per_organisation
    large = [home for home in homes if most and homes[home] > sets * most]
    if most and large:
        yield _large_organisations(brief, large, homes)
    # An organisation is in no more sets than it has people, and counts there once.
    seats = sum(min(count, sets) for count in homes.values())
    if seats < rules.min_organisations * sets:
        able = max(1, seats // sets)
        fewer = rule(brief, Lever.MIN_ORGANISATIONS, able)
        yield Collision(
            Clash.TOO_FEW_ORGANISATIONS,
            (Rule.ORGANISATION_MIX,),
            organisations=tuple(homes),
            there=able,
            needed=rules.min_organisations,
            relaxations=(relaxed(brief, fewer, concerns=len(brief.people)),),
        )


def _large_organisations(
    brief: Brief, large: list[str], homes: Counter[str]
) -> Collision:
    most, sets = brief.rules.max_per_organisation or 1, most_sets(brief)
    largest = max(homes[home] for home in large)
    people = tuple(e.id for e in brief.people if e.organisation in large)
    more = rule(brief, Lever.MAX_PER_ORGANISATION, math.ceil(largest / sets))
    found = [relaxed(brief, more, concerns=len(people))]
    enough = math.ceil(largest / most)
    if brief.rules.sets and suits(brief, enough):
        apart = rule(brief, Lever.SETS, enough)
        found.append(relaxed(brief, apart, concerns=len(brief.people)))
    return Collision(
        Clash.ORGANISATION_TOO_LARGE,
        (Rule.ORGANISATION_MIX,),
        people=people,
        organisations=tuple(large),
        there=largest,
        needed=sets * most,
        relaxations=smallest_first(found),
    )


def _competitors(brief: Brief) -> Iterator[Collision]:
    rules, sets = brief.rules, most_sets(brief)
    room = min(rules.size_max, rules.max_per_organisation or rules.size_max)
    homes = Counter(person.organisation for person in brief.people)
    for group in brief.exclusive:
        here = sorted(group & homes.keys())
        needed = sum(math.ceil(homes[home] / max(1, room)) for home in here)
        if len(here) > 1 and needed > sets:
            people = tuple(e.id for e in brief.people if e.organisation in group)
            may_meet = Relaxing(Lever.EXCLUSIVE, about=tuple(sorted(group)))
            found = [relaxed(brief, may_meet, concerns=len(people))]
            if rules.sets and suits(brief, needed):
                more = rule(brief, Lever.SETS, needed)
                found.append(relaxed(brief, more, concerns=len(brief.people)))
            yield Collision(
                Clash.COMPETITORS,
                (Rule.EXCLUSIVE,),
                people=people,
                organisations=tuple(here),
                there=sets,
                needed=needed,
                relaxations=smallest_first(found),
            )


def _capacity(brief: Brief) -> Iterator[Collision]:
    """Facilitators for the fewest sets there can be."""
    rules, leaders = brief.rules, brief.facilitators
    fewest = rules.sets or math.ceil(len(brief.people) / max(1, rules.size_max))
    capacity = sum(each.capacity for each in leaders)
    if leaders and capacity < fewest:
        found = [_more_capacity(brief, fewest - capacity)]
        if rules.sets and suits(brief, capacity):
            fewer = rule(brief, Lever.SETS, capacity)
            found.append(relaxed(brief, fewer, concerns=len(brief.people)))
        yield Collision(
            Clash.TOO_LITTLE_CAPACITY,
            (Rule.FACILITATOR,),
            facilitators=tuple(each.id for each in leaders),
            there=capacity,
            needed=fewest,
            relaxations=smallest_first(found),
        )


def _more_capacity(brief: Brief, missing: int) -> Relaxation:
    """So many sets more, dealt out one by one to those who have most time free."""
    able = sorted(brief.facilitators, key=lambda each: -each.available.bit_count())
    more = Counter(each.id for each in islice(cycle(able), missing))
    changes = [
        Relaxing(Lever.CAPACITY, e.capacity, e.capacity + more[e.id], (e.id,))
        for e in able
        if more[e.id]
    ]
    return relaxed(brief, *changes, concerns=len(changes))
