"""Somebody who reads all figures, knows who was in each, and wants to know one person.

Nothing of this is the guard's own: floating point and least squares instead of
remainders, all figures as one system instead of one after another.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy.optimize import linprog

from askwell.insight.guard.parts import Decision

TINY = 1e-7
FEWEST = 10


@dataclass
class Attack:
    """All released figures of one metric, with people who are alike in them as one."""

    rows: np.ndarray
    sums: np.ndarray
    weights: np.ndarray
    ends: tuple[float, float]

    @classmethod
    def on(
        cls, decisions: Iterable[Decision], ends: tuple[float, float] = (0, 1)
    ) -> "Attack":
        shown = [each for each in decisions if each.value is not None]
        people = sorted({person for each in shown for person in each.row})
        full = np.array([[each.row.get(p, 0) for p in people] for each in shown])
        columns, weights = np.unique(full, axis=1, return_counts=True)
        sums = np.array([each.sum.mean * sum(each.row.values()) for each in shown])
        return cls(columns.astype(float), sums, weights, ends)

    def determined(self) -> int:
        """How many people's values follow from the figures alone.

        A person's does if their unit vector lies in the space of the rows.
        """
        basis = _basis(self.rows)
        within = (basis**2).sum(axis=0) > 1 - TINY
        return int(((self.weights == 1) & within).sum())

    def small_groups(self) -> int:
        """How many combinations found speak of fewer than ten people."""
        found = [each for each in self._combinations() if 0 < self._size(each) < FEWEST]
        return len(found)

    def lightest_by_search(self, atoms: Sequence[int]) -> int:
        """The smallest group that linear programming finds around these people."""
        return min(self._size(self._sparsest(atom)) for atom in atoms)

    def pinned(self) -> int:
        """How many people can only be at one end, given all the figures."""
        lowest, highest = self.ends
        return sum(
            int(weight)
            for atom, weight in enumerate(self.weights)
            if self._can_be(atom, 1) < weight * lowest + TINY
            or self._can_be(atom, -1) > weight * highest - TINY
        )

    def unanimous(self) -> int:
        """How many figures, and differences of two, are as low or high as can be."""
        found = 0
        lowest, highest = self.ends
        for vector, total in self._differences():
            more = (vector.clip(0) * self.weights).sum()
            less = ((-vector).clip(0) * self.weights).sum()
            most, least = highest * more - lowest * less, lowest * more - highest * less
            at_end = min(abs(most - total), abs(total - least)) < TINY
            found += bool(self._size(vector) and at_end)
        return found

    def _can_be(self, atom: int, sign: int) -> float:
        """The most (1) or the least (-1) that these people's sum can be."""
        goal = np.zeros(len(self.weights))
        goal[atom] = -sign
        lowest, highest = self.ends
        bounds = [(weight * lowest, weight * highest) for weight in self.weights]
        found = linprog(goal, A_eq=self.rows, b_eq=self.sums, bounds=bounds)
        assert found.success, found.message
        return -sign * found.fun

    def _differences(self) -> Iterator[tuple[np.ndarray, float]]:
        yield from zip(self.rows, self.sums, strict=True)
        for one, other in combinations(range(len(self.rows)), 2):
            yield self.rows[one] - self.rows[other], self.sums[one] - self.sums[other]

    def _combinations(self) -> Iterator[np.ndarray]:
        """Differences of two; and from each, on towards ever fewer people."""
        for vector, _total in self._differences():
            yield vector
            if 0 < self._size(vector) < 4 * FEWEST:
                yield from self._greedily(vector)

    def _greedily(self, vector: np.ndarray) -> Iterator[np.ndarray]:
        """Add or take away a row, as long as that leaves fewer people."""
        while True:
            near = np.vstack([vector - self.rows, vector + self.rows])
            sizes = (np.abs(near) > TINY) @ self.weights
            sizes = np.where(sizes == 0, np.inf, sizes)
            if sizes.min() >= self._size(vector):
                return
            vector = near[sizes.argmin()]
            yield vector

    def _sparsest(self, atom: int) -> np.ndarray:
        """Of all combinations that speak of these people the smallest in sum."""
        basis = _basis(self.rows)
        count, width = basis.shape
        cost = np.concatenate([np.zeros(count), self.weights])
        flat = np.hstack([basis.T, -np.eye(width)])
        down = np.hstack([-basis.T, -np.eye(width)])
        fixed = np.concatenate([basis[:, atom], np.zeros(width)])[None]
        bounds = [(None, None)] * count + [(0, None)] * width
        found = linprog(
            cost,
            A_ub=np.vstack([flat, down]),
            b_ub=np.zeros(2 * width),
            A_eq=fixed,
            b_eq=[1],
            bounds=bounds,
        )
        return found.x[:count] @ basis if found.success else np.ones(width)

    def _size(self, vector: np.ndarray) -> int:
        return int((np.abs(vector) > TINY) @ self.weights)


def _basis(rows: np.ndarray) -> np.ndarray:
    """An orthonormal basis of all that can be made of the rows."""
    _left, sizes, basis = np.linalg.svd(rows, full_matrices=False)
    return basis[sizes > TINY * sizes.max()]
