"""What people take away from a meeting."""

from dataclasses import dataclass
from datetime import date, datetime

from askwell.process.choices import (
    LearningAbout,
)
from askwell.process.commands.base import Command, Spoken
from askwell.process.people import PersonId


@dataclass(frozen=True, kw_only=True)
class NoteAction(Spoken):
    """The presenter notes an action of their own."""

    words: str
    due_on: date | None = None
    how_known: str | None = None


@dataclass(frozen=True, kw_only=True)
class ChangeAction(Spoken):
    """The owner puts an action differently."""

    action: int
    words: str
    due_on: date | None = None
    how_known: str | None = None


@dataclass(frozen=True, kw_only=True)
class DropAction(Spoken):
    """The owner drops an action."""

    action: int


@dataclass(frozen=True, kw_only=True)
class RecordLearning(Spoken):
    """Say what one has learned."""

    words: str | None
    about: LearningAbout = LearningAbout.TOPIC


@dataclass(frozen=True, kw_only=True)
class GiveReview(Spoken):
    """Look back at how the set worked, not at the topic."""

    helpful: int | None = None
    """The number of the question that helped most."""
    went_well: str | None = None
    try_next: str | None = None


@dataclass(frozen=True, kw_only=True)
class AgreeNextMeeting(Command):
    """Note when the set meets next and who hosts."""

    meets_at: datetime | None = None
    host: PersonId | None = None


@dataclass(frozen=True, kw_only=True)
class OpenPulse(Command):
    """Ask everybody one question on how it is here, `about` something."""

    about: str


@dataclass(frozen=True, kw_only=True)
class AnswerPulse(Command):
    """Answer the pulse, from 1 to 7; nobody sees a single answer."""

    pulse: int
    value: int


@dataclass(frozen=True, kw_only=True)
class ClosePulse(Command):
    """End the pulse; from now on its result may show."""

    pulse: int


@dataclass(frozen=True, kw_only=True)
class WriteNote(Command):
    """Write a private note, or write an earlier `note` anew."""

    words: str
    note: int | None = None
