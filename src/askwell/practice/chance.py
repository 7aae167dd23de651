"""Chance that comes from a seed alone, so that a rehearsal can be played again."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

Thing = TypeVar("Thing")
BYTES = 8
WHOLE = float(2 ** (8 * BYTES))


def chance(*about: object) -> float:
    """A number from 0 up to 1, always the same for the same things."""
    said = "\n".join(map(str, about)).encode()
    return int.from_bytes(blake2b(said, digest_size=BYTES).digest(), "big") / WHOLE


def picked(things: Sequence[Thing], *about: object) -> Thing:
    return things[int(chance(*about) * len(things))]


def weighed(things: Sequence[Thing], weights: Sequence[float], *about: object) -> Thing:
    """One of them, as likely as its weight says; the last where all weigh nothing."""
    left = chance(*about) * sum(weights)
    for thing, weight in zip(things, weights, strict=True):
        left -= weight
        if left < 0:
            return thing
    return things[-1]
