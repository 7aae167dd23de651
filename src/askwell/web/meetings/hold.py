"""Which written contribution is held once, for its author to look at again (INV-4).

Held means: neither logged nor shown to anybody. The author alone is asked what question
is behind it; whatever they send next from that box goes through, as it is.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from askwell import coach
from askwell.coach import Reading, TurnKind
from askwell.process import State, decide
from askwell.process.commands import Command, Contribute
from askwell.process.decide.guards import LONGEST_WORDS
from askwell.process.kinds import Family, Kind, kind_named
from askwell.process.refusals import Refused
from askwell.web.meetings.hearing import hearing_now

HELD: Final = "held"
"""The field that says: its author has looked at it."""
AS_MEANT: Final = "meant"
"""What that field says when the author holds that the coach misread it."""

# What each family is when its author means it so; of no other is anything held.
MEANT: Final = {
    Family.QUESTION: TurnKind.OPEN_QUESTION,
    Family.EXPERIENCE: TurnKind.SHARING,
    Family.OBSERVATION: TurnKind.REFLECTION,
    Family.SUPPORT: TurnKind.OTHER,
}


@dataclass(frozen=True, slots=True)
class Held:
    """A contribution that waits for its author, and what they are told."""

    command: Contribute
    reading: Reading
    asked_as: str | None
    """As which kind one of the rewrites may be sent; None where nobody asks now."""

    @property
    def words(self) -> str:
        return self.command.words or ""

    @property
    def family(self) -> Family:
        return kind_named(self.command.kind).family

    @property
    def rewrites(self) -> tuple[str, ...]:
        return self.reading.rewrites[:2] if self.asked_as else ()


def advice_in(command: Command, state: State, *, at: datetime) -> Held | None:
    """What is to be held of this command, in a meeting that stands so."""
    if not isinstance(command, Contribute) or not _is_looked_at(command, state):
        return None
    heard = hearing_now(state, command.by)
    reading = coach.read(
        command.words or "",
        phase=heard.phase,
        role=heard.role,
        previous=heard.previous,
    )
    if reading.kind is not TurnKind.ADVICE or not reading.hint:
        return None
    if not _would_be_taken(command, state, at=at):
        return None
    return Held(command, reading, _asked_as(command, state))


def _is_looked_at(command: Contribute, state: State) -> bool:
    """Own written words to somebody who presents, where the set asks and not tells."""
    if state.phase_in_script is None or state.presenter in (None, command.by):
        return False
    for_another = command.speaker not in (None, command.by)
    if for_another or not state.script.action_learning:
        return False
    if not command.words or len(command.words) > LONGEST_WORDS:
        return False
    kind = _known(command.kind)
    return kind is not None and kind.family in MEANT


def _known(name: str) -> Kind | None:
    try:
        return kind_named(name)
    except KeyError:
        return None


def _would_be_taken(command: Contribute, state: State, *, at: datetime) -> bool:
    """What is refused, or has been taken in already, is answered in its own way."""
    decided = decide(state, command, at=at)
    return not isinstance(decided, Refused) and bool(decided)


def _asked_as(command: Contribute, state: State) -> str | None:
    if kind_named(command.kind).is_question:
        return command.kind
    phase = state.phase_in_script
    offered = (
        kind
        for role in state.roles(command.by)
        for kind in (phase.offered(role) if phase else ())
        if kind.is_question
    )
    return next((kind.name for kind in offered), None)
