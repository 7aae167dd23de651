"""Draws what was said with stencils: the drawing, with holes for words and names.

The partial draws a stencil once for every look that a contribution can have. It is
given no words, no name and no number, so that nothing said is kept here and nothing
of one viewer's can reach another. Filling its holes costs a small part of drawing.
"""

import html
import re
from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final
from uuid import uuid4

from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import normalize_newlines
from django.utils.translation import get_language

from askwell.web.meetings.screens.said import Said
from askwell.web.ui.people import hue_of, initials_of

ITEM: Final = "meetings/room/item.html"
KEPT: Final = 4096
HOLE: Final = re.compile("\ue000([a-z_]+)\ue001")

# All that the partial may ask of an item beside what fills the holes.
LOOK: Final = (
    "kind",
    "family",
    "is_question",
    "mine",
    "starred",
    "aside",
    "place",
    "passed",
    "kept",
    "helped",
    "acts",
    "to_star",
    "to_sort",
    "to_keep",
    "to_answer",
    "to_help",
    "to_take_back",
)
FILLED: Final = ("number", "name", "hue", "initials", "answers")
# What may be missing, and then looks different.
WORDED: Final = ("words", "lines")
NOTED: Final = ("noted_by",)

_look: Final[Callable[[Said], tuple[Any, ...]]] = attrgetter(*LOOK)

Stencil = tuple[str, ...]
"""Drawn text and names of holes, by turns; it begins and ends with text."""


def _hole(name: str) -> SafeString:
    return SafeString(f"\ue000{name}\ue001")


class Nobody:
    """Whose eyes a stencil is drawn for: its forms have holes for address and token."""

    acts = _hole("acts")
    token = _hole("token")


def draw(item: Said, acts: str) -> SafeString:
    """The item and its answers, for whoever may do with it what it says.

    Its forms post to addresses below `acts`.
    """
    parts = _stencil(
        get_language(), bool(item.words), bool(item.noted_by), *_look(item)
    )
    holes = {
        "acts": html.escape(acts),
        "number": str(item.number),
        "name": html.escape(item.name),
        "hue": str(hue_of(item.name)),
        "initials": html.escape(initials_of(item.name)),
        "words": html.escape(item.words),
        "lines": _lines(item.words),
        "noted_by": html.escape(item.noted_by),
        "answers": "".join(draw(answer, acts) for answer in item.answers),
    }
    filled = list(parts)
    filled[1::2] = [
        holes[name] if name in holes else uuid4().hex for name in parts[1::2]
    ]
    # The text is the template's own; what fills it has been escaped.
    return mark_safe("".join(filled))  # noqa: S308 - as said


def _lines(words: str) -> str:
    lines = str(normalize_newlines(words)) if "\r" in words else words
    return html.escape(lines).replace("\n", "<br>")


@lru_cache(KEPT)
def _stencil(language: str | None, worded: bool, noted: bool, *look: object) -> Stencil:
    """`language` is that in which the partial is about to be drawn."""
    item = dict(zip(LOOK, look, strict=True))
    item |= {name: _hole(name) for name in FILLED}
    item |= {name: _hole(name) if worded else "" for name in WORDED}
    item |= {name: _hole(name) if noted else "" for name in NOTED}
    drawn = get_template(ITEM).render({"item": item, "see": Nobody()})
    return tuple(HOLE.split(drawn))
