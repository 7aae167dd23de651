"""Cross-validation on the own turns: what the figures are that no dev set has seen."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

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
    hard: NDArray[np.bool_]
    """Which of them were written to mislead."""

    def plain(self) -> "Outcome":
        """Only the turns that were not written to mislead."""
        kept = ~self.hard
        return Outcome(
            self.right[kept], self.sure[kept], self.bare[kept], self.hard[kept]
        )

    @property
    def read(self) -> Ints:
        return as_heard(self.sure)

    def figures(self) -> dict[str, float]:
        """What the explanation page tells, by name."""
        right, read, bared = self.right, self.read, as_heard(self.bare)
        return {
            "macro-F1 over the seven kinds": figures.macro_f1(right, read),
            "macro-F1 without capitals and punctuation": figures.macro_f1(right, bared),
            "good questions and reflections called advice or leading": false_alarms(
                right, read
            ),
            "expected calibration error": figures.calibration_error(right, self.sure),
        }

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


def as_page(all_turns: Outcome, plain: Outcome) -> str:
    """The figures and the confusion matrix, as the explanation page includes them."""
    lines = ["| | all turns | not written to mislead |", "| --- | --- | --- |"]
    second = plain.figures()
    for name, value in all_turns.figures().items():
        lines.append(f"| {name} | {value:.3f} | {second[name]:.3f} |")
    lines += ["", "Of a hundred turns of a kind, so many were read as:", ""]
    names = [kind.replace("_", " ") for kind in KINDS]
    lines += [
        f"| what it is | {' | '.join(names)} |",
        "| --- |" + " --- |" * len(KINDS),
    ]
    table = all_turns.confusion()
    for name, row in zip(names, table / table.sum(axis=1, keepdims=True), strict=True):
        lines.append(f"| {name} | {' | '.join(f'{100 * x:.0f}' for x in row)} |")
    return "\n".join(lines) + "\n"


def kinds_of(turns: Sequence[Turn]) -> Ints:
    return np.array([KINDS.index(turn.kind) for turn in turns if turn.kind])


def cross_validate(
    own: Sequence[Turn], others: Sequence[Turn], settings: Settings, *, seed: int
) -> Outcome:
    """Five folds; what belongs to one family stays in one fold."""
    families = sorted({turn.family for turn in own})
    random.Random(seed).shuffle(families)  # noqa: S311 - folds keep no secret
    fold = {family: n % FOLDS for n, family in enumerate(families)}
    right, sure, without, hard = [], [], [], []
    for n in range(FOLDS):
        model = fit([t for t in own if fold[t.family] != n] + list(others), settings)
        held = [turn for turn in own if fold[turn.family] == n]
        right.append(kinds_of(held))
        sure.append(read_all(model, held))
        without.append(read_all(model, [_bare(turn) for turn in held]))
        hard.append(np.array([turn.hard or turn.contrast for turn in held]))
    return Outcome(
        np.concatenate(right),
        np.concatenate(sure),
        np.concatenate(without),
        np.concatenate(hard),
    )


def _bare(turn: Turn) -> Turn:
    return replace(turn, text=bare(turn.text), previous=None)
