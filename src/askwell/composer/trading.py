"""What each wish costs the others: the divisions found when it counts otherwise."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from askwell.composer.brief import Brief
from askwell.composer.proposal import Proposal

# A wish counts nothing, half, as usual, double, four times.
FACTORS = (0.0, 0.5, 1.0, 2.0, 4.0)


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
    raise NotImplementedError
