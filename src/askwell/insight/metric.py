"""What a metric is: its name, what it asks, how to read it, and what it cannot tell."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from askwell.insight.tally import Sum
from askwell.insight.told import Told

FEWEST_PEOPLE, FEWEST_SETS = 10, 3
"""Nothing outside a set is shown of fewer (docs/explanation/confidentiality)."""


class Unit(StrEnum):
    """What a value is measured in."""

    SHARE = "share"
    """From 0 to 1, shown in percent."""
    COUNT = "count"
    PER = "per"
    """So many for each of something."""
    DAYS = "days"
    SCALE = "scale"
    """A mean on a scale of answers; `lowest` and `highest` are its ends."""
    INDEX = "index"
    """From -1 to 1, or as `lowest` and `highest` say."""
    GOAL = "goal"
    """Goal attainment, T: 50 is as hoped, 10 is one standard deviation."""
    RATIO = "ratio"
    MONEY = "money"


class Benefit(StrEnum):
    """The rows of what action learning is said to be good for (DOMAIN section 6)."""

    LISTENING = "listening"
    QUESTIONING = "questioning"
    CRITICAL_THINKING = "critical_thinking"
    COLLABORATION = "collaboration"
    SAFETY = "safety"
    STRATEGIC_THINKING = "strategic_thinking"
    REFLECTION = "reflection"
    SYSTEMIC_THINKING = "systemic_thinking"
    TEAMWORK = "teamwork"
    PROBLEM_SOLVING = "problem_solving"
    LEARNING_FOCUSED = "learning_focused"
    LEADERSHIP = "leadership"
    NETWORKING = "networking"
    CULTURE = "culture"
    ENGAGEMENT = "engagement"
    ISSUES_SOLVED = "issues_solved"
    MIXED_LEVELS = "mixed_levels"
    COST = "cost"
    LEARNING_CULTURE = "learning_culture"
    CHANGE = "change"


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """The definition of one measure; words are marked for translation.

    `of_meeting` reads it from the log of one closed meeting, where it can be read
    there: None for a meeting that has nothing to say of it. Other metrics are told by
    the part of the product that `told_by` names. `is_mean`: the figure is total over
    weight, else the total. `action_learning_only`: left out for formats in which
    advice is invited (INV-27).
    """

    name: str
    title: str
    unit: Unit
    asks: str
    reads: str
    cannot_tell: str
    formula: str
    source: str
    benefits: tuple[Benefit, ...]
    told_by: str = "meetings"
    of_meeting: Callable[[Told], Sum | None] | None = None
    is_mean: bool = True
    lowest: float | None = None
    highest: float | None = None
    more_is_better: bool | None = None
    """None where neither is: such a metric is only described."""
    action_learning_only: bool = False
    of_people: bool = True
    """False for what a programme knows of itself anyway, without anything that a
    person did or said: what it cost, how many sets have lapsed."""
    stands: bool = True
    """Whether a person's part may stand from quarter to quarter. False where each
    quarter counts what no other one counts, such as changes learned from for the
    first time: then no two quarters have anything of a person in common."""
    fewest_counted: int = 0
    """So many at least, where what is counted is somebody's own: the mean of three
    topics tells of three people, however many could have brought one."""
    fewest_people: int = FEWEST_PEOPLE
    fewest_sets: int = FEWEST_SETS
