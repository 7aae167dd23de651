"""Gives times to words whose file says only where they begin, or nothing at all."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from askwell.transcripts.transcript import Clock, Cue

A_WORD = 0.4
"""Seconds: people in meetings speak about 150 words a minute."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words with whatever times the file gives them."""

    speaker: str
    text: str
    start: float | None = None
    end: float | None = None


def spread(said: Sequence[Said]) -> tuple[Clock, tuple[Cue, ...]]:
    """How the times were got, and the cues, nobody slower than a word takes."""
    spoken = [each for each in said if each.text]
    if all(each.start is not None and each.end is not None for each in spoken):
        return Clock.MEASURED, tuple(_measured(spoken))
    clock = (
        Clock.STARTS if any(each.start is not None for each in said) else Clock.WORDS
    )
    return clock, tuple(_estimated(spoken))


def _measured(said: Iterable[Said]) -> Iterator[Cue]:
    cues = (
        Cue(each.start, each.end, each.speaker, each.text)
        for each in said
        if each.start is not None and each.end is not None
    )
    return iter(sorted(cues, key=lambda cue: cue.start))


def _estimated(said: Sequence[Said]) -> Iterator[Cue]:
    """Words without a time share the time from the last one known to the next."""
    begun: list[tuple[float, Said]] = []
    start = 0.0
    for each in said:
        start = start if each.start is None else each.start
        begun.append((start, each))
    begun.sort(key=lambda pair: pair[0])
    groups = [
        (start, [each for _, each in pairs])
        for start, pairs in groupby(begun, key=lambda pair: pair[0])
    ]
    for (start, group), (after, _) in pairwise([*groups, (float("inf"), [])]):
        yield from _shared(start, after, group)


def _shared(start: float, after: float, group: Sequence[Said]) -> Iterator[Cue]:
    lengths = [len(each.text.split()) for each in group]
    total = sum(lengths)
    lasts = min(after - start, total * A_WORD)
    spoken = 0
    for each, length in zip(group, lengths, strict=True):
        begin = start + lasts * spoken / total
        spoken += length
        end = start + lasts * spoken / total
        yield Cue(round(begin, 3), round(end, 3), each.speaker, each.text)
