"""Says what people may see of an appraisal, and not whose challenge is near whose."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from askwell.composer import scoring
from askwell.composer.appraising.appraisal import (
    Alikeness,
    Appraisal,
    Change,
    Step,
    Told,
)
from askwell.composer.appraising.figures import FAIRNESS
from askwell.composer.proposal import Broken, ProposedSet, Rule
from askwell.composer.tables import Tables
from askwell.composer.wishes import WISHES, Alike

CHALLENGES = frozenset(wish.name for wish in WISHES if isinstance(wish, Alike))

# Fewer known challenges than this would tell about single people.
ENOUGH_KNOWN = 4
# The mean cosine from which challenges are alike, or somewhat so.
ALIKE, SOMEWHAT = 0.45, 0.15
# By how much the quality of one set changes, at least, to be told, and to be much.
A_LITTLE, MUCH = 0.005, 0.05


def told(tables: Tables, appraisal: Appraisal, *, sets: int) -> Told:
    """In steps what challenges have a part in, in figures what they have not."""
    edit, parts = appraisal.edit, appraisal.parts
    return Told(
        edit=edit,
        total=step(appraisal.total, counted=sets),
        fairness=step(
            parts[FAIRNESS], counted=scoring.poorest(tables.arrays, max(1, sets))
        ),
        sets={each: step(change) for each, change in appraisal.sets.items()},
        parts={
            name: change
            for name, change in parts.items()
            if name != FAIRNESS and name not in CHALLENGES
        },
        challenges={
            each: (
                alikeness(tables, edit.before.get(each)),
                alikeness(tables, edit.after.get(each)),
            )
            for each in edit.after
        },
        appearing=nameless(appraisal.appearing),
        vanishing=nameless(appraisal.vanishing),
    )


def step(change: Change, *, counted: int = 1) -> Step:
    """How much better, where the figure is a mean of so many sets' figures."""
    by = change.by * counted
    if abs(by) < A_LITTLE:
        return Step.THE_SAME
    if by > 0:
        return Step.MUCH_BETTER if by >= MUCH else Step.BETTER
    return Step.MUCH_WORSE if by <= -MUCH else Step.WORSE


def alikeness(tables: Tables, learning_set: ProposedSet | None) -> Alikeness | None:
    """How near the known challenges in a set are; None where too few are known."""
    if learning_set is None:
        return None
    places = tables.places(e for e in learning_set.members if e in tables.place)
    known = tables.arrays.directions[places][tables.arrays.known[places] > 0]
    if len(known) < ENOUGH_KNOWN:
        return None
    together = known.sum(axis=0)
    pairs = len(known) * (len(known) - 1)
    mean = float(np.dot(together, together) - len(known)) / pairs
    if mean >= ALIKE:
        return Alikeness.ALIKE
    return Alikeness.SOMEWHAT if mean >= SOMEWHAT else Alikeness.VARIED


def nameless(broken: Iterable[Broken]) -> tuple[Broken, ...]:
    """Private wishes name nobody, not even the set: two moves would find them out."""
    return tuple(
        replace(each, about=()) if each.rule == Rule.MUST_NOT else each
        for each in broken
    )
