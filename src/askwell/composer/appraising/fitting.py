"""Who of all facilitators could take a set: `scoring.fits` for all at once."""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from askwell.composer.tables import Ints, Tables

Mask = NDArray[np.bool_]


class Fitting:
    """Facilitators and the sets they could take, their other sets aside."""

    def __init__(self, tables: Tables) -> None:
        arrays = tables.arrays
        self._arrays = arrays
        # Facilitators who cannot take a set that somebody is in.
        self._barred: dict[int, list[int]] = defaultdict(list)
        for leader in range(len(arrays.capacity)):
            own, below = int(arrays.leader_person[leader]), arrays.below
            if own >= 0:
                self._barred[own].append(leader)
            for who in below.who[below.at[leader] : below.at[leader + 1]].tolist():
                self._barred[who].append(leader)

    def free_with(self, members: Ints) -> Ints:
        """In how many blocks each facilitator and all members are free."""
        arrays = self._arrays
        common = np.bitwise_and.reduce(arrays.free[members], axis=0)
        blocks: Ints = np.bitwise_count(arrays.leader_free & common).sum(axis=1)
        return blocks.astype(np.int64)

    def of(self, members: Ints) -> Mask:
        """For each facilitator, whether they could take a set of these."""
        fit: Mask = self.free_with(members) >= self._arrays.min_common
        for who in members.tolist():
            fit[self._barred.get(who, [])] = False
        return fit
