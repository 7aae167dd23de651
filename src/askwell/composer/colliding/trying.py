"""Tries changed briefs by searching, where counting does not say what would do."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, islice

from askwell.composer.brief import Brief
from askwell.composer.colliding.collision import Lever, Relaxation, Relaxing
from askwell.composer.colliding.counting import most_sets, suits
from askwell.composer.colliding.loosening import relaxed, rule, smallest_first
from askwell.composer.composing import compose, usual_steps
from askwell.composer.proposal import Proposal, Rule

# How many relaxations are enough to choose from, and how many briefs are tried.
ENOUGH, MOST_TRIED = 3, 12
# Each search takes so small a part of the steps a first one takes; of large ones
# only few are tried.
SHORT, LARGE, FEW_TRIED = 10, 2000, 4
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
        self._left = MOST_TRIED if people < LARGE else FEW_TRIED

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
        """The first of these that work."""
        found = (
            replace(each, tried=True) for each in relaxations if self.works(each.brief)
        )
        return tuple(islice(found, ENOUGH))

    def told(self, relaxations: Sequence[Relaxation]) -> tuple[Relaxation, ...]:
        """All of these, and of the smallest whether they keep every rule."""
        return tuple(
            replace(each, tried=number < ENOUGH and self.works(each.brief))
            for number, each in enumerate(relaxations)
        )


def thinkable(brief: Brief, proposal: Proposal) -> tuple[Relaxation, ...]:
    """One step of one rule, then of two, that could mend what is broken."""
    broken = {each.rule for each in proposal.broken}
    steps = dict.fromkeys(step for each in broken for step in STEPS.get(each, ()))
    single = [each for step in steps for each in step(brief, proposal)]
    double = [
        relaxed(brief, *a.changes, *b.changes, concerns=a.concerns + b.concerns)
        for a, b in combinations(single, 2)
        if {e.lever for e in a.changes}.isdisjoint(e.lever for e in b.changes)
    ]
    return (*smallest_first(single), *smallest_first(double))


def _in_breach(proposal: Proposal, *rules: Rule) -> list[str]:
    """People of the sets in which one of these rules is broken."""
    named = {each.set_id for each in proposal.broken if each.rule in rules}
    return [who for each in proposal.sets if each.id in named for who in each.members]


def _smaller(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    size = brief.rules.size_min - 1
    if size >= SMALLEST:
        yield relaxed(brief, rule(brief, Lever.SIZE_MIN, size), concerns=size)


def _larger(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    size = brief.rules.size_max + 1
    yield relaxed(brief, rule(brief, Lever.SIZE_MAX, size), concerns=size)


def _sets(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    sets = most_sets(brief)
    for other in (sets + 1, sets - 1):
        if brief.rules.sets and suits(brief, other):
            changed = rule(brief, Lever.SETS, other)
            yield relaxed(brief, changed, concerns=len(brief.people))


def _hours(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    blocks = brief.rules.min_common_blocks - 1
    if blocks:
        concerns = len(_in_breach(proposal, Rule.AVAILABILITY, Rule.FACILITATOR))
        fewer = rule(brief, Lever.MIN_COMMON_BLOCKS, blocks)
        yield relaxed(brief, fewer, concerns=concerns)


def _organisations(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    rules, concerns = brief.rules, len(_in_breach(proposal, Rule.ORGANISATION_MIX))
    if rules.max_per_organisation is not None:
        more = rule(brief, Lever.MAX_PER_ORGANISATION, rules.max_per_organisation + 1)
        yield relaxed(brief, more, concerns=concerns)
    if rules.min_organisations > 1:
        fewer = rule(brief, Lever.MIN_ORGANISATIONS, rules.min_organisations - 1)
        yield relaxed(brief, fewer, concerns=concerns)


def _levels(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    gap = brief.rules.level_gap
    if gap is not None:
        concerns = len(_in_breach(proposal, Rule.LEVEL_GAP))
        wider = rule(brief, Lever.LEVEL_GAP, gap + 1)
        yield relaxed(brief, wider, concerns=concerns)


def _lines(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    """Somebody and their own manager stay apart."""
    depth = brief.rules.line_depth
    nearer = SMALLEST if depth is None else depth - 1
    if nearer:
        concerns = len(_in_breach(proposal, Rule.LINE_MANAGER))
        yield relaxed(brief, rule(brief, Lever.LINE_DEPTH, nearer), concerns=concerns)


def _must(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    apart = {frozenset(e.about) for e in proposal.broken if e.rule == Rule.MUST}
    for pair in brief.must:
        if frozenset(pair) in apart:
            yield relaxed(brief, Relaxing(Lever.MUST, about=pair), concerns=len(pair))


def _competitors(brief: Brief, proposal: Proposal) -> Iterator[Relaxation]:
    met = {who for e in proposal.broken if e.rule == Rule.EXCLUSIVE for who in e.about}
    homes = {person.organisation for person in brief.people if person.id in met}
    for group in brief.exclusive:
        if len(group & homes) > 1:
            may_meet = Relaxing(Lever.EXCLUSIVE, about=tuple(sorted(group)))
            concerns = sum(person.organisation in group for person in brief.people)
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
