"""What a record and a thread consist of: times of one's own, actions, learnings."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from askwell.process.choices import LearningAbout, Outcome
from askwell.web.actions.models import Status
from askwell.web.meetings.models import Meeting


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question that a presenter kept; who asked, only if they agree to be named."""

    words: str
    kind: str
    starred: bool
    asked_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Told:
    """A report-back in its owner's words."""

    at: datetime
    meeting: UUID | None
    status: Status
    did: str
    happened: str
    learned: str
    still_open: str


@dataclass(frozen=True, kw_only=True)
class Noted:
    """A note along the way."""

    at: datetime
    words: str


@dataclass(frozen=True, kw_only=True)
class Rung:
    """A level of the owner's own scale."""

    level: int
    words: str


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """An action, and all that its owner wrote about it."""

    id: UUID
    topic: UUID | None
    meeting: UUID | None
    slot: int | None
    set_id: UUID
    learning_set: str
    """Its name; nothing once the person has left it."""
    at: datetime
    words: str
    due_on: date | None
    how_known: str
    status: Status
    settled_at: datetime | None
    told: tuple[Told, ...]
    notes: tuple[Noted, ...]
    rungs: tuple[Rung, ...]
    rated_now: int | None
    rated_later: int | None


@dataclass(frozen=True, kw_only=True)
class Learned:
    """Something a person said they had learned."""

    at: datetime
    set_id: UUID
    learning_set: str
    words: str
    about: LearningAbout


@dataclass(frozen=True, kw_only=True)
class Time:
    """One's own time in a meeting, and what one keeps of it."""

    meeting: Meeting
    slot: int
    at: datetime
    learning_set: str
    topic_id: UUID | None
    headline: str
    topic: str
    question: str
    outcome: Outcome | None
    questions: tuple[Question, ...]
    learned: tuple[Learned, ...]
    actions: tuple[Chosen, ...] = ()
    thread: UUID | None = None
    """Under which name the thread of it is found, if there is one."""

    @property
    def set_id(self) -> UUID:
        return self.meeting.learning_set_id
