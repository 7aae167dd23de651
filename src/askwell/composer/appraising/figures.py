"""The figures of all sets in rows, so that some can be replaced and all summed up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from askwell.composer import scoring
from askwell.composer.appraising.judging import Judged
from askwell.composer.tables import Arrays, Floats, Ints
from askwell.composer.wishes import PARTS, WISHES, Poorest

# What the wish about the poorest sets is called.
FAIRNESS = next(wish.name for wish in WISHES if isinstance(wish, Poorest))


@dataclass(frozen=True, slots=True)
class Summed:
    """A whole division in figures."""

    total: float
    parts: Mapping[str, float]
    fairness: float


@dataclass(frozen=True, slots=True)
class Figures:
    """A row for each set: how many it is, its parts, its quality, is it there."""

    sizes: Ints
    parts: Floats
    qualities: Floats
    there: NDArray[np.bool_]

    @classmethod
    def none(cls) -> "Figures":
        return cls(
            sizes=np.zeros(0, np.int64),
            parts=np.zeros((0, len(PARTS))),
            qualities=np.zeros(0),
            there=np.zeros(0, np.bool_),
        )

    @property
    def sets(self) -> int:
        return int(self.there.sum())

    def replaced(self, rows: Iterable[tuple[int, Judged | None]]) -> "Figures":
        """The same with other figures in these rows; new rows come at the end."""
        rows = list(rows)
        more = max((row + 1 for row, _ in rows), default=0) - len(self.sizes)
        changed = self._longer(max(0, more))
        for row, judged in rows:
            changed.there[row] = judged is not None
            changed.sizes[row] = judged.size if judged else 0
            changed.parts[row] = judged.parts if judged else 0.0
            changed.qualities[row] = judged.quality if judged else 0.0
        return changed

    def _longer(self, by: int) -> "Figures":
        return replace(
            self,
            sizes=np.concatenate((self.sizes, np.zeros(by, np.int64))),
            parts=np.concatenate((self.parts, np.zeros((by, len(PARTS))))),
            qualities=np.concatenate((self.qualities, np.zeros(by))),
            there=np.concatenate((self.there, np.zeros(by, np.bool_))),
        )

    def summed(self, arrays: Arrays) -> Summed:
        people = int(self.sizes.sum())
        averages = self.sizes @ self.parts / max(1, people)
        fairness = scoring.fairness_of(arrays, self.qualities[self.there])
        return Summed(
            total=float(scoring.blended(arrays, averages, fairness)),
            parts=dict(zip(PARTS, averages.tolist(), strict=True)),
            fairness=float(fairness),
        )
