"""What a set asks itself, and the words that come of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Lazy

# With fewer answers, those who know their own could work out the others'.
ENOUGH = 4

# From the first to the last of these the numbers 1 to 5 are counted.
STEPS: "tuple[Lazy, ...]" = (
    pgettext_lazy("how true a statement is", "not at all"),
    pgettext_lazy("how true a statement is", "hardly"),
    pgettext_lazy("how true a statement is", "partly"),
    pgettext_lazy("how true a statement is", "mostly"),
    pgettext_lazy("how true a statement is", "fully"),
)


@dataclass(frozen=True)
class Statement:
    """One sentence to hold the set against."""

    name: str
    words: "Lazy"


STATEMENTS: tuple[Statement, ...] = (
    Statement("safety", _("Here I can say what I am unsure of or got wrong.")),
    Statement("questions", _("We help by asking, and keep our advice to ourselves.")),
    Statement("turns", _("Everyone gets their turn, and is listened to in it.")),
    Statement("actions", _("What we decide to do matters, and we come back to it.")),
    Statement("logistics", _("When, where and how we meet works for me.")),
    Statement("purpose", _("What this set is for is still right for me.")),
    Statement("time", _("The time I spend here is well spent.")),
)


class Level(Enum):
    """All that is said of how a set stands to a statement."""

    CARE = "care"
    BETTER = "better"
    WELL = "well"

    @property
    def label(self) -> "Lazy":
        return LEVELS[self]


LEVELS = {
    Level.CARE: _("Needs our care"),
    Level.BETTER: _("Could be better"),
    Level.WELL: _("Goes well"),
}
CARE_BELOW, WELL_FROM = 2.5, 3.75


@dataclass(frozen=True)
class Finding:
    """What the set is told about one statement: never a number."""

    statement: Statement
    level: Level
    alike: bool

    @property
    def spread(self) -> "Lazy":
        return SPREADS[self.alike]


SPREADS = {
    True: _("Most of us see this much alike."),
    False: _("We see this differently."),
}


def level(counts: Sequence[int]) -> Level:
    """By the mean of the steps; `counts` says how often each step was chosen."""
    total = sum(step * count for step, count in enumerate(counts, start=1))
    mean = total / sum(counts)
    if mean < CARE_BELOW:
        return Level.CARE
    return Level.WELL if mean >= WELL_FROM else Level.BETTER


def alike(counts: Sequence[int]) -> bool:
    """Whether three in four chose the same step or two that are neighbours.

    Not whether all did: then each would learn too much of the others. With these
    bounds no answer follows from one's own and the words (tested for every set size).
    """
    neighbours = (low + high for low, high in pairwise(counts))
    return max(neighbours) * 4 >= sum(counts) * 3


def findings(tally: Mapping[str, Sequence[int]]) -> list[Finding]:
    """One for each statement, in their order; nothing for fewer than four answers."""
    return [
        Finding(each, level(tally[each.name]), alike(tally[each.name]))
        for each in STATEMENTS
        if sum(tally.get(each.name, ())) >= ENOUGH
    ]
