"""Figures as a word with a small bar beside it; never a bare number."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from askwell.web.composing.words.names import WISHES

# From so much on, the word beside it.
MIXED = (
    (0.85, _("very mixed")),
    (0.6, _("mixed")),
    (0.35, _("a little mixed")),
    (0.0, _("much the same")),
)
MET = (
    (0.999, _("all new")),
    (0.85, _("mostly new")),
    (0.5, _("half new")),
    (0.0, _("mostly known")),
)
GOOD = (
    (0.85, _("very good")),
    (0.7, _("good")),
    (0.55, _("fair")),
    (0.0, _("poor")),
)
SHOWN = ("level", "function", "organisation", "location", "novelty")
FIFTHS = 5


@dataclass(frozen=True)
class Bar:
    """`width` is of a hundred."""

    name: str
    word: str
    width: int


def bars(parts: Mapping[str, float], wishes: Mapping[str, int]) -> list[Bar]:
    """One for each wish that counts; challenges are told in a word alone."""
    return [
        Bar(
            str(WISHES[wish]),
            _word(MET if wish == "novelty" else MIXED, parts[wish]),
            round(parts[wish] * 100),
        )
        for wish in SHOWN
        if wish in parts and wishes.get(wish, 2)
    ]


def overall(name: object, value: float) -> Bar:
    """In fifths: what challenges have a part in is not told more exactly."""
    fifths = max(1, min(FIFTHS, round(value * FIFTHS)))
    return Bar(str(name), _word(GOOD, value), fifths * 100 // FIFTHS)


def _word(words: tuple[tuple[float, object], ...], value: float) -> str:
    return next(str(word) for least, word in words if value >= least)
