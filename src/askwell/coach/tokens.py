"""Cuts a turn into sentences of words, the same way here and in the browser.

The ranges of characters are written out, because "a letter" is not the same in every
language's regular expressions; `web/coaching/static/coaching/tokens.js` is the twin.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from askwell.coach.language import Language

_LETTER: Final = (
    "0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u167f\u1681-\u1fff"
    "\u2c00-\u2dff\u3041-\ud7ff\uf900-\ufdff\ufe70-\uffdc\U00010000-\U0001f1ff"
    "\U00020000-\U000e01ef"
)
_PIECE: Final = re.compile(
    f"['\u2019]?[{_LETTER}]+(?:['\u2019\u02bc`][{_LETTER}]+)*|[?!.;\u2026\u061f]"
)
_APOSTROPHES: Final = str.maketrans("\u2019\u02bc`", "'''")
_ENDS: Final = frozenset("?!.;\u2026\u061f")
_ASKS: Final = frozenset("?\u061f")


@dataclass(slots=True)
class Sentence:
    """Lower-cased words with where each begins and ends in the turn."""

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    asks: bool = False
    """It ends with a question mark."""


def sentences(text: str, language: Language) -> list[Sentence]:
    """The sentences of a turn that hold a word; fillers and stammers are left out."""
    found: list[Sentence] = []
    now = Sentence()
    for piece in _PIECE.finditer(text):
        word = piece.group()
        if word in _ENDS:
            if now.words:
                now.asks = word in _ASKS
                found.append(now)
                now = Sentence()
            elif found and word in _ASKS:
                found[-1].asks = True
            continue
        _add(now, word, piece.start(), piece.end(), language)
    if now.words:
        found.append(now)
    return found


def _add(now: Sentence, word: str, start: int, end: int, language: Language) -> None:
    word = word.lower().translate(_APOSTROPHES)
    if word[0] == "'" and word not in language.suffixes:
        word = word[1:]  # an opening quotation mark
    if not word or word in language.fillers:
        return
    for part in _parts(word, language):
        if _is_stammer(now.words, part):
            continue
        now.words.append(part)
        now.starts.append(start)
        now.ends.append(end)


def _parts(word: str, language: Language) -> tuple[str, ...]:
    found = language.splits.get(word)
    if found is not None:
        return found
    if "'" in word:
        for suffix in language.suffixes:
            if word.endswith(suffix) and len(word) > len(suffix):
                return (word[: -len(suffix)], suffix)
    return (word,)


def _is_stammer(words: list[str], word: str) -> bool:
    return bool(words) and words[-1] == word
