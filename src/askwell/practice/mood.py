"""How things stand in a practice set, in numbers from 0 to 1 that can be read."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from askwell.process.people import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """How the set is doing.

    `safety`: how much can be said here. `focus`: how near the talk is to the
    presenter's question. `energy`: how awake people are. `telling`: how much people
    are inclined to tell rather than ask. `insight` and `ownership` are the
    presenter's: how much clearer it has become, and how much the way is their own.
    """

    safety: float = 0.55
    focus: float = 0.6
    energy: float = 0.7
    telling: float = 0.35
    insight: float = 0.05
    ownership: float = 0.5


NAMES = tuple(each.name for each in fields(Levels))


@dataclass(frozen=True, slots=True)
class Shift:
    """By how much something moves the levels; `theirs` is one person's own safety."""

    safety: float = 0.0
    focus: float = 0.0
    energy: float = 0.0
    telling: float = 0.0
    insight: float = 0.0
    ownership: float = 0.0
    theirs: float = 0.0

    def times(self, factor: float) -> "Shift":
        return Shift(
            self.safety * factor,
            self.focus * factor,
            self.energy * factor,
            self.telling * factor,
            self.insight * factor,
            self.ownership * factor,
            self.theirs * factor,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """How one member is doing; `share` is of the turns that members took."""

    safety: float
    telling: float
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """The whole, and each simulated or real member."""

    levels: Levels
    people: Mapping[PersonId, Stance]


def within(value: float) -> float:
    return 0.0 if value < 0.0 else min(value, 1.0)
