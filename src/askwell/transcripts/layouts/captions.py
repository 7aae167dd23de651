"""Reads captions in blocks: WebVTT, SRT and SBV.

Zoom writes "Name: text" into each, Teams a voice tag, Meet either or nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise

from askwell.transcripts.layouts import names, times
from askwell.transcripts.layouts.text import Lines, seen, words
from askwell.transcripts.transcript import Clock, Cue, Layout, Transcript

ADJACENT = 2.0
"""Seconds within which words without a name belong to whoever spoke before."""

_ARROW = re.compile(rf"\s*({times.CLOCK})\s*-->\s*({times.CLOCK})(?:\s.*)?")
_COMMA = re.compile(r"\s*([0-9:]+\.[0-9]{1,6}),([0-9:]+\.[0-9]{1,6})\s*")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]([^<>]*)>", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(?:[0-9]+|[0-9a-fA-F-]{32,40}(?:/[0-9-]+)?)\s*")
_DAMAGED = re.compile(r"\s*[0-9]{1,4}:[0-9]|.*[-–]>")
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")

_ENDS_LATER = "an end that is not before its start, as in " + times.SAMPLE
_A_TIME = "a time, as in " + times.SAMPLE


@dataclass(slots=True)
class _Block:
    """What stands under one time."""

    start: float
    end: float
    lines: list[str] = field(default_factory=list)


def looks_like_srt(lines: list[str]) -> bool:
    """Whether the first that is written is a time with an arrow, or its number."""
    written = list(islice(filter(str.strip, lines), 2))
    return any("-->" in line for line in written[:1]) or (
        len(written) > 1 and "-->" in written[1] and bool(_NUMBER.fullmatch(written[0]))
    )


def looks_like_sbv(lines: list[str]) -> bool:
    return any(_COMMA.fullmatch(line) for line in islice(filter(str.strip, lines), 1))


def read(source: Lines, layout: Layout) -> Transcript:
    blocks = list(_blocks(source, layout))
    known = names.learn(words(line) for block in blocks for line in block.lines)
    cues = _settle(part for block in blocks for part in _parts(block, known))
    return Transcript(source.file, layout, Clock.MEASURED, cues)


def _blocks(source: Lines, layout: Layout) -> Iterator[_Block]:
    timing = _COMMA if layout is Layout.SBV else _ARROW
    block, after_empty, aside = None, True, False
    for index in range(_heading(source.lines, layout), len(source.lines)):
        line = source.lines[index]
        if found := timing.fullmatch(line):
            if block:
                yield block
            block, after_empty, aside = _begin(source, index, found), False, False
        elif not line.strip():
            after_empty, aside = True, False
        elif aside or (after_empty and _ASIDE.match(line)):
            aside = True
        elif not _is_number(source.lines, index, timing, after_empty=after_empty):
            if block is None or "-->" in line or (after_empty and _DAMAGED.match(line)):
                source.refuse(index, _A_TIME)
            block.lines.append(line)
            after_empty = False
    if block:
        yield block


def _is_number(
    lines: list[str], index: int, timing: re.Pattern[str], *, after_empty: bool
) -> bool:
    """Whether the line only numbers or names the caption that follows."""
    number = _NUMBER.fullmatch(lines[index]) is not None
    timed = index + 1 < len(lines) and timing.fullmatch(lines[index + 1]) is not None
    return (number and (after_empty or timed)) or (after_empty and timed)


def _heading(lines: list[str], layout: Layout) -> int:
    """How many lines head a WebVTT file: up to its first empty line."""
    if layout is not Layout.WEBVTT:
        return 0
    empty = (index for index, line in enumerate(lines) if not line.strip())
    timed = (index for index, line in enumerate(lines) if "-->" in line)
    return min(next(empty, len(lines)), next(timed, len(lines)))


def _begin(source: Lines, index: int, found: re.Match[str]) -> _Block:
    start, end = times.seconds(found[1]), times.seconds(found[2])
    if start is None or end is None:
        source.refuse(index, _A_TIME)
    if end < start:
        source.refuse(index, _ENDS_LATER)
    return _Block(start, end)


def _parts(block: _Block, known: names.Names) -> list[Cue]:
    """One cue for each speaker in the block, sharing its time by letters."""
    said: list[tuple[str, list[str]]] = [("", [])]
    for line in block.lines:
        for speaker, text in _voices(line, known):
            if speaker and speaker != said[-1][0]:
                said.append((speaker, []))
            said[-1][1].append(text)
    spoken = [(speaker, seen(" ".join(texts))) for speaker, texts in said]
    return _shared(block, [each for each in spoken if each[1]])


def _voices(line: str, known: names.Names) -> list[tuple[str, str]]:
    tags = list(_VOICE.finditer(line))
    if not tags:
        return [known.split(words(line))]
    edges = [*(tag.start() for tag in tags), len(line)]
    inside = [
        (names.clean(words(tag[1])), words(line[tag.end() : edge]))
        for tag, edge in zip(tags, edges[1:], strict=True)
    ]
    return [("", words(line[: edges[0]])), *inside]


def _shared(block: _Block, spoken: list[tuple[str, str]]) -> list[Cue]:
    letters = sum(len(text) for _, text in spoken)
    edges = [block.start]
    for _, text in spoken:
        share = (block.end - block.start) * len(text) / letters
        edges.append(round(edges[-1] + share, 3))
    edges[-1] = block.end
    return [
        Cue(start, max(start, end), speaker, text)
        for (start, end), (speaker, text) in zip(pairwise(edges), spoken, strict=True)
    ]


def _settle(cues: Iterator[Cue]) -> tuple[Cue, ...]:
    """In order of time; nameless words go to whoever spoke just before."""
    ordered = sorted(cues, key=lambda cue: cue.start)
    for index in range(1, len(ordered)):
        cue, before = ordered[index], ordered[index - 1]
        if not cue.speaker and cue.start - before.end <= ADJACENT:
            ordered[index] = Cue(cue.start, cue.end, before.speaker, cue.text)
    return tuple(ordered)
