"""The release guard: whom a figure would point at, beside all released before.

Whoever reads figures may know who was in each of them, and may take it that a
person's value stands: then a joiner is this quarter's sum minus the last one's. So
every figure of a metric is a row over people, of all quarters and scopes, and a new
one is refused when some combination of the rows speaks of fewer than ten people.

People who are in the same rows cannot be told apart and are looked at as one. Where
ten or more are one, no small group can hold them: rows are first combined so that
all of these vanish, and only what is left over has to be weighed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from askwell.insight.guard.elimination import (
    PRIMES,
    Whole,
    eliminated,
    primes_for,
)
from askwell.insight.guard.groups import Found, smallest
from askwell.insight.guard.parts import Row
from askwell.insight.metric import FEWEST_PEOPLE


class Scales:
    """Weighs figures about groups of people against the rows of the past."""

    def __init__(
        self,
        past: Iterable[Row],
        groups: Sequence[frozenset[str]],
        *,
        fewest: int = FEWEST_PEOPLE,
    ) -> None:
        rows = _distinct(past)
        alike = _alike([*rows, *(dict.fromkeys(group, 1) for group in groups)])
        self._weights = np.array(list(alike.values()), np.int64)
        entries = [(n, at, t) for at, each in enumerate(alike) for n, t in each]
        found = np.array(entries, np.int64).reshape(-1, 3)
        of_past = found[:, 0] < len(rows)
        self._past = _independent(_dense(found[of_past], len(rows), len(alike)))
        self._group, self._at = found[~of_past, 0] - len(rows), found[~of_past, 1]
        self._groups = len(groups)
        self._fewest = fewest
        self._refused: list[Whole] = []
        self.weighed = 0

    def people_in(self, chosen: Sequence[int]) -> int:
        return int((self._row(chosen) != 0) @ self._weights)

    def refuses(self, chosen: Sequence[int]) -> bool:
        """Whether a figure about these groups would point at too few people."""
        row = self._row(chosen)
        if any(self._is_light((row + known) % PRIMES[0]) for known in self._refused):
            return True
        self.weighed += 1
        primes = primes_for(len(self._past) + 1)
        return any(self._points(row, prime) for prime in primes)

    def _row(self, chosen: Sequence[int]) -> Whole:
        is_chosen = np.zeros(self._groups, bool)
        is_chosen[list(chosen)] = True
        at = self._at[is_chosen[self._group]]
        return np.bincount(at, minlength=len(self._weights)).astype(np.int64)

    def _is_light(self, vector: Whole) -> bool:
        return 0 < int((vector != 0) @ self._weights) < self._fewest

    def _points(self, row: Whole, prime: int) -> bool:
        rows = np.vstack([self._past, row])
        merged, weights, of = _merged(rows, self._weights)
        marked = np.hstack([merged, np.zeros((len(rows), 1), np.int64)])
        marked[-1, -1] = 1
        large = np.flatnonzero(weights >= self._fewest)
        turned, pivots = eliminated(marked, large, prime)
        found = smallest(turned[len(pivots) :], weights, self._fewest, prime)
        if found and prime == PRIMES[0]:
            self._remember(found, row, of)
        return found is not None

    def _remember(self, found: Found, row: Whole, of: Whole) -> None:
        """What of the past pointed at somebody beside this row; it may do so again."""
        if found.vector is None or not found.vector[-1]:
            return
        prime = PRIMES[0]
        scaled = found.vector * pow(int(found.vector[-1]), -1, prime) % prime
        self._refused.append((scaled[:-1][of] - row) % prime)


Place = tuple[tuple[int, int], ...]
"""The rows that somebody is in, and how often in each."""


def _alike(rows: Sequence[Row]) -> Counter[Place]:
    """How many people are in exactly the same rows."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, row in enumerate(rows):
        for person, times in row.items():
            places[person].append((number, times))
    return Counter(tuple(each) for each in places.values())


def _dense(entries: Whole, rows: int, columns: int) -> Whole:
    matrix = np.zeros((rows, columns), np.int64)
    matrix[entries[:, 0], entries[:, 1]] = entries[:, 2]
    return matrix


def _distinct(past: Iterable[Row]) -> list[Row]:
    return list({frozenset(row.items()): row for row in past}.values())


def _merged(rows: Whole, weights: Whole) -> tuple[Whole, Whole, Whole]:
    """People in the same rows as one column, how many they are, and who is where.

    Whoever is in no row at all has a column too, which weighs nothing.
    """
    if not rows.size:
        return rows, weights, np.arange(len(weights))
    columns, of = np.unique(rows, axis=1, return_inverse=True)
    of = of.reshape(-1)
    counted = np.bincount(of, weights=weights, minlength=columns.shape[1])
    counted[~columns.any(axis=0)] = 0
    return columns, counted.astype(np.int64), of


def _independent(rows: Whole) -> Whole:
    """As many of the rows as tell something that those before them do not."""
    if not len(rows):
        return rows
    kept = set[int]()
    for prime in primes_for(len(rows)):
        kept |= set(eliminated(rows.T, range(len(rows)), prime)[1])
    return rows[sorted(kept)]
