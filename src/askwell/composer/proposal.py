"""What the composer gives: sets, how good they are, and which rules are broken."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """What can be broken; the names are those in DOMAIN.md and of the data files."""

    ASSIGNED_ONCE = "assigned_once"
    NUMBER_OF_SETS = "number_of_sets"
    SIZE = "size"
    LINE_MANAGER = "line_manager"
    MUST = "must"
    MUST_NOT = "must_not"
    AVAILABILITY = "availability"
    ORGANISATION_MIX = "organisation_mix"
    EXCLUSIVE = "exclusive"
    LEVEL_GAP = "level_gap"
    FACILITATOR = "facilitator"


@dataclass(frozen=True, slots=True)
class ProposedSet:
    """A set that could be: its members, and who would facilitate it."""

    id: str
    members: tuple[str, ...]
    facilitator: str | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """One breach: of which rule, in which set, between or about whom (ids)."""

    rule: Rule
    set_id: str | None = None
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """How good a division is; all figures 0..1, more is better.

    `parts` are the wishes but fairness, averaged over people; `sets` the quality of
    each set by its id. The formulas are those of the people data's measure.
    """

    total: float
    parts: Mapping[str, float]
    fairness: float
    sets: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A division of all people of a brief, as found with this seed in so many steps."""

    sets: tuple[ProposedSet, ...]
    score: Score
    broken: tuple[Broken, ...] = ()
    seed: int = 0
    steps: int = 0
