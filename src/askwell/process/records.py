"""The records a meeting's state is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from askwell.process.choices import (
    ActionStatus,
    HelpWanted,
    LearningAbout,
    Outcome,
    Place,
    PulseWord,
    SlotEnd,
    Stage,
    TopicType,
    Why,
)
from askwell.process.formats.shape import Section
from askwell.process.people import Belonging, PersonId

VOICE_LASTS = timedelta(minutes=10)
SETTLED = (ActionStatus.DONE, ActionStatus.CHANGED, ActionStatus.DROPPED)


@dataclass(frozen=True, kw_only=True)
class Participant:
    """Somebody who belongs to this meeting, here or not."""

    person: PersonId
    belonging: Belonging = Belonging.MEMBER
    here: bool = False
    without_device: bool = False
    came_themselves: bool = False
    """Whether they have ever come in by themselves in this meeting."""
    arrived_at: datetime | None = None
    left_at: datetime | None = None
    agreed: bool = False
    agreed_for: bool = False
    """Whether somebody else noted that they agree; it lapses once they come."""
    checked_in: bool = False
    removed: bool = False
    turns: int = 0
    """How often they have spoken in this meeting, as far as it was noted."""

    @property
    def is_member(self) -> bool:
        """Whether they work in the set: members, and guests once admitted."""
        return self.belonging in (Belonging.MEMBER, Belonging.GUEST)


@dataclass(frozen=True, kw_only=True)
class Joining:
    """Somebody who waits to be let in."""

    person: PersonId
    joins_as: Belonging
    asked_at: datetime
    consents: frozenset[PersonId] = frozenset()
    noted: frozenset[PersonId] = frozenset()
    """Of these, whose yes somebody else noted; it lapses once they come."""


@dataclass(frozen=True, kw_only=True)
class Bid:
    person: PersonId
    headline: str | None
    urgency: int
    topic_type: TopicType
    number: int
    topic_id: str | None = None
    """The name its bidder keeps it by outside the meeting; theirs alone to see."""


@dataclass(frozen=True, kw_only=True)
class Turn:
    """One person's stand in the order, and why they stand there."""

    person: PersonId
    why: Why
    presented_on: date | None = None
    slots: int = 0
    urgency: int = 0


@dataclass(frozen=True, kw_only=True)
class Order:
    """Who presents, first to last, and why."""

    turns: tuple[Turn, ...] = ()
    as_proposed: bool = True
    reason: str | None = None

    @property
    def people(self) -> tuple[PersonId, ...]:
        return tuple(turn.person for turn in self.turns)


@dataclass(frozen=True, kw_only=True)
class PhaseNow:
    """The phase the meeting is in.

    `number` is the entry by which the meeting came to be in it, and what
    facilitator's commands carry as `expected_phase`.
    """

    number: int
    name: str
    section: Section
    index: int
    slot: int | None
    minutes: int
    began_at: datetime
    extended: int = 0
    paused_at: datetime | None = None
    pause_minutes: int | None = None
    paused_for: timedelta = timedelta(0)

    def elapsed(self, at: datetime) -> timedelta:
        """How long the phase has run, pauses left out."""
        return (self.paused_at or at) - self.began_at - self.paused_for

    @property
    def allotted(self) -> timedelta:
        return timedelta(minutes=self.minutes + self.extended)

    @property
    def ends_at(self) -> datetime | None:
        """When the time is up; unknown while the clock stands."""
        if self.paused_at:
            return None
        return self.began_at + self.paused_for + self.allotted

    def left(self, at: datetime) -> timedelta:
        """Negative once the time is up: timers warn, they never cut off."""
        return self.allotted - self.elapsed(at)


@dataclass(frozen=True, kw_only=True)
class Skipped:
    phase: str
    slot: int | None
    reason: str | None


@dataclass(frozen=True, kw_only=True)
class Slot:
    """A presenter's time; what is said in it refers to its `number`."""

    number: int
    presenter: PersonId
    facilitator: PersonId | None
    began_at: datetime
    minutes: tuple[int, ...] = ()
    """What the plan gave each phase when the slot began."""
    reason: str | None = None
    stopped: SlotEnd | None = None
    """Set once the presenter has stopped it; only the review is left."""
    ended_at: datetime | None = None
    how: SlotEnd | None = None

    @property
    def running(self) -> bool:
        return self.ended_at is None


@dataclass(frozen=True, kw_only=True)
class Course:
    """Where the meeting is: all that the facilitator steers, and undoes."""

    stage: Stage = Stage.LOBBY
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    reopen_until: datetime | None = None
    closing_step: int | None = None
    """The step that closed the meeting; reopening takes it back."""
    phase: PhaseNow | None = None
    slots: tuple[Slot, ...] = ()
    order: Order | None = None
    visited: tuple[tuple[int | None, str], ...] = ()
    """Slot and name of each phase that has happened, in order."""
    skipped: tuple[Skipped, ...] = ()
    floor: PersonId | None = None
    """Who has been given the turn."""
    over: int = 0
    """Minutes by which the plan now exceeds the booked time."""


@dataclass(frozen=True, kw_only=True)
class UndoableStep:
    """A step of the facilitator, and how things stood before it."""

    number: int
    kind: str
    by: PersonId
    before: Course
    hand: "Hand | None" = None
    turns: tuple[PersonId, ...] = ()
    """Whose turns it counted."""


@dataclass(frozen=True, kw_only=True)
class Topic:
    """What a slot is about, in its presenter's words."""

    presenter: PersonId
    topic: str | None = None
    question: str | None = None
    worthwhile: str | None = None
    topic_type: TopicType = TopicType.CHALLENGE
    topic_id: str | None = None
    """The name its presenter keeps it by outside the meeting; theirs alone to see."""
    withdrawn: bool = False
    outcome: Outcome | None = None
    agreed: bool | None = None
    """Whether the set agreed on the problem, where the format asks."""


@dataclass(frozen=True, kw_only=True)
class Contribution:
    number: int
    person: PersonId
    kind: str
    words: str | None
    at: datetime
    phase: str
    slot: int | None
    to: int | None = None
    noted_by: PersonId | None = None
    hidden: bool = False
    """Written, and not yet read aloud."""
    starred: bool = False
    place: Place = Place.OPEN
    kept: bool = False
    passed: bool = False
    taken_back: bool = False
    answers: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Hand:
    person: PersonId
    number: int
    raised_at: datetime


@dataclass(frozen=True, kw_only=True)
class ReportBackGiven:
    number: int
    status: ActionStatus
    happened: str | None
    learned: str | None
    learning_declined: bool
    did: str | None = None
    still_open: str | None = None
    noted_by: PersonId | None = None


@dataclass(frozen=True, kw_only=True)
class Action:
    """An action: carried in from before, or noted in this meeting."""

    number: int
    owner: PersonId
    words: str | None
    how_known: str | None = None
    due_on: date | None = None
    status: ActionStatus = ActionStatus.OPEN
    slot: int | None = None
    action_id: str | None = None
    """The name it had before this meeting, if it was carried in."""
    report: ReportBackGiven | None = None
    carried_forward: bool = False
    noted_by: PersonId | None = None

    @property
    def carried_in(self) -> bool:
        return self.action_id is not None

    @property
    def is_open(self) -> bool:
        """A changed one is settled: what it became is an action of its own."""
        return self.status not in SETTLED


@dataclass(frozen=True, kw_only=True)
class Learning:
    number: int
    person: PersonId
    words: str | None
    about: LearningAbout
    at: datetime
    phase: str | None
    slot: int | None
    noted_by: PersonId | None = None


@dataclass(frozen=True, kw_only=True)
class Review:
    """One person's look back at how the set worked."""

    number: int
    person: PersonId
    helpful: int | None
    went_well: str | None
    try_next: str | None
    at: datetime
    phase: str | None
    slot: int | None
    noted_by: PersonId | None = None


@dataclass(frozen=True, kw_only=True)
class Improvement:
    person: PersonId
    words: str | None


@dataclass(frozen=True, kw_only=True)
class Pulse:
    """`word` is set once it is closed, and only if enough have answered."""

    number: int
    about: str | None
    opened_at: datetime
    closed_at: datetime | None = None
    answered: int = 0
    word: PulseWord | None = None
    answers: Mapping[PersonId, int | None] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Note:
    number: int
    person: PersonId
    words: str | None
    at: datetime
    phase: str | None
    slot: int | None


@dataclass(frozen=True, kw_only=True)
class HelpSignal:
    number: int
    person: PersonId
    wanted: HelpWanted
    words: str | None
    at: datetime
    acknowledged: bool = False
    seen_by: PersonId | None = None


@dataclass(frozen=True, kw_only=True)
class NextMeeting:
    meets_at: datetime | None
    host: PersonId | None


@dataclass(frozen=True, kw_only=True)
class Nomination:
    """One voice for somebody to facilitate; it lapses after a while."""

    nominee: PersonId
    at: datetime

    def stands(self, nominee: PersonId, *, at: datetime) -> bool:
        return self.nominee == nominee and at - self.at < VOICE_LASTS


@dataclass(frozen=True, kw_only=True)
class ProposedExtension:
    person: PersonId
    minutes: int
    phase: int
    """The number of the phase it was proposed for."""
