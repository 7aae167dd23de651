"""Whether figures taken together leave somebody no choice but to be at an end.

Where everybody has a value from 0 to 1, sums near their ends can pin people down
although no elimination would: three figures may leave room for nobody to differ.
Nobody is pinned if there is a solution in which all have room on both sides, and such
a solution is looked for by going back and forth between what the figures say and the
range that people can be in. Finding one is a proof. Finding none is taken for a no,
unless the figures cannot all be true of unchanging people: then they pin nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from askwell.insight.guard.parts import Row

Reals = npt.NDArray[np.float64]

ROOM, ENOUGH = 0.1, 0.02
"""Of one person: how much room is aimed at, and how much is enough."""
STEPS = 300
IMPOSSIBLE = 0.5
"""So far out of range, figures speak of people who have changed."""


@dataclass(frozen=True, slots=True)
class Room:
    """Rows of figures over people who are in the same ones, as one of some weight."""

    rows: Reals
    weights: Reals
    solved: Reals

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "Room":
        people = sorted({person for row in rows for person in row})
        at = {person: number for number, person in enumerate(people)}
        full = np.zeros((len(rows), len(people)))
        for number, row in enumerate(rows):
            full[number, [at[person] for person in row]] = list(row.values())
        columns, weights = np.unique(full, axis=1, return_counts=True)
        solved: Reals = np.asarray(np.linalg.pinv(columns), np.float64)
        return cls(columns, weights.astype(float), solved)

    def pins(self, sums: Reals) -> bool:
        """Whether these sums, of values from 0 to 1, may leave somebody no room."""
        share = sums.sum() / (self.rows @ self.weights).sum()
        now = self._fitted(self.weights * share, sums)
        for _step in range(STEPS):
            if self._spare(now) >= ENOUGH:
                return False
            now = self._fitted(np.clip(now, ROOM, self.weights - ROOM), sums)
        return self._spare(now) > -IMPOSSIBLE

    def _fitted(self, now: Reals, sums: Reals) -> Reals:
        return now - self.solved @ (self.rows @ now - sums)

    def _spare(self, now: Reals) -> float:
        return float(min(now.min(), (self.weights - now).min()))
