"""Cues written as patterns of words, matched without regular expressions.

A pattern is words with spaces between. `a|b` is either, `<V>` any word of that family,
`(a|b)` may be left out, `*` is up to three words, `.` any one word, `-ing` any word
that ends so, `^` the beginning of a sentence once its lead-in is over, `$` its end. So
a cue reads the same in every language that runs it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

GAP: Final = 3


@dataclass(frozen=True, slots=True)
class Cue:
    """A named thing to look for, in any of several wordings."""

    name: str
    wordings: tuple[str, ...] | list[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A cue and the words it covers: from `first` up to `end`, in one sentence."""

    name: str
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class _Step:
    words: frozenset[str]
    optional: bool = False
    gap: bool = False
    end: bool = False
    ending: str | None = None
    """Any word that ends so; every word ends in nothing."""


@dataclass(frozen=True, slots=True)
class _Wording:
    name: str
    at_start: bool
    steps: tuple[_Step, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A wording that a word can begin, and the step that comes next."""

    wording: _Wording
    step: int
    follow: frozenset[str] | None
    """To rule it out at a glance: the words that must come next."""


class Patterns:
    """All cues of a language, found by the word they can begin with."""

    def __init__(self, cues: Sequence[Cue], families: Mapping[str, str]) -> None:
        members: dict[str, set[str]] = {}
        for word, family in families.items():
            members.setdefault(family, set()).add(word)
        self.names = tuple(cue.name for cue in cues)
        self._anywhere: dict[str, list[_Entry]] = {}
        self._at_start: dict[str, list[_Entry]] = {}
        for cue in cues:
            for wording in cue.wordings:
                self._enter(_wording(cue.name, wording, members))

    def _enter(self, wording: _Wording) -> None:
        table = self._at_start if wording.at_start else self._anywhere
        for n, step in enumerate(wording.steps):
            entry = _Entry(wording, n + 1, _may_follow(wording.steps[n + 1 :]))
            for word in sorted(step.words):
                table.setdefault(word, []).append(entry)
            if not step.optional:
                return

    def find(self, words: Sequence[str], start: int) -> list[Found]:
        """Every cue in a sentence whose lead-in ends at `start`."""
        found: list[Found] = []
        if start < len(words):
            _find_at(self._at_start, words, start, found)
        for place in range(len(words)):
            _find_at(self._anywhere, words, place, found)
        return found


def _find_at(
    table: Mapping[str, Sequence[_Entry]],
    words: Sequence[str],
    place: int,
    found: list[Found],
) -> None:
    after = words[place + 1] if place + 1 < len(words) else ""
    last = None
    for entry in table.get(words[place], ()):
        follow = entry.follow
        wording = entry.wording
        if (follow is None or after in follow) and wording is not last:
            end = _match(wording.steps, entry.step, words, place + 1)
            if end >= 0:
                found.append(Found(wording.name, place, end))
                last = wording


def _may_follow(steps: Sequence[_Step]) -> frozenset[str] | None:
    """The words one of which must come next; None where that cannot be listed."""
    follow: frozenset[str] = frozenset()
    for step in steps:
        if step.gap or step.end or step.ending is not None:
            return None
        follow |= step.words
        if not step.optional:
            return follow
    return None


def _match(steps: tuple[_Step, ...], n: int, words: Sequence[str], place: int) -> int:
    """Where the match ends, or -1."""
    while n < len(steps):
        step = steps[n]
        if step.end:
            return place if place == len(words) else -1
        if step.gap:
            for skipped in range(GAP + 1):
                end = _match(steps, n + 1, words, place + skipped)
                if end >= 0:
                    return end
            return -1
        if place < len(words) and _fits(step, words[place]):
            if step.optional:
                end = _match(steps, n + 1, words, place + 1)
                if end >= 0:
                    return end
                n += 1
                continue
            place += 1
        elif not step.optional:
            return -1
        n += 1
    return place


def _fits(step: _Step, word: str) -> bool:
    return word in step.words or (
        step.ending is not None and word.endswith(step.ending)
    )


def _wording(name: str, text: str, members: Mapping[str, set[str]]) -> _Wording:
    parts = text.split()
    at_start = parts[0] == "^"
    steps = tuple(_step(part, members) for part in parts[at_start:])
    return _Wording(name, at_start, steps)


def _step(part: str, members: Mapping[str, set[str]]) -> _Step:
    if part == "*":
        return _Step(frozenset(), gap=True)
    if part == "$":
        return _Step(frozenset(), end=True)
    if part == ".":
        return _Step(frozenset(), ending="")
    if part.startswith("-"):
        return _Step(frozenset(), ending=part[1:])
    optional = part.startswith("(")
    words: set[str] = set()
    for word in part.strip("()").split("|"):
        if word.startswith("<"):
            words |= members[word.strip("<>")]
        else:
            words.add(word)
    return _Step(frozenset(words), optional=optional)
