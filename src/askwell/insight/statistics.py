"""The few formulas that figures are made with, each with where it comes from."""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist, median

from askwell.insight.tally import Sum

USUAL_RHO = 0.3
"""How far goals of one person are taken to go together (Kiresuk and Sherman, 1968)."""
SURE = 0.95
FEWEST_FOR_A_BAND = 2
SMALL, STEPS, CLOSE = 1e-300, 300, 1e-14


@dataclass(frozen=True, slots=True)
class Band:
    """Between what a value may well lie."""

    low: float
    high: float


# How equal, how far, how far across


def gini(values: Iterable[float]) -> float:
    """0 where all have the same; nearly 1 where one has everything.

    The mean difference of all pairs over twice the mean. Of nothing at all it is 0.
    """
    ordered = sorted(values)
    count, total = len(ordered), sum(ordered)
    if not total:
        return 0.0
    ranked = sum(rank * value for rank, value in enumerate(ordered, 1))
    return 2 * ranked / (count * total) - (count + 1) / count


def equality(values: Iterable[float]) -> float:
    """1 where all have the same; the less, the more it lies with a few."""
    return 1 - gini(values)


def goal_attainment(
    scores: Sequence[float],
    weights: Sequence[float] | None = None,
    *,
    rho: float = USUAL_RHO,
) -> float:
    """T of one person's goals, each from -2 to 2: 50 is as hoped (Kiresuk, Sherman)."""
    weighs = [1.0] * len(scores) if weights is None else list(weights)
    gained = sum(weight * score for weight, score in zip(weighs, scores, strict=True))
    squares = sum(weight * weight for weight in weighs)
    spread = math.sqrt((1 - rho) * squares + rho * sum(weighs) ** 2)
    return 50 + 10 * gained / spread


def ei_index(external: float, internal: float) -> float | None:
    """From -1, all ties within, to 1, all ties across (Krackhardt and Stern, 1988)."""
    ties = external + internal
    return (external - internal) / ties if ties else None


def reciprocity(ties: Collection[tuple[str, str]]) -> float | None:
    """How many of the pairs with a tie have it both ways."""
    pairs = {frozenset(tie) for tie in ties if len(set(tie)) > 1}
    known = set(ties)
    both = sum(all((a, b) in known for a, b in _ways(pair)) for pair in pairs)
    return both / len(pairs) if pairs else None


def _ways(pair: frozenset[str]) -> tuple[tuple[str, str], tuple[str, str]]:
    one, other = sorted(pair)
    return (one, other), (other, one)


def subscale_mean(
    answers: Sequence[float | None],
    *,
    reverse: Collection[int] = (),
    lowest: float,
    highest: float,
    at_least: float = 0.5,
) -> float | None:
    """The mean of one person's answers, those to the items in `reverse` turned round.

    None with fewer than `at_least` of the items answered. Items count from 0.
    """
    known = [
        lowest + highest - answer if item in reverse else answer
        for item, answer in enumerate(answers)
        if answer is not None
    ]
    if not known or len(known) < at_least * len(answers):
        return None
    return sum(known) / len(known)


# How sure


def wilson(part: float, whole: float, *, sure: float = SURE) -> Band | None:
    """The band of a share (Wilson, 1927): honest also for few, and near 0 and 1."""
    if whole <= 0:
        return None
    z = NormalDist().inv_cdf((1 + sure) / 2)
    share, squared = part / whole, z * z / whole
    middle = (share + squared / 2) / (1 + squared)
    apart = share * (1 - share) / whole + squared / (4 * whole)
    half = z * math.sqrt(max(apart, 0.0)) / (1 + squared)
    return Band(max(0.0, middle - half), min(1.0, middle + half))


def mean_band(found: Sum, *, sure: float = SURE) -> Band | None:
    """The band of a mean, by Student's t; none of fewer than two values."""
    if found.weight < FEWEST_FOR_A_BAND:
        return None
    mean = found.total / found.weight
    free = found.weight - 1
    variance = max(found.squares - found.weight * mean * mean, 0.0) / free
    half = t_quantile((1 + sure) / 2, free) * math.sqrt(variance / found.weight)
    return Band(mean - half, mean + half)


def middle(values: Iterable[float]) -> float | None:
    """The median; None of nothing."""
    known = list(values)
    return median(known) if known else None


@lru_cache(maxsize=1024)
def t_quantile(chance: float, free: float) -> float:
    """Below which Student's t with so many degrees of freedom stays that often."""
    if chance < 1 / 2:
        return -t_quantile(1 - chance, free)
    low, high = 0.0, 1.0
    while _t_below(high, free) < chance:
        low, high = high, high * 2
    while high - low > CLOSE * max(1.0, high):
        between = (low + high) / 2
        if between in (low, high):
            break
        if _t_below(between, free) < chance:
            low = between
        else:
            high = between
    return (low + high) / 2


def _t_below(value: float, free: float) -> float:
    """How often t is less than `value`, which is not negative."""
    return 1 - _beta(free / (free + value * value), free / 2, 1 / 2) / 2


def _beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function."""
    if x in (0.0, 1.0):
        return x
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta(1 - x, b, a)
    front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    front += a * math.log(x) + b * math.log1p(-x)
    return math.exp(front) * _fraction(x, a, b) / a


def _fraction(x: float, a: float, b: float) -> float:
    """Its continued fraction, by Lentz's method."""
    c, d = 1.0, _turned(1 - (a + b) * x / (a + 1))
    found = d
    for step in range(1, STEPS):
        for factor in _factors(step, x, a, b):
            d = _turned(1 + factor * d)
            c = 1 + factor / c or SMALL
            found *= c * d
        if abs(c * d - 1) < CLOSE:
            break
    return found


def _turned(value: float) -> float:
    return 1 / (value or SMALL)


def _factors(step: int, x: float, a: float, b: float) -> tuple[float, float]:
    twice = 2 * step
    even = step * (b - step) * x / ((a + twice - 1) * (a + twice))
    odd = -(a + step) * (a + b + step) * x / ((a + twice) * (a + twice + 1))
    return even, odd
