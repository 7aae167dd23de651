"""The question gym: situations to write, turn and choose questions in."""

from collections.abc import Sequence
from typing import TypeVar

from askwell.facilitation.gym.advising import ADVICE
from askwell.facilitation.gym.shape import Advice, Part, Situation, Stack
from askwell.facilitation.gym.stacking import STACKS
from askwell.facilitation.gym.writing import SITUATIONS

__all__ = [
    "ADVICE",
    "SITUATIONS",
    "STACKS",
    "Advice",
    "Part",
    "Situation",
    "Stack",
    "following",
    "in_order",
    "named",
]

Exercise = TypeVar("Exercise", Situation, Advice, Stack)


def in_order(exercises: Sequence[Exercise], *, context: str) -> list[Exercise]:
    """Those of one's own context first; all others after them."""
    return sorted(exercises, key=lambda each: each.context != context)


def named(exercises: Sequence[Exercise], name: str) -> Exercise:
    """Raises KeyError for a name that none of them has."""
    for each in exercises:
        if each.name == name:
            return each
    raise KeyError(name)


def following(exercises: Sequence[Exercise], name: str, *, context: str) -> Exercise:
    """The next one; after the last, the first again."""
    ordered = in_order(exercises, context=context)
    place = [each.name for each in ordered].index(name)
    return ordered[(place + 1) % len(ordered)]
