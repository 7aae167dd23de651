"""Turns bytes into numbered lines, and captions into plain words."""

import codecs
import html
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import NoReturn

from askwell.transcripts.unreadable import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<[0-9][0-9:.]*>|</>")
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
_JOINERS = "\u200c\u200d"
"""Unseen, and yet part of how some scripts are spelt."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a file with its name, for saying where it stops making sense."""

    file: str
    lines: list[str]

    def refuse(self, index: int, expected: str) -> NoReturn:
        """Say that the line at `index`, which is counted from 0, is not `expected`."""
        raise Unreadable(self.file, index + 1, expected)


def decode(data: bytes, *, file: str) -> Lines:
    mark, encoding = next(
        (each for each in _MARKS if data.startswith(each[0])), (b"", "utf-8")
    )
    try:
        text = data.removeprefix(mark).decode(encoding)
    except UnicodeDecodeError as problem:
        begin = data.removeprefix(mark)[: problem.start].decode(encoding)
        line = len(_split(begin))
        raise Unreadable(file, line, "text in UTF-8") from problem
    return Lines(file, _split(text))


def _split(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def words(caption: str) -> str:
    """A caption without tags, entities and whatever cannot be seen, on one line."""
    if "<" in caption:
        caption = _TAG.sub(" ", caption)
    if "&" in caption:
        caption = html.unescape(caption)
    return seen(caption)


def seen(text: str) -> str:
    """The text in its composed form, its white space single, unseen signs left out."""
    text = " ".join(text.split())
    if text.isascii() and text.isprintable():
        return text
    text = "".join(filter(_is_seen, unicodedata.normalize("NFC", text)))
    return " ".join(text.split())


@lru_cache(maxsize=4096)
def _is_seen(sign: str) -> bool:
    return sign in _JOINERS or unicodedata.category(sign) not in _UNSEEN
