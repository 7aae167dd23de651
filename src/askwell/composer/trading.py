"""What each wish costs the others: the divisions found when it counts otherwise."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from askwell.composer.appraising import appraise
from askwell.composer.brief import Brief
from askwell.composer.composing import Progress, compose, usual_steps
from askwell.composer.proposal import Proposal
from askwell.composer.wishes import WISHES

# A wish counts nothing, half, as usual, double, four times.
FACTORS = (0.0, 0.5, 1.0, 2.0, 4.0)
# Each search takes so small a part of the steps a first one takes.
SHORT = 10


@dataclass(frozen=True, slots=True)
class Point:
    """The division found when a wish counts `factor` times, scored as the brief says.

    `moved` is how many people sit with somebody else than in the proposal asked
    about, that is: in a set of another id.
    """

    factor: float
    proposal: Proposal
    moved: int


@dataclass(frozen=True, slots=True)
class Trade:
    """One slider: a wish, and a point for each of `FACTORS`."""

    wish: str
    points: tuple[Point, ...]


def trade(
    brief: Brief,
    proposal: Proposal,
    *,
    seed: int = 1,
    steps: int | None = None,
    wishes: Sequence[str] | None = None,
    progress: Callable[[float], bool] | None = None,
) -> tuple[Trade, ...]:
    """One trade for each wish that counts (or each of `wishes`).

    Each point is a short search of `steps` from the proposal; the same seed and steps
    give the same answer. `progress` hears the share done and stops it with False:
    then the trades finished so far are given.
    """
    names = wishes or [e.name for e in WISHES if brief.weights.get(e.name, 0.0) > 0]
    search = _Search(
        brief=brief,
        proposal=proposal,
        seed=seed,
        steps=steps or usual_steps(len(brief.people)) // SHORT,
        told=progress or _nobody,
        runs=len(names) * (len(FACTORS) - 1) + 1,
    )
    as_usual = search.point("", 1.0)
    found = []
    for name in names:
        points = tuple(
            as_usual if factor == 1.0 else search.point(name, factor)
            for factor in FACTORS
        )
        if search.stopped:
            break
        found.append(Trade(name, points))
    return tuple(found)


def _nobody(_: float) -> bool:
    return True


@dataclass(slots=True)
class _Search:
    """Short searches, one after the other, of which somebody hears."""

    brief: Brief
    proposal: Proposal
    seed: int
    steps: int
    told: Callable[[float], bool]
    runs: int
    done: int = 0
    stopped: bool = False

    def point(self, wish: str, factor: float) -> Point:
        """What is found when a wish counts so much; nothing new once stopped."""
        if self.stopped:
            return Point(factor, self.proposal, 0)
        found = compose(
            replace(self.brief, weights=self._weights(wish, factor)),
            seed=self.seed,
            steps=self.steps,
            start=self.proposal,
            progress=self._heard,
        )
        self.done += 1
        scored = replace(
            appraise(self.brief, found.sets), seed=self.seed, steps=found.steps
        )
        return Point(factor, scored, moved(self.proposal, scored))

    def _weights(self, wish: str, factor: float) -> dict[str, float]:
        return {
            name: weight * (factor if name == wish else 1.0)
            for name, weight in self.brief.weights.items()
        }

    def _heard(self, progress: Progress) -> bool:
        self.stopped = not self.told((self.done + progress.share) / self.runs)
        return not self.stopped


def moved(before: Proposal, after: Proposal) -> int:
    """How many people are in a set of another id."""
    was = {who: each.id for each in before.sets for who in each.members}
    return sum(was.get(who) != e.id for e in after.sets for who in e.members)
