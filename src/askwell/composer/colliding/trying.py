"""Tries changed briefs by searching, where counting does not say what would do."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from askwell.composer.brief import Brief
from askwell.composer.colliding.collision import Lever, Relaxation, Relaxing
from askwell.composer.colliding.counting import most_sets, suits
from askwell.composer.colliding.loosening import (
    relaxed,
    rule,
    size,
    smallest_first,
)
from askwell.composer.composing import compose, usual_steps
from askwell.composer.proposal import Proposal, Rule

# How many relaxations are enough to choose from.
ENOUGH = 3
# Each search takes so small a part of the steps a first one takes.
SHORT = 10
# How many briefs are tried, up to so many people; of more people fewer.
TRIED = ((200, 24), (2000, 8))
FEW_TRIED = 4
# Of the pairs that are to be together, so many might be let go, one at a time.
MOST_PAIRS = 4
SMALLEST = 2

Steps = Callable[[Brief, Proposal], Iterator[Relaxation]]


class Trials:
    """Searches from a proposal with changed briefs, not more than so many."""

    def __init__(
        self, brief: Brief, proposal: Proposal, *, seed: int, steps: int | None
    ) -> None:
        people = len(brief.people)
        self._proposal, self._seed = proposal, seed
        self._steps = steps or usual_steps(people) // SHORT
        self._left = next((many for most, many in TRIED if people <= most), FEW_TRIED)

    def works(self, brief: Brief) -> bool:
        """Whether a search kept every rule; nothing works once too many were tried."""
        self._left -= 1
        if self._left < 0:
            return False
        return any(
            not compose(brief, seed=self._seed, steps=self._steps, start=start).broken
            # What is near the proposal may be a dead end.
            for start in (self._proposal, None)
        )

    def working(self, relaxations: Iterable[Relaxation]) -> tuple[Relaxation, ...]:
        """The first of these that work; what does more than one of them is left out."""
        found: list[Relaxation] = []
        for each in relaxations:
            if len(found) == ENOUGH or self._left <= 0:
                break
            if any(_pulled(other) <= _pulled(each) for other in found):
                continue
            if self.works(each.brief):
                found.append(replace(each, tried=True))
        return tuple(found)

    def told(self, relaxations: Sequence[Relaxation]) -> tuple[Relaxation, ...]:
        """All of these, and of the smallest whether they keep every rule."""
        return tuple(
            replace(each, tried=number < ENOUGH and self.works(each.brief))
            for number, each in enumerate(relaxations)
        )


def _pulled(relaxation: Relaxation) -> set[tuple[Lever, tuple[str, ...]]]:
    return {(change.lever, change.about) for change in relaxation.changes}


def thinkable(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    """Steps of one rule that could help; what is broken may be so for another's sake,
    but the rules that are broken come first."""
    broken = {each.rule for each in proposal.broken}
    first = [step for rule in broken for step in STEPS.get(rule, ())]
    others = [step for steps in STEPS.values() for step in steps]
    for step in dict.fromkeys((*sorted(first, key=others.index), *others)):
        yield from step(brief, proposal)


def in_twos(brief: Brief, relaxations: Sequence[Relaxation]) -> Iterator[Relaxation]:
    """Two of these together, of different rules; made only when asked for."""
    yield from smallest_first(
        [
            merged(brief, (a, b))
            for a, b in combinations(relaxations, 2)
            if {e.lever for e in a.changes}.isdisjoint(e.lever for e in b.changes)
        ]
    )


def merged(brief: Brief, relaxations: Sequence[Relaxation]) -> Relaxation:
    """All of these as one; of two changes of one number the larger."""
    largest: dict[tuple[Lever, tuple[str, ...]], Relaxing] = {}
    for change in (change for each in relaxations for change in each.changes):
        key = (change.lever, change.about)
        largest[key] = max(largest.get(key, change), change, key=size)
    concerns = sum(each.concerns for each in relaxations)
    return relaxed(brief, *largest.values(), concerns=min(concerns, len(brief.people)))


def _in_breach(proposal: Proposal, *rules: Rule) -> list[str]:
    """People of the sets in which one of these rules is broken."""
    named = {each.set_id for each in proposal.broken if each.rule in rules}
    return [who for each in proposal.sets if each.id in named for who in each.members]


def _felt(brief: Brief, proposal: Proposal, *rules: Rule) -> int:
    """By how many a change of a rule is felt: by all, where it is nowhere broken."""
    return len(_in_breach(proposal, *rules)) or len(brief.people)


def _smaller(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    for fewer in range(brief.rules.size_min - 1, SMALLEST - 1, -1):
        yield relaxed(brief, rule(brief, Lever.SIZE_MIN, fewer), concerns=fewer)


def _larger(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    more = brief.rules.size_max + 1
    yield relaxed(brief, rule(brief, Lever.SIZE_MAX, more), concerns=more)


def _sets(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    sets = most_sets(brief)
    for other in (sets + 1, sets - 1):
        if brief.rules.sets and suits(brief, other):
            changed = rule(brief, Lever.SETS, other)
            yield relaxed(brief, changed, concerns=len(brief.people))


def _hours(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    concerns = _felt(brief, proposal, Rule.AVAILABILITY, Rule.FACILITATOR)
    for blocks in range(brief.rules.min_common_blocks - 1, 0, -1):
        fewer = rule(brief, Lever.MIN_COMMON_BLOCKS, blocks)
        yield relaxed(brief, fewer, concerns=concerns)


def _organisations(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    rules, concerns = brief.rules, _felt(brief, proposal, Rule.ORGANISATION_MIX)
    if rules.max_per_organisation is not None:
        more = rule(brief, Lever.MAX_PER_ORGANISATION, rules.max_per_organisation + 1)
        yield relaxed(brief, more, concerns=concerns)
    if rules.min_organisations > 1:
        fewer = rule(brief, Lever.MIN_ORGANISATIONS, rules.min_organisations - 1)
        yield relaxed(brief, fewer, concerns=concerns)


def _levels(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    gap, levels = brief.rules.level_gap, [person.level for person in brief.people]
    if gap is not None:
        concerns = _felt(brief, proposal, Rule.LEVEL_GAP)
        for wide in range(gap + 1, max(levels) - min(levels) + 1):
            wider = rule(brief, Lever.LEVEL_GAP, wide)
            yield relaxed(brief, wider, concerns=concerns)


def _lines(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    """Somebody and their own manager stay apart."""
    depth = brief.rules.line_depth
    nearer = SMALLEST if depth is None else depth - 1
    if nearer:
        concerns = _felt(brief, proposal, Rule.LINE_MANAGER)
        yield relaxed(brief, rule(brief, Lever.LINE_DEPTH, nearer), concerns=concerns)


def _must(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    apart = {frozenset(e.about) for e in proposal.broken if e.rule == Rule.MUST}
    first = sorted(brief.must, key=lambda pair: frozenset(pair) not in apart)
    for pair in first[:MOST_PAIRS]:
        yield relaxed(brief, Relaxing(Lever.MUST, about=pair), concerns=len(pair))


def _competitors(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    homes = Counter(person.organisation for person in brief.people)
    for group in brief.exclusive:
        if len(group & homes.keys()) > 1:
            may_meet = Relaxing(Lever.EXCLUSIVE, about=tuple(sorted(group)))
            concerns = sum(homes[home] for home in group)
            yield relaxed(brief, may_meet, concerns=concerns)


def _capacity(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    for each in sorted(brief.facilitators, key=lambda e: -e.available.bit_count())[:2]:
        more = Relaxing(Lever.CAPACITY, each.capacity, each.capacity + 1, (each.id,))
        yield relaxed(brief, more, concerns=1)


def _waiting(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    """The two of the sets in breach who have the fewest hours, or who have no set."""
    about = [who for each in proposal.broken for who in each.about if not each.set_id]
    people = {person.id: person for person in brief.people}
    asked = dict.fromkeys((*about, *_in_breach(proposal, *Rule)))
    known = [who for who in asked if who in people]
    for who in sorted(known, key=lambda e: people[e].available.bit_count())[:2]:
        yield relaxed(brief, Relaxing(Lever.WITHOUT, about=(who,)), concerns=1)


STEPS: Mapping[Rule, tuple[Steps, ...]] = {
    Rule.ASSIGNED_ONCE: (_waiting, _larger, _sets),
    Rule.NUMBER_OF_SETS: (_sets, _smaller, _larger),
    Rule.SIZE: (_smaller, _larger, _sets, _waiting),
    Rule.LINE_MANAGER: (_lines, _sets, _larger),
    Rule.MUST: (_must, _larger),
    Rule.MUST_NOT: (_sets, _larger, _smaller),
    Rule.AVAILABILITY: (_waiting, _hours, _smaller, _sets),
    Rule.ORGANISATION_MIX: (_organisations, _sets, _larger),
    Rule.EXCLUSIVE: (_competitors, _sets),
    Rule.LEVEL_GAP: (_waiting, _levels, _smaller),
    Rule.FACILITATOR: (_capacity, _hours, _sets),
}
