"""Finds what makes no sense in a brief before anybody is put anywhere."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from askwell.composer.brief import Brief, Pair, Person
from askwell.composer.tables import line_above
from askwell.composer.wishes import WISHES


class Wrong(StrEnum):
    """What can be wrong with a brief; `Fault` says whom it is about."""

    NOBODY = "nobody"
    PERSON_TWICE = "person_twice"
    FACILITATOR_TWICE = "facilitator_twice"
    SIZES = "sizes"
    NUMBER_OF_SETS = "number_of_sets"
    NEGATIVE_RULE = "negative_rule"
    ORGANISATION_RULES = "organisation_rules"
    WEIGHTS = "weights"
    UNKNOWN_WISH = "unknown_wish"
    FAIRNESS_SHARE = "fairness_share"
    CHALLENGE_LENGTHS = "challenge_lengths"
    CAPACITY = "capacity"
    OWN_MANAGER = "own_manager"
    UNKNOWN_IN_MUST = "unknown_in_must"
    UNKNOWN_IN_MUST_NOT = "unknown_in_must_not"
    UNKNOWN_MEMBER_FACILITATOR = "unknown_member_facilitator"
    UNKNOWN_LOCKED_PERSON = "unknown_locked_person"
    UNKNOWN_LOCKED_FACILITATOR = "unknown_locked_facilitator"
    PAIR_WITH_ONESELF = "pair_with_oneself"
    MUST_AND_MUST_NOT = "must_and_must_not"
    MUST_CHAIN_TOO_LARGE = "must_chain_too_large"
    MUST_IN_ONE_LINE = "must_in_one_line"
    MUST_ACROSS_LEVELS = "must_across_levels"
    MUST_OF_COMPETITORS = "must_of_competitors"
    MUST_WITHOUT_COMMON_TIME = "must_without_common_time"
    MUST_LOCKED_APART = "must_locked_apart"
    MUST_NOT_LOCKED_TOGETHER = "must_not_locked_together"
    LOCKED_SET_TOO_LARGE = "locked_set_too_large"
    TOO_MANY_LOCKED_SETS = "too_many_locked_sets"
    LOCKED_BEYOND_CAPACITY = "locked_beyond_capacity"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: what, about whom (ids), and the numbers that say it.

    `about` are people; for faults of facilitators, locked sets and wishes those. It
    names nobody where a private wish (must not) would be shown by it. `there` is what
    the brief has, `allowed` what could be.
    """

    wrong: Wrong
    about: tuple[str, ...] = ()
    there: int | None = None
    allowed: int | None = None


def check(brief: Brief) -> tuple[Fault, ...]:
    """Everything wrong with a brief, in the order of `Wrong`; none is ()."""
    found = [fault for checked in CHECKS for fault in checked(brief)]
    order = tuple(Wrong)
    return tuple(sorted(found, key=lambda each: order.index(each.wrong)))


def chains(brief: Brief) -> list[tuple[str, ...]]:
    """People who must all be together, however the pairs link them."""
    chain_of: dict[str, list[str]] = {}
    for a, b in _known(brief, brief.must):
        both = [chain_of.setdefault(who, [who]) for who in (a, b)]
        if both[0] is not both[1]:
            both[0].extend(both[1])
            chain_of.update(dict.fromkeys(both[1], both[0]))
    return [tuple(chain) for chain in {id(e): e for e in chain_of.values()}.values()]


def _known(brief: Brief, pairs: Iterable[Pair]) -> list[Pair]:
    """Pairs of two different people of the brief."""
    ids = {person.id for person in brief.people}
    return [(a, b) for a, b in pairs if a != b and a in ids and b in ids]


def _ids(brief: Brief) -> Iterator[Fault]:
    if not brief.people:
        yield Fault(Wrong.NOBODY)
    for wrong, ids in (
        (Wrong.PERSON_TWICE, [person.id for person in brief.people]),
        (Wrong.FACILITATOR_TWICE, [each.id for each in brief.facilitators]),
    ):
        twice = tuple(who for who, count in Counter(ids).items() if count > 1)
        if twice:
            yield Fault(wrong, twice)


def _rules(brief: Brief) -> Iterator[Fault]:
    rules = brief.rules
    if not 1 <= rules.size_min <= rules.size_max:
        yield Fault(Wrong.SIZES, (), rules.size_min, rules.size_max)
    if rules.sets is not None and not 1 <= rules.sets <= max(1, len(brief.people)):
        yield Fault(Wrong.NUMBER_OF_SETS, (), rules.sets, len(brief.people))
    numbers = (
        *(rules.min_common_blocks, rules.min_organisations),
        *(rules.line_depth, rules.level_gap),
    )
    for number in numbers:
        if number is not None and number < 0:
            yield Fault(Wrong.NEGATIVE_RULE, (), number, 0)
    if rules.min_organisations > rules.size_max:
        yield Fault(
            Wrong.ORGANISATION_RULES, (), rules.min_organisations, rules.size_max
        )
    if rules.max_per_organisation is not None and rules.max_per_organisation < 1:
        yield Fault(Wrong.ORGANISATION_RULES, (), rules.max_per_organisation, 1)


def _wishes(brief: Brief) -> Iterator[Fault]:
    names = {wish.name for wish in WISHES}
    if unknown := tuple(sorted(set(brief.weights) - names)):
        yield Fault(Wrong.UNKNOWN_WISH, unknown)
    if below := tuple(sorted(e for e, weight in brief.weights.items() if weight < 0)):
        yield Fault(Wrong.WEIGHTS, below)
    elif not any(brief.weights.values()):
        yield Fault(Wrong.WEIGHTS)
    if not 0 < brief.fairness_share <= 1:
        yield Fault(Wrong.FAIRNESS_SHARE)
    lengths = {len(person.challenge) for person in brief.people} - {0}
    if len(lengths) > 1:
        yield Fault(Wrong.CHALLENGE_LENGTHS, (), min(lengths), max(lengths))


def _people(brief: Brief) -> Iterator[Fault]:
    own = tuple(person.id for person in brief.people if person.manager == person.id)
    if own:
        yield Fault(Wrong.OWN_MANAGER, own)
    none = tuple(each.id for each in brief.facilitators if each.capacity < 0)
    if none:
        yield Fault(Wrong.CAPACITY, none, allowed=0)


def _unknown(brief: Brief) -> Iterator[Fault]:
    people = {person.id for person in brief.people}
    leaders = {each.id for each in brief.facilitators}
    named = (
        (Wrong.UNKNOWN_IN_MUST, [who for pair in brief.must for who in pair], people),
        (
            Wrong.UNKNOWN_MEMBER_FACILITATOR,
            [each.person for each in brief.facilitators if each.person],
            people,
        ),
        (Wrong.UNKNOWN_LOCKED_PERSON, brief.locks.people, people),
        (Wrong.UNKNOWN_LOCKED_FACILITATOR, brief.locks.facilitators.values(), leaders),
    )
    for wrong, ids, known in named:
        strangers = tuple(dict.fromkeys(each for each in ids if each not in known))
        if strangers:
            yield Fault(wrong, strangers)
    private = [pair for pair in brief.must_not if not people >= set(pair)]
    if private:
        yield Fault(Wrong.UNKNOWN_IN_MUST_NOT, there=len(private))


def _must(brief: Brief) -> Iterator[Fault]:
    """Pairs that cannot be together, whatever the division."""
    for pair in (*brief.must, *brief.must_not):
        if pair[0] == pair[1]:
            yield Fault(Wrong.PAIR_WITH_ONESELF, pair[:1] if pair in brief.must else ())
    apart = {frozenset(pair) for pair in _known(brief, brief.must_not)}
    together, people = chains(brief), {person.id: person for person in brief.people}
    for chain in together:
        if len(chain) > brief.rules.size_max:
            yield Fault(
                Wrong.MUST_CHAIN_TOO_LARGE, chain, len(chain), brief.rules.size_max
            )
        yield from _chain(brief, chain, people)
    against = sum(sum(pair <= set(chain) for chain in together) for pair in apart)
    if against:
        yield Fault(Wrong.MUST_AND_MUST_NOT, there=against)


def _chain(
    brief: Brief, chain: tuple[str, ...], people: Mapping[str, Person]
) -> Iterator[Fault]:
    rules = brief.rules
    members = [people[who] for who in chain]
    managers = dict(brief.managers)
    managers |= {who: e.manager for who, e in people.items() if e.manager is not None}
    for who in chain:
        for above in line_above(who, managers, rules.line_depth):
            if above in chain:
                yield Fault(Wrong.MUST_IN_ONE_LINE, (who, above))
    levels = [person.level for person in members]
    span = max(levels) - min(levels)
    if rules.level_gap is not None and span > rules.level_gap:
        yield Fault(Wrong.MUST_ACROSS_LEVELS, chain, span, rules.level_gap)
    homes = {person.organisation for person in members}
    if any(len(homes & rivals) > 1 for rivals in brief.exclusive):
        yield Fault(Wrong.MUST_OF_COMPETITORS, chain)
    common = -1
    for person in members:
        common &= person.available
    if common.bit_count() < rules.min_common_blocks:
        yield Fault(
            Wrong.MUST_WITHOUT_COMMON_TIME,
            chain,
            common.bit_count(),
            rules.min_common_blocks,
        )


def _locks(brief: Brief) -> Iterator[Fault]:
    where = brief.locks.people
    for chain in chains(brief):
        if len({where[who] for who in chain if who in where}) > 1:
            yield Fault(Wrong.MUST_LOCKED_APART, chain)
    together = sum(
        a in where and where[a] == where.get(b)
        for a, b in _known(brief, brief.must_not)
    )
    if together:
        yield Fault(Wrong.MUST_NOT_LOCKED_TOGETHER, there=together)
    for set_id, count in Counter(where.values()).items():
        if count > brief.rules.size_max:
            yield Fault(
                Wrong.LOCKED_SET_TOO_LARGE, (set_id,), count, brief.rules.size_max
            )
    sets = {*where.values(), *brief.locks.sets, *brief.locks.facilitators}
    if brief.rules.sets is not None and len(sets) > brief.rules.sets:
        yield Fault(
            Wrong.TOO_MANY_LOCKED_SETS, tuple(sorted(sets)), len(sets), brief.rules.sets
        )
    capacity = {each.id: each.capacity for each in brief.facilitators}
    for leader, count in Counter(brief.locks.facilitators.values()).items():
        if count > capacity.get(leader, count):
            yield Fault(
                Wrong.LOCKED_BEYOND_CAPACITY, (leader,), count, capacity[leader]
            )


CHECKS: tuple[Callable[[Brief], Iterator[Fault]], ...] = (
    *(_ids, _rules, _wishes, _people),
    *(_unknown, _must, _locks),
)
