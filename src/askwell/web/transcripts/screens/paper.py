"""Plain text of a fixed width, in colour or not."""

import textwrap
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH = 80
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Paper:
    """Where a report is written; `full` says whether it can show more than ASCII."""

    colour: bool = False
    full: bool = True

    def heading(self, text: str) -> str:
        return self._styled(text, _BOLD)

    def aside(self, text: str, *, indent: int = 2) -> str:
        return "\n".join(self._styled(line, _DIM) for line in wrapped(text, indent))

    def bar(self, share: float, width: int) -> str:
        return ("█" if self.full else "#") * round(min(share, 1.0) * width)

    def quote(self, words: str) -> str:
        return f"“{words}”" if self.full else f'"{words}"'

    def _styled(self, text: str, style: str) -> str:
        return f"{style}{text}{_PLAIN}" if self.colour and text else text


def wrapped(text: str, indent: int = 2, *, hanging: str = "") -> list[str]:
    """Lines of at most the width; `hanging` stands before the first."""
    space = " " * indent
    first = hanging.ljust(indent) if hanging else space
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=space
    ) or [first.rstrip()]


def table(rows: Iterable[Sequence[str]], widths: Sequence[int]) -> list[str]:
    """Columns of these widths with a space between; below nothing to the right."""
    return [
        (
            "  "
            + " ".join(
                fitted(cell, width) for cell, width in zip(row, widths, strict=True)
            )
        ).rstrip()
        for row in rows
    ]


def fitted(text: str, width: int) -> str:
    """Cut or filled to a width; to the right when the width is negative."""
    room = abs(width)
    while _columns(text) > room:
        text = text[:-2].rstrip() + "…" if len(text) > 1 else ""
    filling = " " * (room - _columns(text))
    return text + filling if width > 0 else filling + text


def _columns(text: str) -> int:
    """How many columns a terminal takes for it."""
    return sum(
        0
        if unicodedata.combining(sign)
        else 1 + (unicodedata.east_asian_width(sign) in "WF")
        for sign in text
    )
