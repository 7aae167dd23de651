"""The two taps after a meeting, and the one word that comes of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Lazy

# With fewer, those who know their own could work out the others'.
ENOUGH = 4
STEPS: "dict[int, Lazy]" = {
    1: pgettext_lazy("after a meeting", "no"),
    2: pgettext_lazy("after a meeting", "partly"),
    3: pgettext_lazy("after a meeting", "yes"),
}
VALUES = tuple(STEPS)
# So far from the ends of 1 to 3 that no word settles what another one tapped.
LOW_TO, HIGH_FROM = 1.75, 2.25


@dataclass(frozen=True)
class TapItem:
    """One sentence to tap yes, partly or no at; `key` is its metric's name."""

    key: str
    words: "Lazy"
    by_level: "Mapping[Level, Lazy]"


class Level(Enum):
    """The three steps that are all a set is told."""

    LOW = 1
    MIDDLING = 2
    HIGH = 3


TAPS = (
    TapItem(
        "said_freely",
        _("I could say what I needed to say."),
        {
            Level.LOW: _("Much was left unsaid"),
            Level.MIDDLING: _("Some could say what they needed to, some could not"),
            Level.HIGH: _("People could say what they needed to"),
        },
    ),
    TapItem(
        "clearer_now",
        _("Something is clearer to me than before."),
        {
            Level.LOW: _("Little became clearer"),
            Level.MIDDLING: _("Some things became clearer"),
            Level.HIGH: _("Much became clearer"),
        },
    ),
)


def level(counts: Mapping[int, int]) -> Level | None:
    """By the mean of the taps; None for fewer than four."""
    number = sum(counts.values())
    if number < ENOUGH:
        return None
    mean = sum(value * times for value, times in counts.items()) / number
    if mean <= LOW_TO:
        return Level.LOW
    return Level.HIGH if mean >= HIGH_FROM else Level.MIDDLING
