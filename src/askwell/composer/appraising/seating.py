"""Finds promising places for somebody by a rough look at all of them at once."""

from collections.abc import Collection, Mapping
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from askwell.composer.appraising.division import Division
from askwell.composer.tables import Arrays, Floats, Ints

# A place where all can meet is looked at before one where they cannot.
CAN_MEET, HAS_ROOM = 2.0, 4.0

# Who goes where.
Ways = Mapping[str, str | None]


class Seating:
    """Who sits where, as arrays, for looking at all places at once.

    `at` is everybody's set by number, the last number for those in none. Nobody of
    `fixed`, and nobody in one of the `closed` sets, is moved; nobody goes there.
    """

    def __init__(
        self,
        division: Division,
        *,
        fixed: Collection[str] = (),
        closed: Collection[str] = (),
    ) -> None:
        self.tables, self._fixed, self._closed = division.tables, fixed, closed
        there = list(division.there())
        self.sets = [each.id for each in there]
        self.at: Ints = np.full(len(self.tables.people), len(there))
        for number, each in enumerate(there):
            for who in each.members:
                if who in self.tables.place:
                    self.at[self.tables.place[who]] = number
        qualities = [division.judged[each].quality for each in self.sets]
        self.quality = np.array([*qualities, 0.0])
        self.counts = np.bincount(self.at, minlength=len(there) + 1)

    def moves_of(self, person: str, *, most: int) -> list[Ways]:
        """Somebody into other sets, the most promising first."""
        who = self.tables.place[person]
        home = int(self.at[who])
        found = (
            {person: self.sets[at]}
            for at in self._promising_sets(who)
            if at != home and self.sets[at] not in self._closed
        )
        return list(islice(found, most))

    def swaps_of(self, person: str, *, most: int) -> list[Ways]:
        """Somebody against people of other sets, the most promising first."""
        who = self.tables.place[person]
        home = int(self.at[who])
        if home == len(self.sets):
            return []
        found = (
            {person: self.sets[self.at[other]], self.tables.people[other]: here}
            for here in (self.sets[home],)
            for other in self._promising_people(who, home)
            if self._may_go(other)
        )
        return list(islice(found, most))

    def joining(self, set_id: str, *, most: int) -> list[Ways]:
        """People of other sets into this one, the most promising first."""
        home = self.sets.index(set_id)
        members = _numbers(np.flatnonzero(self.at == home))
        found = (
            {self.tables.people[who]: set_id}
            for who in self._promising_joiners(members, home)
            if self._may_go(who)
        )
        return list(islice(found, most))

    def _may_go(self, who: int) -> bool:
        sits_in = self.sets[self.at[who]]
        return self.tables.people[who] not in self._fixed and (
            sits_in not in self._closed
        )

    def _promising_sets(self, who: int) -> list[int]:
        arrays = self.arrays
        promise = self._sums(pulls(arrays, who)) / np.maximum(1, self.counts)
        promise += HAS_ROOM * (self.counts < arrays.size_max)
        promise += CAN_MEET * self._enough(self._common() & arrays.free[who])
        return _numbers(np.argsort(-promise[:-1], kind="stable"))

    def _promising_people(self, who: int, home: int) -> list[int]:
        arrays = self.arrays
        left = [
            each for each in _numbers(np.flatnonzero(self.at == home)) if each != who
        ]
        near = pulls(arrays, who)
        others = np.maximum(1, self.counts - 1)[self.at]
        there = (self._sums(near)[self.at] - near) / others
        promise = self._joiners(left) + there - self.quality[self.at]
        promise += CAN_MEET * self._enough(self._common()[self.at] & arrays.free[who])
        return self._elsewhere(promise, home)

    def _promising_joiners(self, members: list[int], home: int) -> list[int]:
        roomy = self.counts[self.at] > self.arrays.size_min
        promise = self._joiners(members) + HAS_ROOM * roomy - self.quality[self.at]
        return self._elsewhere(promise, home)

    def _joiners(self, members: list[int]) -> Floats:
        """How well everybody goes with these, on average, and whether they can meet."""
        arrays = self.arrays
        near = np.zeros(len(self.at))
        for each in members:
            near += pulls(arrays, each) / len(members)
        free = np.bitwise_and.reduce(arrays.free[members], axis=0)
        met: Floats = near + CAN_MEET * self._enough(arrays.free & free)
        return met

    def _elsewhere(self, promise: Floats, home: int) -> list[int]:
        able = (self.at != home) & (self.at < len(self.sets))
        order = np.argsort(-promise, kind="stable")
        return _numbers(order[able[order]])

    @property
    def arrays(self) -> Arrays:
        return self.tables.arrays

    def _sums(self, figures: Floats) -> Floats:
        sums: Floats = np.bincount(
            self.at, weights=figures, minlength=len(self.sets) + 1
        ).astype(np.float64)
        return sums

    def _common(self) -> Ints:
        """When all members of each set are free."""
        common = np.full((len(self.sets) + 1, self.arrays.free.shape[1]), -1, np.int64)
        np.bitwise_and.at(common, self.at, self.arrays.free)
        return common

    def _enough(self, free: Ints) -> NDArray[np.bool_]:
        blocks = np.bitwise_count(free).sum(axis=1)
        return np.asarray(blocks >= self.arrays.min_common)


def pulls(arrays: Arrays, who: int) -> Floats:
    """How well everybody goes with somebody, wish by wish, by weight."""
    mixed = len(arrays.kinds)
    cosine = np.maximum(0.0, arrays.directions @ arrays.directions[who])
    new = np.ones(len(arrays.codes))
    new[arrays.met.who[arrays.met.at[who] : arrays.met.at[who + 1]]] = 0.0
    found: Floats = (arrays.codes != arrays.codes[who]) @ arrays.weights[:mixed]
    found = found + arrays.weights[mixed] * (1 - cosine if arrays.unlike else cosine)
    found = found + arrays.weights[mixed + 1] * new
    return found / max(float(arrays.weights.sum()), 1e-9)


def _numbers(found: NDArray[np.int64]) -> list[int]:
    return [int(each) for each in found]
