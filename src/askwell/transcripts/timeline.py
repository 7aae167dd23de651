"""The meeting in slices: who had the air, what was asked and told, how much quiet."""

import math
from collections import defaultdict
from collections.abc import Sequence

from askwell.coach import Role
from askwell.transcripts.hearing import Heard
from askwell.transcripts.report import Stretch

SLICES = 60
"""At most so many, each as long as one of these, in seconds."""
LENGTHS = (15, 30, 60, 120, 180, 300, 600, 900, 1800, 3600)


def timeline(heard: Sequence[Heard]) -> tuple[Stretch, ...]:
    """Slices of one length from the first word to the last; the last may be shorter."""
    if not heard:
        return ()
    start = min(each.sentence.start for each in heard)
    end = max(each.sentence.end for each in heard)
    length = _length(end - start)
    number = max(1, math.ceil((end - start) / length))
    seconds: list[defaultdict[Role, float]] = [
        defaultdict(float) for _ in range(number)
    ]
    asked, told = [0] * number, [0] * number
    for each in heard:
        at = min(int((each.sentence.start - start) / length), number - 1)
        asked[at] += each.helps and each.asks
        told[at] += each.helps and each.tells
        _add(seconds, each, start=start, length=length)
    edges = [start + length * index for index in range(number)] + [end]
    return tuple(
        Stretch(
            start=edges[index],
            end=edges[index + 1],
            seconds={role: spoken[role] for role in Role if role in spoken},
            asked=asked[index],
            told=told[index],
            silence=max(0.0, edges[index + 1] - edges[index] - sum(spoken.values())),
        )
        for index, spoken in enumerate(seconds)
    )


def _length(lasts: float) -> float:
    fitting = (length for length in LENGTHS if lasts <= length * SLICES)
    return next(fitting, math.ceil(lasts / SLICES))


def _add(
    seconds: Sequence[defaultdict[Role, float]],
    each: Heard,
    *,
    start: float,
    length: float,
) -> None:
    """Share the sentence's seconds among the slices it reaches into."""
    begin, end = each.sentence.start - start, each.sentence.end - start
    last = len(seconds) - 1
    first, final = min(int(begin / length), last), min(int(end / length), last)
    if end <= begin or first == final:
        seconds[first][each.role] += each.sentence.seconds
        return
    for at in range(first, final + 1):
        inside = min(end, (at + 1) * length) - max(begin, at * length)
        if inside > 0:
            share = inside / (end - begin)
            seconds[at][each.role] += each.sentence.seconds * share
