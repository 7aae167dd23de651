"""Cross-validation on the own turns: what the figures are that no dev set has seen."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from askwell.coach import TurnKind
from askwell.coach.model import KINDS
from askwell.coach.reader import heard_as
from askwell_training.coach import figures
from askwell_training.coach.figures import Floats, Ints
from askwell_training.coach.fit import Settings, fit, read_all
from askwell_training.coach.turns import Turn, bare

FOLDS: Final = 5
GOOD: Final = (KINDS.index(TurnKind.OPEN_QUESTION), KINDS.index(TurnKind.REFLECTION))
STEERS: Final = (
    KINDS.index(TurnKind.LEADING_QUESTION),
    KINDS.index(TurnKind.ADVICE),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What held-out turns are, and how sure a model that never saw them was."""

    right: Ints
    sure: Floats
    bare: Floats
    """The same without capitals and punctuation."""

    @property
    def read(self) -> Ints:
        return as_heard(self.sure)

    def lines(self) -> list[str]:
        right, read = self.right, self.read
        bared = as_heard(self.bare)
        return [
            f"macro-F1                     {figures.macro_f1(right, read):.3f}",
            f"  without punctuation        {figures.macro_f1(right, bared):.3f}",
            f"false alarms                 {false_alarms(right, read):.3f}",
            f"  without punctuation        {false_alarms(right, bared):.3f}",
            f"expected calibration error   "
            f"{figures.calibration_error(right, self.sure):.3f}",
        ]

    def confusion(self) -> Ints:
        """Rows are what a turn is, columns how it was read."""
        table = np.zeros((len(KINDS), len(KINDS)), dtype=np.int64)
        np.add.at(table, (self.right, self.read), 1)
        return table


def as_heard(sure: Floats) -> Ints:
    """The kinds the product would name, by its own rule."""
    return np.array(
        [KINDS.index(heard_as(dict(zip(KINDS, row, strict=True)))) for row in sure]
    )


def false_alarms(right: Ints, read: Ints) -> float:
    """The share of open questions and reflections read as advice or leading."""
    good = np.isin(right, GOOD)
    return float(np.isin(read[good], STEERS).mean())


def kinds_of(turns: Sequence[Turn]) -> Ints:
    return np.array([KINDS.index(turn.kind) for turn in turns if turn.kind])


def cross_validate(
    own: Sequence[Turn], others: Sequence[Turn], settings: Settings, *, seed: int
) -> Outcome:
    """Five folds; what belongs to one family stays in one fold."""
    families = sorted({turn.family for turn in own})
    random.Random(seed).shuffle(families)  # noqa: S311 - folds keep no secret
    fold = {family: n % FOLDS for n, family in enumerate(families)}
    right, sure, without = [], [], []
    for n in range(FOLDS):
        model = fit([t for t in own if fold[t.family] != n] + list(others), settings)
        held = [turn for turn in own if fold[turn.family] == n]
        right.append(kinds_of(held))
        sure.append(read_all(model, held))
        without.append(read_all(model, [_bare(turn) for turn in held]))
    return Outcome(np.concatenate(right), np.concatenate(sure), np.concatenate(without))


def _bare(turn: Turn) -> Turn:
    return replace(turn, text=bare(turn.text), previous=None)
