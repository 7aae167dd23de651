"""Sentences that are worth talking about, each with a question it could have been."""

from collections.abc import Sequence

from askwell.coach import STEERING, Role
from askwell.transcripts.hearing import Heard
from askwell.transcripts.report import Moment
from askwell.transcripts.transcript import Turn

MOST = 7
OF_ONE_PERSON = 2
"""So that nobody meets themselves on the whole list."""
NEAR = 2
"""Turns."""
SHORTEST = 4
"""Words: in fewer, nobody can tell what was meant."""
MERELY_CLOSED = 1
SURELY_CLOSED = 0.8
"""Many a question that asks for a fact is just right."""


def moments(heard: Sequence[Heard], turns: Sequence[Turn]) -> tuple[Moment, ...]:
    """The clearest first; only what the coach itself would have spoken about."""
    near = _near_presenter(turns)
    found = [each for each in heard if each.turn in near and _is_clear(each)]
    found.sort(key=lambda each: (-_worth(each), each.sentence.start))
    kept: list[Heard] = []
    for each in found:
        if len(kept) < MOST and _adds(each, kept):
            kept.append(each)
    return tuple(_moment(each) for each in kept)


def _near_presenter(turns: Sequence[Turn]) -> set[int]:
    """Turns soon before or after a presenter's: others may be about something else.

    All turns where nobody presents.
    """
    presented = {
        index for index, turn in enumerate(turns) if turn.role is Role.PRESENTER
    }
    if not presented:
        return set(range(len(turns)))
    return {index + step for index in presented for step in range(-NEAR, NEAR + 1)}


def _adds(each: Heard, kept: Sequence[Heard]) -> bool:
    """Whether it is of another turn than those kept, and of a person little quoted."""
    own = sum(other.speaker == each.speaker for other in kept)
    closed = sum(other.kind not in STEERING for other in kept)
    steers = each.kind in STEERING
    again = any(other.turn == each.turn for other in kept)
    return own < OF_ONE_PERSON and not again and (steers or closed < MERELY_CLOSED)


def _is_clear(each: Heard) -> bool:
    steers = each.kind in STEERING
    sure = steers or each.confidence >= SURELY_CLOSED
    long = len(each.sentence.text.split()) >= SHORTEST
    return each.helps and bool(each.hint) and sure and long


def _worth(each: Heard) -> float:
    """What steers comes first, then what has a reframe."""
    steers = 1.0 if each.kind in STEERING else 0.0
    return each.confidence + steers + (0.5 if each.reframe else 0.0)


def _moment(each: Heard) -> Moment:
    return Moment(
        at=each.sentence.start,
        words=each.sentence.text,
        kind=each.kind,
        hint=each.hint,
        reframe=each.reframe,
    )
