"""Chance that is the same everywhere: compiled, as plain Python, on every machine.

The generator is sfc32 of Chris Doty-Humphrey (PractRand), on 32 bits held in 64, so
that nothing ever overflows. Its state is the caller's.
"""

# An element of an array is of no type mypy knows.
# mypy: disable-error-code="no-any-return"

import math

import numpy as np

from askwell.composer.tables import Floats, Ints

LOW = (1 << 32) - 1
WARM_UP = 15
# Gumbel noise is drawn from so many of its quantiles (a power of two).
QUANTILES = 4096


def seeded(seed: int) -> Ints:
    """The state for a seed."""
    chance = np.array([seed & LOW, (seed >> 32) & LOW, 0x9E3779B9, 1], dtype=np.int64)
    for _ in range(WARM_UP):
        draw(chance)
    return chance


def draw(chance: Ints) -> int:
    """A whole number of 32 bits."""
    a, b, c, counter = chance[0], chance[1], chance[2], chance[3]
    drawn = (a + b + counter) & LOW
    chance[3] = (counter + 1) & LOW
    chance[0] = b ^ (b >> 9)
    chance[1] = (c + (c << 3)) & LOW
    chance[2] = ((((c << 21) & LOW) | (c >> 11)) + drawn) & LOW
    return drawn


def below(chance: Ints, bound: int) -> int:
    """A whole number from 0 to bound - 1."""
    return (draw(chance) * bound) >> 32


def gumbel_quantiles() -> Floats:
    """With this noise added, the greatest of values/T is a draw from exp(value/T)."""
    shares = [(at + 0.5) / QUANTILES for at in range(QUANTILES)]
    return np.array([-math.log(-math.log(share)) for share in shares])
