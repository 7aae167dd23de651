"""Questions that were asked in one breath, so that only one could be answered."""

from collections.abc import Iterator, Sequence

from askwell.transcripts.hearing import Heard
from askwell.transcripts.report import Quote

ONE_BREATH = 2.0
"""Seconds between questions within which nobody could have answered."""
SHORTEST = 3
"""Words: "Right?" and "You know?" are no questions of their own."""


def stacked(heard: Sequence[Heard]) -> tuple[Quote, ...]:
    return tuple(_quotes(heard))


def _quotes(heard: Sequence[Heard]) -> Iterator[Quote]:
    row: list[Heard] = []
    for each in heard:
        if row and not (_asks(each) and _follows(row[-1], each)):
            yield from _quote(row)
            row = []
        if _asks(each):
            row.append(each)
    yield from _quote(row)


def _asks(each: Heard) -> bool:
    return each.helps and each.asks and len(each.sentence.text.split()) >= SHORTEST


def _follows(before: Heard, each: Heard) -> bool:
    quiet = each.sentence.start - before.sentence.end
    return before.turn == each.turn and quiet < ONE_BREATH


def _quote(row: Sequence[Heard]) -> Iterator[Quote]:
    if len(row) > 1 or any(each.stacked for each in row):
        words = " ".join(each.sentence.text for each in row)
        yield Quote(row[0].sentence.start, words)
