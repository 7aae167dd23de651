"""What sets are strong and weak in, compared with the others."""

import numpy as np

from askwell.composer import scoring
from askwell.composer.appraising import Board
from askwell.composer.appraising.telling import CHALLENGES
from askwell.composer.explaining.explanation import Trait
from askwell.composer.proposal import ProposedSet
from askwell.composer.wishes import MIXED, PARTS

# How far from the others, in their own spread, a set must be for it to be told.
TELLING = 0.7
# Sets that differ by less than this are as good as equal.
SPREAD = 0.03
# Below this a set is weak in a wish, whatever the others are.
POOR = 0.5
MOST = 2


class Traits:
    """How all sets do on the wishes that count, challenges left out."""

    def __init__(self, board: Board) -> None:
        self._tables = board.tables
        self._rows = {each.id: row for row, each in enumerate(board.sets)}
        parts = [board.parts(each.id) for each in board.sets]
        self._parts = np.array(parts).reshape(-1, len(PARTS))
        sizes = np.array([len(each.members) for each in board.sets], dtype=float)
        self._usual = sizes @ self._parts / max(1.0, float(sizes.sum()))
        spread = self._parts.std(axis=0) if parts else np.zeros(len(PARTS))
        self._spread = np.maximum(spread, SPREAD)
        weights = board.tables.arrays.weights
        self._told = [
            at
            for at, name in enumerate(PARTS)
            if weights[at] > 0 and name not in CHALLENGES
        ]

    def of(self, learning_set: ProposedSet) -> tuple[tuple[Trait, ...], ...]:
        """What a set is strong in, and what it is weak in, the most telling first."""
        parts = self._parts[self._rows[learning_set.id]]
        off = (parts - self._usual) / self._spread
        by_strength = sorted(self._told, key=lambda at: (-off[at], -parts[at]))
        strong = [at for at in by_strength if off[at] >= TELLING]
        if not strong:
            strong = [at for at in by_strength[:1] if off[at] >= 0]
        weak = [
            at
            for at in reversed(by_strength)
            if off[at] <= -TELLING or (parts[at] < POOR and at not in strong)
        ]
        return (
            tuple(self._trait(learning_set, at) for at in strong[:MOST]),
            tuple(self._trait(learning_set, at) for at in weak[:MOST]),
        )

    def _trait(self, learning_set: ProposedSet, at: int) -> Trait:
        return Trait(
            wish=PARTS[at],
            value=float(self._parts[self._rows[learning_set.id], at]),
            usual=float(self._usual[at]),
            kinds=self._kinds(learning_set, at),
        )

    def _kinds(self, learning_set: ProposedSet, at: int) -> int:
        known = [who for who in learning_set.members if who in self._tables.place]
        members = self._tables.places(known)
        if at < len(MIXED):
            return len(set(self._tables.arrays.codes[members, at].tolist()))
        return scoring.linked_pairs(self._tables.arrays.met, members)
