"""Finds the best places for somebody: a rough look at all, a close look at few."""

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from askwell.composer.appraising.appraisal import Appraisal
from askwell.composer.tables import Arrays, Floats, Ints

if TYPE_CHECKING:
    from askwell.composer.appraising.board import Board

# How many moves, and how many swaps, are looked at closely.
CLOSELY = 40
# A place where all can meet is looked at before one where they cannot.
CAN_MEET, HAS_ROOM = 2.0, 4.0


def suggested(board: "Board", person: str, *, best: int) -> tuple[Appraisal, ...]:
    """Moves and swaps of somebody: what breaks nothing first, what mends most of them,
    then by total."""
    home, seating = board.set_of(person), Seating(board)
    who = board.tables.place[person]
    tries = [
        board.move(person, set_id)
        for set_id in islice(seating.sets_for(who), CLOSELY + 1)
        if set_id != home
    ]
    if home is not None:
        fixed = board.brief.locks.people
        others = (each for each in seating.partners_of(who) if each not in fixed)
        tries += [board.swap(person, other) for other in islice(others, CLOSELY)]
    tries.sort(key=_rank)
    return tuple(tries[:best])


def _rank(appraisal: Appraisal) -> tuple[bool, int, float]:
    appearing, vanishing = len(appraisal.appearing), len(appraisal.vanishing)
    return appearing > 0, appearing - vanishing, -appraisal.total.after


class Seating:
    """Who sits where, as arrays, for looking at all places at once.

    `at` is everybody's set by number, the last number for those in none.
    """

    def __init__(self, board: "Board") -> None:
        self.tables = board.tables
        self.sets = [each.id for each in board.sets]
        self.at: Ints = np.full(len(board.tables.people), len(self.sets))
        for number, each in enumerate(board.sets):
            for who in each.members:
                if who in board.tables.place:
                    self.at[board.tables.place[who]] = number
        self.quality = np.array([*map(board.quality, self.sets), 0.0])
        self.counts = np.bincount(self.at, minlength=len(self.sets) + 1)

    def sets_for(self, who: int) -> list[str]:
        """All sets, the most promising for somebody first."""
        arrays = self.arrays
        promise = self._sums(pulls(arrays, who)) / np.maximum(1, self.counts)
        promise += HAS_ROOM * (self.counts < arrays.size_max)
        promise += CAN_MEET * self._enough(self._common() & arrays.free[who])
        return [self.sets[at] for at in np.argsort(-promise[:-1], kind="stable")]

    def partners_of(self, who: int) -> list[str]:
        """People of other sets to swap somebody with, the most promising first."""
        arrays, home = self.arrays, self.at[who]
        left = [
            each for each in np.flatnonzero(self.at == home).tolist() if each != who
        ]
        near = pulls(arrays, who)
        there = (self._sums(near)[self.at] - near) / np.maximum(
            1, self.counts[self.at] - 1
        )
        here = np.mean([pulls(arrays, each) for each in left] or [near * 0], axis=0)
        free_here = np.bitwise_and.reduce(arrays.free[left], axis=0)
        promise = there + here - self.quality[self.at]
        promise += CAN_MEET * self._enough(arrays.free & free_here)
        promise += CAN_MEET * self._enough(self._common()[self.at] & arrays.free[who])
        able = (self.at != home) & (self.at < len(self.sets))
        order = np.argsort(-promise, kind="stable")
        return [self.tables.people[each] for each in order if able[each]]

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
