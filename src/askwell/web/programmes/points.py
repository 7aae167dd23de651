"""A contract as a list of points, and what has changed from one list to another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

WORDS_AND_SPACES = re.compile(r"\s+|[\w’']+|[^\w\s]")
# Two points with less in common than this are two points, not one that was changed.
ALIKE = 0.4


class How(StrEnum):
    """What became of a point, or of a piece of one."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Piece:
    """Words in a row that were all kept, added or removed."""

    how: How
    words: str


@dataclass(frozen=True)
class Change:
    """One point as it was and is."""

    how: How
    pieces: tuple[Piece, ...]


def points_of(words: str | None) -> list[str]:
    """Each line that says something is a point."""
    return [line.strip() for line in (words or "").splitlines() if line.strip()]


def words_of(points: Sequence[str]) -> str:
    """The points as they are kept: a paragraph to each."""
    return "\n\n".join(points)


def changes(before: Sequence[str], after: Sequence[str]) -> list[Change]:
    """What became of every point, in the order in which they now stand."""
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    found: list[Change] = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            found += [_whole(How.SAME, point) for point in after[c:d]]
        else:
            found += _reworded(before[a:b], after[c:d])
    return found


def _whole(how: How, point: str) -> Change:
    return Change(how, (Piece(how, point),))


def _reworded(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """Points in the same place are compared, unless they have too little in common."""
    for old, new in zip_longest(before, after):
        if old and new and _ratio(old, new) >= ALIKE:
            yield Change(How.CHANGED, tuple(_pieces(old, new)))
            continue
        if old:
            yield _whole(How.REMOVED, old)
        if new:
            yield _whole(How.ADDED, new)


def _ratio(old: str, new: str) -> float:
    return _by_word(_tokens(old), _tokens(new)).ratio()


def _tokens(point: str) -> list[str]:
    return WORDS_AND_SPACES.findall(point)


def _by_word(a: list[str], b: list[str]) -> "SequenceMatcher[str]":
    return SequenceMatcher(a=a, b=b, autojunk=False)


def _pieces(old: str, new: str) -> Iterator[Piece]:
    was, now = _tokens(old), _tokens(new)
    for what, a, b, c, d in _by_word(was, now).get_opcodes():
        if what == "equal":
            yield Piece(How.SAME, "".join(now[c:d]))
            continue
        if a < b:
            yield Piece(How.REMOVED, "".join(was[a:b]))
        if c < d:
            yield Piece(How.ADDED, "".join(now[c:d]))
