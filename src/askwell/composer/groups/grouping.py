"""Searches for the best grouping: one slow cooling after another, the best is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from askwell.composer.compiling import fast, is_fast
from askwell.composer.groups.annealing import (
    BEST,
    BLOCK,
    NEVER,
    VALUE,
    Arrays,
    Places,
    anneal,
)
from askwell.composer.groups.instance import Instance, value
from askwell.composer.groups.sizes import most_pairs
from askwell.composer.search.chance import below, seeded

# A cooling goes from where so many steps change something to where so few do: there
# the order of the groups comes about. Found by trying; see decision 15.
HOT_SHARE, COLD_SHARE = 0.20, 0.03
# The last part of a cooling goes down to where next to nothing moves any more.
FREEZING, FROZEN = 0.08, 0.35
# A cooling takes so many steps for each pair; what is left over is for further ones.
STEPS_PER_PAIR = 800
# Sums are computed anew, and the time looked at, so many times in a cooling.
LOOKS = 250
# How warmth is found: a burst of so many steps for each element at each warmth.
BURST, FALL, FAST_FALL, FAST_ABOVE = 30, 0.92, 0.85, 0.5
FEWEST = 1000
TINY = 1e-9
LARGEST: Final = 100.0


@dataclass(frozen=True, slots=True)
class So:
    """How a search goes: steps taken, and the best value so far."""

    steps: int
    best: float


@dataclass(frozen=True, slots=True)
class Grouping:
    """Groups of elements, and the sum of distances within them."""

    value: float
    groups: tuple[tuple[int, ...], ...]
    seed: int
    steps: int
    compiled: bool


# How much of what the search may take is taken, 0..1; at 1 it ends. Whoever calls
# knows the clock; with steps alone the same seed gives the same grouping.
Used = Callable[[So], float]


def solve(instance: Instance, *, used: Used, seed: int = 1) -> Grouping:
    """The best grouping found until `used` says 1; it is asked first once compiled."""
    return _Search(instance, used, seed).run()


class _Search:
    def __init__(self, instance: Instance, used: Used, seed: int) -> None:
        self._instance, self._used, self._seed = instance, used, seed
        self._n = len(instance.distances)
        self._sizes = most_pairs(instance.lower, instance.upper, self._n)
        self._scale, self._arrays = _arrays(instance, seed)
        self._anneal = fast(anneal)
        self._steps, self._share = 0, 0.0
        self._best, self._groups = -np.inf, self._dealt()

    def run(self) -> Grouping:
        self._compile()
        hot, cold = self._warmths()
        begun = self._share
        coolings = self._coolings()
        for each in range(1, coolings + 1):
            self._cool(hot, cold, begun + (1.0 - begun) * each / coolings)
        groups = tuple(
            tuple(np.flatnonzero(self._groups == group).tolist())
            for group in range(len(self._sizes))
        )
        found = value(self._instance, groups)
        return Grouping(found, groups, self._seed, self._steps, is_fast())

    def _compile(self) -> None:
        """A first step, so that whoever looks at a clock begins after compiling."""
        self._deal()
        self._take(1.0, 1.0, 1)

    def _coolings(self) -> int:
        """How many there is time for: one long one is better than two short ones."""
        in_all = self._steps / max(self._share, TINY)
        return max(1, round(in_all / (STEPS_PER_PAIR * self._n * self._n / 2.0)))

    def _warmths(self) -> tuple[float, float]:
        """From where to where it is worth cooling, found by one quick cooling."""
        self._deal()
        spread = self._spread()
        warmth = hot = cold = 4.0 * spread
        burst = BURST * self._n
        while warmth > 1e-4 * spread and self._share < 1.0:
            share = self._take(warmth, warmth, burst) / burst
            if share >= HOT_SHARE:
                hot = warmth
            if share >= COLD_SHARE:
                cold = warmth
            if share < COLD_SHARE / 2.0:
                break
            warmth *= FAST_FALL if share > FAST_ABOVE else FALL
        self._keep()
        return hot, min(cold, 0.9 * hot)

    def _spread(self) -> float:
        if self._n == 1:
            return TINY
        pairs = np.triu_indices(self._n, 1)
        return max(TINY, float(np.std(self._arrays.distances[pairs])))

    def _cool(self, hot: float, cold: float, ends: float) -> None:
        """Cool once, until `ends` of all that may be taken is taken."""
        begins = self._share
        self._deal()
        while self._share < min(ends, 1.0):
            done = (self._share - begins) / (ends - begins)
            in_all = self._steps / max(self._share, TINY) * (ends - begins)
            steps = max(FEWEST, int(in_all / LOOKS))
            then = min(1.0, done + steps / in_all)
            self._take(_warmth(done, hot, cold), _warmth(then, hot, cold), steps)
        self._keep()

    def _take(self, hot: float, cold: float, steps: int) -> int:
        """Take steps, and look at the time; how many steps changed something."""
        changed: int = self._anneal(self._arrays, hot, cold, steps)
        self._steps += steps
        self._refresh()
        best = max(self._best, self._arrays.state[BEST] / self._scale)
        self._share = self._used(So(self._steps, float(best)))
        return changed

    def _keep(self) -> None:
        found = self._arrays.state[BEST] / self._scale
        if found > self._best:
            self._best = found
            self._groups = self._arrays.best[: self._n].copy()

    def _dealt(self) -> Places:
        groups = np.repeat(np.arange(len(self._sizes), dtype=np.uint32), self._sizes)
        for at in range(self._n - 1, 0, -1):
            other = below(self._arrays.chance, at + 1)
            groups[at], groups[other] = groups[other], groups[at]
        return groups

    def _deal(self) -> None:
        a = self._arrays
        a.group[: self._n] = self._dealt()
        a.size[:] = self._sizes
        self._refresh()
        a.best[:] = a.group
        a.state[BEST] = a.state[VALUE]

    def _refresh(self) -> None:
        """Compute sums anew, so that no rounding adds up."""
        a, n = self._arrays, self._n
        order = np.argsort(a.group[:n], kind="stable")
        peopled = np.flatnonzero(a.size)
        starts = (np.cumsum(a.size) - a.size)[peopled]
        a.sums[:] = 0.0
        a.sums[peopled] = np.add.reduceat(
            a.distances[order], starts, axis=0, dtype=np.float64
        )
        a.own[:n] = a.sums[a.group[:n], np.arange(n)]
        a.state[VALUE] = float(a.own[:n].sum(dtype=np.float64)) / 2.0


def _warmth(part: float, hot: float, cold: float) -> float:
    """The warmth when so much of a cooling is done."""
    slow = min(1.0, part / (1.0 - FREEZING))
    fast = max(0.0, (part - 1.0 + FREEZING) / FREEZING)
    return float(hot * (cold / hot) ** slow * FROZEN**fast)


def _arrays(instance: Instance, seed: int) -> tuple[float, Arrays]:
    n, groups = len(instance.distances), len(instance.lower)
    filled = -(-n // BLOCK) * BLOCK
    furthest = float(np.abs(instance.distances).max(initial=0.0)) or 1.0
    # A power of two changes no digit of a number.
    scale = 2.0 ** round(np.log2(LARGEST / furthest))
    distances = np.zeros((n, filled), dtype=np.float32)
    distances[:, :n] = instance.distances * scale
    return scale, Arrays(
        distances=distances,
        group=np.full(filled, groups, dtype=np.uint32),
        sums=np.zeros((groups, filled), dtype=np.float32),
        own=np.zeros(filled, dtype=np.float32),
        size=np.zeros(groups, dtype=np.int64),
        lower=np.array(instance.lower, dtype=np.int64),
        upper=np.array(instance.upper, dtype=np.int64),
        best=np.zeros(filled, dtype=np.uint32),
        state=np.zeros(2),
        chance=seeded(seed),
        weights=np.zeros(filled, dtype=np.float32),
        blocks=np.zeros(filled // BLOCK, dtype=np.float32),
        gains=np.full(groups + 1, NEVER, dtype=np.float32),
    )
