"""How long it stayed quiet after a question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from askwell.coach import Role
from askwell.transcripts.hearing import Heard
from askwell.transcripts.transcript import Clock, Turn

KEPT = 3.0
"""Seconds of quiet that give somebody time to think."""
BREAK = 30.0
"""Seconds beyond which it was rather a break, or work in silence."""


@dataclass(frozen=True, slots=True)
class Pause:
    """The quiet between a question and `then`, who spoke next."""

    after: Heard
    then: Role
    seconds: float


def pauses(
    heard: Sequence[Heard], turns: Sequence[Turn], clock: Clock
) -> tuple[Pause, ...]:
    """Empty where the file does not say when somebody stopped speaking."""
    return tuple(_pauses(heard, turns)) if clock is Clock.MEASURED else ()


def _pauses(heard: Sequence[Heard], turns: Sequence[Turn]) -> Iterator[Pause]:
    last = {each.turn: each for each in heard}
    for index, after in enumerate(turns[1:]):
        asked = last[index]
        quiet = round(max(0.0, after.start - turns[index].end), 3)
        if asked.helps and asked.asks and quiet <= BREAK:
            yield Pause(asked, after.role, quiet)
