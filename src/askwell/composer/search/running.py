"""One search from beginning to end: what it stands at, and the best it has met."""

import numpy as np

from askwell.composer.brief import USUAL_WEIGHTS
from askwell.composer.compiling import fast
from askwell.composer.scoring import poorest
from askwell.composer.search.annealing import anneal, mend
from askwell.composer.search.chance import seeded
from askwell.composer.search.nearness import near_people
from askwell.composer.search.problem import seated, sit_down
from askwell.composer.search.refreshing import refresh_all
from askwell.composer.search.staffing import staff
from askwell.composer.search.starting import Seating
from askwell.composer.search.state import (
    LEADER,
    LOAD,
    QUALITY,
    SET,
    SIZE,
)
from askwell.composer.search.worth import faults_of_all
from askwell.composer.tables import Arrays, Floats, Ints
from askwell.composer.wishes import PARTS

# Temperatures at the beginning and at the end, in units of one person's quality, with
# the usual weights: they were tried out on made-up problems of 120 to 20,000 people.
HOT, COLD = 0.05, 0.01
# Where there is something to begin with, it shall not be forgotten.
WARM = 0.03
# Up to so many people everybody may be looked at; beyond, mostly those near.
FEW = 300
# Few people are annealed several times over: a good end is a matter of luck then. So
# many steps for each person are one time; and so many are taken in a second, or more.
STEPS_A_TIME, STEPS_A_SECOND = 9_000, 1_000_000
# At so many moments facilitators are matched anew, if some set has none who fits.
STAFFINGS = 20
# Sets that break a rule are mended at this temperature, and at the end in rounds.
MENDING = 0.04
LAST_ROUNDS, LAST_STEPS, LAST_SHARE = 10, 1000, 100


class Run:
    """A search; `go` takes steps, `finish` returns to the best division met."""

    def __init__(
        self, arrays: Arrays, seating: Seating, *, seed: int, warm: bool, times: int = 1
    ) -> None:
        n = len(arrays.level)
        near = (
            np.zeros((n, 0), np.int64) if n <= FEW else near_people(arrays, seed=seed)
        )
        self._arrays = arrays
        scale = keenness(arrays.weights, arrays.fairness_weight) / usual_keenness()
        self._hot = scale * (WARM if warm else HOT)
        self._cold = scale * COLD
        self._times = times
        self._chance = seeded(seed)
        self._staffed, self._staffed_after = -1, 0
        self.steps = 0
        self.state = seated(
            arrays,
            set_of=seating.set_of,
            leaders=seating.leaders,
            near=near,
            fixed_people=seating.fixed_people,
            closed_sets=seating.closed_sets,
            fixed_leaders=seating.fixed_leaders,
        )
        fast(refresh_all)(self.state)
        fast(anneal)(self.state, self._chance, 0, 1.0, 0.0)
        self._staff()
        self.best_faults = 1 << 60
        self.best_total = 0.0
        self._keep_best()

    def go(self, steps: int, share: float) -> None:
        """So many steps, of which the first is at this share of the search."""
        cooled = share * self._times % 1.0
        temperature = self._hot * (self._cold / self._hot) ** cooled
        tau = self._tau()
        fast(anneal)(self.state, self._chance, steps, temperature, tau)
        self.steps += steps
        # To match anew is slow while nothing fits: never before people have moved.
        moved = self.steps - self._staffed_after >= len(self.state.people)
        if moved and int(share * STAFFINGS) > self._staffed:
            self._staffed, self._staffed_after = int(share * STAFFINGS), self.steps
            self._staff()
            fast(mend)(self.state, self._chance, steps, max(temperature, MENDING), tau)
        self._keep_best()

    def finish(self) -> None:
        """Mend what can be, and go back to the best division met."""
        self._staff()
        self._keep_best()
        steps = min(LAST_STEPS, self.steps // LAST_SHARE)
        for _ in range(LAST_ROUNDS):
            if self.best_faults == 0:
                break
            tau = self._tau()
            fast(mend)(self.state, self._chance, steps, MENDING, tau)
            self._staff()
            fast(anneal)(self.state, self._chance, steps, self._cold, tau)
            self._keep_best()
        sit_down(self.state, self._best_sets)
        self.state.sets[:, LEADER] = self._best_leaders
        f = len(self.state.leaders)
        led = self._best_leaders[self._best_leaders >= 0]
        self.state.leaders[:, LOAD] = np.bincount(led, minlength=f)
        fast(refresh_all)(self.state)

    def _tau(self) -> float:
        qualities = self.state.figures[:, QUALITY]
        last = poorest(self._arrays, len(qualities)) - 1
        return float(np.partition(qualities, last)[last])

    def _staff(self) -> None:
        if len(self.state.leaders) == 0:
            return
        leaders, sets = len(self.state.leaders), len(self.state.sets)
        asked = np.zeros(leaders, dtype=np.int64)
        waiting = np.zeros(sets + 1, dtype=np.int64)
        then = np.zeros(leaders + sets, dtype=np.int64)
        fast(staff)(self.state, asked, waiting, then, self._staffed % leaders)

    def _keep_best(self) -> None:
        faults = int(fast(faults_of_all)(self.state))
        total = self._total()
        if (faults, -total) < (self.best_faults, -self.best_total):
            self.best_faults, self.best_total = faults, total
            self._best_sets: Ints = self.state.people[:, SET].copy()
            self._best_leaders: Ints = self.state.sets[:, LEADER].copy()

    def _total(self) -> float:
        sizes, qualities = self.state.sets[:, SIZE], self.state.figures[:, QUALITY]
        many = poorest(self._arrays, len(qualities))
        fairness = float(np.partition(qualities, many - 1)[:many].mean())
        weight = float(self._arrays.weights.sum())
        average = float((sizes * qualities).sum() / sizes.sum())
        poor = self._arrays.fairness_weight
        return (weight * average + poor * fairness) / ((weight + poor) or 1.0)


def keenness(weights: Floats, fairness_weight: float) -> float:
    """How much gains differ with these weights: one wish alone is keener than many."""
    whole = float(weights.sum()) + fairness_weight
    length = float(np.sqrt((weights * weights).sum()))
    return length / whole if length > 0 else 1.0


def usual_keenness() -> float:
    """That of the usual weights."""
    weights = np.array([USUAL_WEIGHTS[name] for name in PARTS])
    return keenness(weights, USUAL_WEIGHTS["fairness"])


def times_over(people: int, *, seconds: float | None, steps: int) -> int:
    """How often to anneal in this time: small problems again and again."""
    if people > FEW:
        return 1
    expected = steps if seconds is None else seconds * STEPS_A_SECOND
    return max(1, int(expected / (STEPS_A_TIME * people)))
