"""Sentences that are worth talking about, each with a question it could have been."""

from collections import Counter
from collections.abc import Sequence

from askwell.coach import STEERING
from askwell.transcripts.hearing import Heard
from askwell.transcripts.report import Moment

MOST = 7
OF_ONE_PERSON = 2
"""So that nobody meets themselves on the whole list."""
MERELY_CLOSED = 2
"""Many a question that asks for a fact is just right."""


def moments(heard: Sequence[Heard]) -> tuple[Moment, ...]:
    """The clearest first; only what the coach itself would have spoken about."""
    found = [each for each in heard if each.helps and each.reading.hint]
    found.sort(key=lambda each: (-_worth(each), each.sentence.start))
    kept: list[Heard] = []
    of: Counter[str] = Counter()
    closed = 0
    for each in found:
        steers = each.kind in STEERING
        room = len(kept) < MOST and (steers or closed < MERELY_CLOSED)
        if room and of[each.speaker] < OF_ONE_PERSON:
            of[each.speaker] += 1
            closed += not steers
            kept.append(each)
    return tuple(_moment(each) for each in kept)


def _worth(each: Heard) -> float:
    """What steers comes first, then what has a reframe."""
    steers = 1.0 if each.kind in STEERING else 0.0
    return each.reading.confidence + steers + (0.5 if each.reading.rewrites else 0.0)


def _moment(each: Heard) -> Moment:
    return Moment(
        at=each.sentence.start,
        words=each.sentence.text,
        kind=each.kind,
        hint=each.reading.hint,
        reframe=next(iter(each.reading.rewrites), ""),
    )
