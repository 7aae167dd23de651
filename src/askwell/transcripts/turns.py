"""Joins cues into turns and sentences, wherever the captions were cut."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from askwell.coach import Role
from askwell.transcripts.transcript import Cue, Sentence, Transcript, Turn

LONG = 60
"""Words without a full stop beyond which captions are sentences of their own."""

_STOP = re.compile(r"([.!?…])[\"'”’»)\]]{0,3}\s+|[。！？](?![。！？])[」』”’]{0,3}\s*")
_ABBREVIATION = re.compile(
    r"(?:\b(?:dr|mr|mrs|ms|prof|st|vs|etc|e\.g|i\.e|no|approx|dept|inc|ltd)|\b\w)\.$",
    re.IGNORECASE,
)


def turns_of(transcript: Transcript) -> tuple[Turn, ...]:
    """The turns in order; everybody counts as a member until parts are cast."""
    return tuple(
        _turn(speaker, list(cues))
        for speaker, cues in groupby(transcript.cues, key=lambda cue: cue.speaker)
    )


def _turn(speaker: str, cues: Sequence[Cue]) -> Turn:
    return Turn(
        speaker=speaker,
        role=Role.MEMBER,
        start=cues[0].start,
        end=max(cue.end for cue in cues),
        sentences=tuple(_sentences(cues)),
    )


def _sentences(cues: Sequence[Cue]) -> Iterator[Sentence]:
    text = " ".join(cue.text for cue in cues)
    ends = _cue_ends(cues)
    clock = _Clock(cues, ends)
    for start, end in pairwise(_edges(text, ends)):
        if said := text[start:end].strip():
            yield clock.sentence(said, start, end)


def _cue_ends(cues: Sequence[Cue]) -> list[int]:
    """Where in the joined text each cue ends, with the space behind it."""
    ends, at = [], 0
    for cue in cues:
        at += len(cue.text) + 1
        ends.append(at)
    ends[-1] -= 1
    return ends


def _edges(text: str, cue_ends: Sequence[int]) -> list[int]:
    stops = (stop for stop in _STOP.finditer(text) if _ends_sentence(text, stop))
    edges = [0, *(stop.end() for stop in stops), len(text)]
    cuts = iter(cue_ends)
    cut = next(cuts)
    whole = [0]
    for start, end in pairwise(edges):
        endless = text.count(" ", start, end) > LONG
        while cut < end:
            if endless and cut > start:
                whole.append(cut)
            cut = next(cuts)
        whole.append(end)
    return whole


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    """A full stop may only shorten a word, and dots may only wait for it."""
    if stop[1] not in (".", "…"):
        return True
    before = text[max(0, stop.start() - 8) : stop.start() + 1]
    if before.endswith(("...", "…")):
        return not text[stop.end() : stop.end() + 1].islower()
    return _ABBREVIATION.search(before) is None or before.endswith((" I.", " a."))


class _Clock:
    """Tells the time of letters; asked from left to right only."""

    def __init__(self, cues: Sequence[Cue], ends: Sequence[int]) -> None:
        self._cues = cues
        self._ends = ends
        self._at = 0

    def sentence(self, text: str, start: int, end: int) -> Sentence:
        begun, ended, lasted = 0.0, 0.0, 0.0
        first = True
        while True:
            cue = self._cues[self._at]
            left = self._ends[self._at - 1] if self._at else 0
            right = self._ends[self._at]
            a_letter = (cue.end - cue.start) / (right - left)
            inside = min(end, right) - max(start, left)
            if first:
                begun, first = cue.start + (max(start, left) - left) * a_letter, False
            ended = cue.start + (min(end, right) - left) * a_letter
            lasted += inside * a_letter
            if right >= end:
                break
            self._at += 1
        if self._ends[self._at] == end and self._at + 1 < len(self._cues):
            self._at += 1
        return Sentence(text, round(begun, 3), round(ended, 3), lasted)
