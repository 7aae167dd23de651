"""How exactly a figure is released: never more exactly than it can be read."""

import math

from askwell.insight.metric import Unit

IN_STEPS_OF = 5
DIGITS_OF_MONEY = 3

DECIMALS = {
    Unit.SHARE: 2,
    Unit.COUNT: 0,
    Unit.PER: 1,
    Unit.DAYS: 0,
    Unit.SCALE: 1,
    Unit.INDEX: 2,
    Unit.GOAL: 0,
    Unit.RATIO: 2,
}
"""Digits after the point: a share in whole percent, a mean of answers in tenths."""


def rounded(value: float, unit: Unit) -> float:
    """As it is released; money in the three digits that count."""
    if unit is Unit.MONEY:
        return _in_digits(value, DIGITS_OF_MONEY)
    return round(value, DECIMALS[unit]) + 0.0


def in_fives(people: int) -> int:
    """At least so many."""
    return people - people % IN_STEPS_OF


def _in_digits(value: float, digits: int) -> float:
    if not value:
        return 0.0
    return round(value, digits - 1 - math.floor(math.log10(abs(value)))) + 0.0
