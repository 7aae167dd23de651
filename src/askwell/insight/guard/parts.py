"""What the release guard weighs: parts that sets add, rows of people, decisions."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from askwell.insight.tally import NOTHING, Sum

Row = Mapping[str, int]
"""Whom a figure speaks of: how often each person's value is in its sum."""

WHOLE = ""
"""The scope of a figure that speaks of the whole programme."""


class Withheld(StrEnum):
    """Why a figure is not released."""

    NOTHING = "nothing"
    FEW = "few"
    TELLING = "telling"
    ALIKE = "alike"


@dataclass(frozen=True, slots=True)
class Part:
    """What one set adds to one metric, with the marks of its people."""

    learning_set: str
    sum: Sum
    people: frozenset[str]

    def with_more(self, other: "Part | None") -> "Part":
        """Together with what the same set told before."""
        if other is None:
            return self
        people = self.people | other.people
        return Part(self.learning_set, self.sum + other.sum, people)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A figure that its own rule gave, and whom and which sets it speaks of."""

    value: float
    people: frozenset[str]
    sets: int
    low: float | None = None
    high: float | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A figure decided before: its people, and what it said if it was released."""

    row: Row
    sum: Sum | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One figure: released with a value, or withheld with a reason.

    `row` is of whom it would have spoken, if the guard let it; it counts for later
    figures also where the value was withheld because everybody was alike.
    """

    metric: str
    scope: str = WHOLE
    about: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    people: int = 0
    sets: int = 0
    withheld: Withheld | None = None
    row: Row | None = None
    sum: Sum | None = None


def row_of(groups: Iterable[frozenset[str]]) -> Row:
    """Whoever is in several sets is counted in each."""
    return Counter(person for group in groups for person in group)


def sum_of(parts: Iterable[Part]) -> Sum:
    return sum((part.sum for part in parts), NOTHING)
