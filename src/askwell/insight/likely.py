"""How far chance alone could move the ratio of two small counts.

Each count is taken for Poisson's, with Jeffreys' prior. Given how many there are in
all, the share of the first among them then has a Beta(l + 1/2, c + 1/2) distribution
(Brown, Cai and DasGupta 2001, "Interval estimation for a binomial proportion"); the
ratio of the two rates follows from that share. Where things weigh differently, a count
is replaced by the number of equal things that would scatter as much (Fay and Feuer
1997). It stays approximate: changes come in bursts, which no such model knows.
"""

from math import exp, lgamma, log, log1p

from askwell.insight.tally import Sum

LIKELY = 0.8
"""Four times in five the ratio lies within the band."""

PRIOR = 0.5
_STEPS, _ENOUGH = 200, 1e-12


def likely_ratio(
    first: Sum, second: Sum, *, likely: float = LIKELY
) -> tuple[float, float]:
    """Where the ratio of two weighted counts lies; the second must not be empty."""
    worth = _worth(second)
    scale = (_worth(first) or worth) / worth
    a, b = _equals(first) + PRIOR, _equals(second) + PRIOR
    low, high = (
        scale * share / (1 - share)
        for share in (
            beta_quantile((1 - likely) / 2, a, b),
            beta_quantile((1 + likely) / 2, a, b),
        )
    )
    ratio = first.total / second.total
    return min(low, ratio), max(high, ratio)


def _worth(counted: Sum) -> float:
    """What one of the equal things would weigh."""
    return counted.squares / counted.total if counted.total else 0.0


def _equals(counted: Sum) -> float:
    """How many equal things would scatter as much."""
    return counted.total**2 / counted.squares if counted.squares else 0.0


def beta_quantile(probability: float, a: float, b: float) -> float:
    """Below which a Beta(a, b) share lies so often; by halving."""
    low, high = 0.0, 1.0
    while high - low > _ENOUGH:
        middle = (low + high) / 2
        if beta_below(middle, a, b) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def beta_below(share: float, a: float, b: float) -> float:
    """How often a Beta(a, b) share lies below: the regularised incomplete beta."""
    if share <= 0 or share >= 1:
        return float(share >= 1)
    # The fraction converges fast on this side only; the other is its mirror.
    if share > (a + 1) / (a + b + 2):
        return 1 - beta_below(1 - share, b, a)
    front = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(share) + b * log1p(-share)
    return exp(front) / a / _fraction(share, a, b)


def _fraction(share: float, a: float, b: float) -> float:
    """The continued fraction 1 + d1/(1 + d2/(1 + ...)), from its far end."""
    value = 1.0
    for step in range(_STEPS, 0, -1):
        value = 1 + _term(step, share, a, b) / value
    return value


def _term(step: int, share: float, a: float, b: float) -> float:
    """Abramowitz and Stegun 26.5.8."""
    m, is_odd = divmod(step, 2)
    if is_odd:
        return -(a + m) * (a + b + m) * share / ((a + 2 * m) * (a + 2 * m + 1))
    return m * (b - m) * share / ((a + 2 * m - 1) * (a + 2 * m))
