"""What people do within a slot."""

from dataclasses import dataclass

from askwell.process.choices import (
    Outcome,
    Place,
)
from askwell.process.commands.base import Command, Spoken
from askwell.process.people import PersonId


@dataclass(frozen=True, kw_only=True)
class StateTopic(Spoken):
    """Say what the slot is about; what is left `None` stays as it was."""

    topic: str | None = None
    question: str | None = None
    worthwhile: str | None = None


@dataclass(frozen=True, kw_only=True)
class WithdrawTopic(Spoken):
    """Take the topic back; the slot ends and its topic is no longer shown."""


@dataclass(frozen=True, kw_only=True)
class StopSlot(Spoken):
    """End one's own slot at once, for no reason that must be given."""


@dataclass(frozen=True, kw_only=True)
class MarkOutcome(Spoken):
    """Say what the slot brought: clarity, direction, action, or none yet."""

    outcome: Outcome


@dataclass(frozen=True, kw_only=True)
class Contribute(Spoken):
    """Contribute by kind; with another `speaker`, jot what they said.

    `kind` is the name of one of `KINDS`. `words` may be left out: that it was
    said is worth noting by itself.
    `to` is the number of the contribution this one answers.
    """

    kind: str
    words: str | None = None
    to: int | None = None


@dataclass(frozen=True, kw_only=True)
class TakeBack(Command):
    """Take back one's own contribution or learning, or a jot made by mistake."""

    contribution: int


@dataclass(frozen=True, kw_only=True)
class Pass(Spoken):
    """Let a question, or one's turn in a round, go by."""

    contribution: int | None = None


@dataclass(frozen=True, kw_only=True)
class RaiseHand(Spoken):
    """Ask for the turn."""


@dataclass(frozen=True, kw_only=True)
class LowerHand(Spoken):
    """Ask for the turn no longer; the facilitator may lower any hand."""


@dataclass(frozen=True, kw_only=True)
class GiveTurn(Command):
    """Give the turn; to nobody in particular when `person` is `None`."""

    person: PersonId | None


@dataclass(frozen=True, kw_only=True)
class Star(Spoken):
    """The presenter marks a question that shifted their thinking."""

    contribution: int
    starred: bool = True


@dataclass(frozen=True, kw_only=True)
class PutAside(Spoken):
    """The presenter puts a question in its place: kept, parked, discarded."""

    contribution: int
    place: Place = Place.PARKED


@dataclass(frozen=True, kw_only=True)
class Keep(Spoken):
    """The presenter keeps what was offered."""

    contribution: int
    kept: bool = True
