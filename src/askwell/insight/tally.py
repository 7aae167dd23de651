"""What one set adds to a metric in one period, and what is added up of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Sum:
    """A part of a mean: `total` over `weight`; `squares` is for its spread.

    For a share, `total` counts what is so and `weight` what could have been.
    """

    total: float
    weight: float
    squares: float = 0.0

    def __add__(self, other: "Sum") -> "Sum":
        return Sum(
            self.total + other.total,
            self.weight + other.weight,
            self.squares + other.squares,
        )

    @property
    def mean(self) -> float | None:
        return self.total / self.weight if self.weight else None


NOTHING = Sum(0.0, 0.0)


def sum_of(values: Iterable[float]) -> Sum:
    """Each value counts once."""
    known = list(values)
    return Sum(sum(known), len(known), sum(value * value for value in known))


def part_of(part: float, whole: float) -> Sum | None:
    """So many of so many; None of nothing."""
    return Sum(part, whole, part) if whole else None


@dataclass(frozen=True, slots=True)
class Tally:
    """One set's part of one metric in one period.

    `people` are all whose deeds or answers could be in it, also those who did
    nothing: the release guard protects them all.
    """

    metric: str
    learning_set: UUID
    sum: Sum
    people: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that is no sum over sets, as its own rule gave it.

    `people` and `sets` are those it speaks of; `low` and `high` are its band.
    """

    metric: str
    value: float
    people: frozenset[UUID]
    sets: frozenset[UUID]
    low: float | None = None
    high: float | None = None
    about: str = ""
