"""What people took away from a meeting."""

from dataclasses import dataclass
from datetime import date, datetime

from askwell.process.choices import (
    LearningAbout,
)
from askwell.process.events.base import Event, SpokenEvent
from askwell.process.people import PersonId, Words


@dataclass(frozen=True, kw_only=True)
class ActionNoted(SpokenEvent):
    words: Words
    how_known: Words = None
    due_on: date | None = None
    slot: int | None = None


@dataclass(frozen=True, kw_only=True)
class ActionChanged(SpokenEvent):
    action: int
    words: Words
    how_known: Words = None
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ActionDropped(SpokenEvent):
    action: int


@dataclass(frozen=True, kw_only=True)
class LearningRecorded(SpokenEvent):
    words: Words
    about: LearningAbout
    phase: str | None
    slot: int | None


@dataclass(frozen=True, kw_only=True)
class LearningTakenBack(Event):
    learning: int


@dataclass(frozen=True, kw_only=True)
class ReviewGiven(SpokenEvent):
    helpful: int | None = None
    went_well: Words = None
    try_next: Words = None
    phase: str | None
    slot: int | None


@dataclass(frozen=True, kw_only=True)
class NextMeetingAgreed(Event):
    meets_at: datetime | None = None
    host: PersonId | None = None


@dataclass(frozen=True, kw_only=True)
class PulseOpened(Event):
    about: Words


@dataclass(frozen=True, kw_only=True)
class PulseAnswered(Event):
    """The value is sealed like words: nobody but the engine reads it."""

    pulse: int
    value: Words


@dataclass(frozen=True, kw_only=True)
class PulseClosed(Event):
    pulse: int


@dataclass(frozen=True, kw_only=True)
class NoteWritten(Event):
    """`note` is the number of the note it replaces."""

    words: Words
    note: int | None = None
    phase: str | None = None
    slot: int | None = None
