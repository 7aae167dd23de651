"""Collisions about facilitators: enough of them, and yet not for these sets."""

from collections import Counter
from collections.abc import Iterator

import numpy as np

from askwell.composer.amending import staff
from askwell.composer.appraising.fitting import Fitting
from askwell.composer.brief import Brief
from askwell.composer.colliding.collision import (
    Clash,
    Collision,
    Lever,
    Relaxation,
    Relaxing,
)
from askwell.composer.colliding.loosening import relaxed, rule, smallest_first
from askwell.composer.proposal import Proposal, ProposedSet, Rule
from askwell.composer.tables import tabulate


def without_facilitator(brief: Brief, proposal: Proposal) -> Iterator[Collision]:
    """Sets of a proposal that nobody can take, however facilitators are dealt.

    Sets that cannot meet themselves are not among them.
    """
    best = staff(brief, proposal).proposal
    unled = _sets_in(best, Rule.FACILITATOR) - _sets_in(best, Rule.AVAILABILITY)
    without = [each for each in best.sets if each.id in unled]
    if not without or sum(e.capacity for e in brief.facilitators) < len(best.sets):
        return
    fitting = {each.id: _fitting(brief, each) for each in without}
    found = [*_more_capacity(brief, fitting), *_fewer_blocks(brief)]
    yield Collision(
        Clash.NO_FACILITATOR_FITS,
        (Rule.FACILITATOR,),
        sets=tuple(each.id for each in without),
        facilitators=tuple(dict.fromkeys(e for each in fitting.values() for e in each)),
        there=len(best.sets) - len(without),
        needed=len(best.sets),
        relaxations=smallest_first(
            [
                each
                for each in found
                if Rule.FACILITATOR
                not in {e.rule for e in staff(each.brief, best).proposal.broken}
            ]
        ),
    )


def _sets_in(proposal: Proposal, rule: Rule) -> set[str | None]:
    return {each.set_id for each in proposal.broken if each.rule == rule}


def _fitting(brief: Brief, learning_set: ProposedSet) -> list[str]:
    tables = tabulate(brief)
    known = [who for who in learning_set.members if who in tables.place]
    fit = Fitting(tables).of(tables.places(known))
    return [tables.facilitators[at] for at in np.flatnonzero(fit)]


def _more_capacity(brief: Brief, fitting: dict[str, list[str]]) -> Iterator[Relaxation]:
    """Those who fit take a set more for each that has nobody, the least busy first."""
    capacity = {each.id: each.capacity for each in brief.facilitators}
    more: Counter[str] = Counter()
    for able in fitting.values():
        if not able:
            return
        more[min(able, key=lambda each: capacity[each] + more[each])] += 1
    changes = [
        Relaxing(Lever.CAPACITY, capacity[each], capacity[each] + extra, (each,))
        for each, extra in more.items()
    ]
    yield relaxed(brief, *changes, concerns=len(changes))


def _fewer_blocks(brief: Brief) -> Iterator[Relaxation]:
    """Meetings at times of which fewer are common to all."""
    for blocks in range(brief.rules.min_common_blocks - 1, 0, -1):
        fewer = rule(brief, Lever.MIN_COMMON_BLOCKS, blocks)
        yield relaxed(brief, fewer, concerns=len(brief.people))
