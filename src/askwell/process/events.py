"""What has happened in a meeting; the log holds these and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from askwell.process.brief import Brief
from askwell.process.choices import (
    ActionStatus,
    HelpWanted,
    LearningAbout,
    Outcome,
    Place,
    SlotEnd,
    TopicType,
    Why,
)
from askwell.process.codec import Stored, data_fields, from_json, to_json, word_fields
from askwell.process.formats.shape import Section
from askwell.process.people import Belonging, Casting, PersonId, Words


@dataclass(frozen=True, kw_only=True)
class Event:
    """An entry of the log.

    `person` is whose deed it is and whose key seals the words. Who noted it
    for them, if somebody did, is in `noted_by`. `token` stands on the first
    event of a command only.
    """

    number: int
    at: datetime
    person: PersonId
    token: str | None = None


@dataclass(frozen=True, kw_only=True)
class SpokenEvent(Event):
    noted_by: PersonId | None = None


# The meeting


@dataclass(frozen=True, kw_only=True)
class Convened(Event):
    brief: Brief


@dataclass(frozen=True, kw_only=True)
class ActionCarriedIn(Event):
    """An action from an earlier meeting waits for its report-back."""

    action_id: str
    words: Words
    how_known: Words
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ImprovementCarriedIn(Event):
    """What the set wanted to try this time."""

    words: Words


@dataclass(frozen=True, kw_only=True)
class MeetingOpened(Event):
    pass


@dataclass(frozen=True, kw_only=True)
class ActionCarriedForward(Event):
    """Nobody reported on this open action; it waits for the next meeting."""

    action: int
    absent: bool


@dataclass(frozen=True, kw_only=True)
class MeetingClosed(Event):
    reason: Words = None
    reopen_until: datetime


@dataclass(frozen=True, kw_only=True)
class MeetingReopened(Event):
    pass


@dataclass(frozen=True, kw_only=True)
class StepUndone(Event):
    """The facilitator's step with number `step` is taken back."""

    step: int


# Coming and going


@dataclass(frozen=True, kw_only=True)
class Arrived(SpokenEvent):
    without_device: bool = False


@dataclass(frozen=True, kw_only=True)
class Left(SpokenEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class JoinAsked(Event):
    joins_as: Belonging


@dataclass(frozen=True, kw_only=True)
class ConsentGiven(SpokenEvent):
    joiner: PersonId


@dataclass(frozen=True, kw_only=True)
class JoinDeclined(Event):
    """`person` is not let in; by whom is not kept."""


@dataclass(frozen=True, kw_only=True)
class Admitted(Event):
    """`person` belongs from now on; the contract is open again."""

    by: PersonId
    belonging: Belonging


@dataclass(frozen=True, kw_only=True)
class Removed(Event):
    by: PersonId


# Opening


@dataclass(frozen=True, kw_only=True)
class ContractAgreed(SpokenEvent):
    version: int


@dataclass(frozen=True, kw_only=True)
class CheckedIn(SpokenEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class ReportedBack(SpokenEvent):
    action: int
    status: ActionStatus
    happened: Words = None
    learned: Words = None
    learning_declined: bool = False


@dataclass(frozen=True, kw_only=True)
class BidPlaced(SpokenEvent):
    headline: Words
    urgency: int
    topic_type: TopicType


@dataclass(frozen=True, kw_only=True)
class BidWithdrawn(SpokenEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class SlotDeclined(SpokenEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class Turn:
    """One person's stand in the order, and why they stand there."""

    person: PersonId
    why: Why
    presented_on: date | None = None
    slots: int = 0
    urgency: int = 0


@dataclass(frozen=True, kw_only=True)
class OrderChosen(Event):
    order: tuple[Turn, ...]
    as_proposed: bool
    reason: Words = None


# The course of the meeting


@dataclass(frozen=True, kw_only=True)
class SlotBegan(Event):
    """`slot` is the number of this slot; a slot begun anew keeps its number."""

    slot: int
    presenter: PersonId
    facilitator: PersonId | None
    reason: Words = None


@dataclass(frozen=True, kw_only=True)
class SlotEnded(Event):
    slot: int
    how: SlotEnd


@dataclass(frozen=True, kw_only=True)
class PhaseBegan(Event):
    """`index` counts from 0 within the section of the script."""

    phase: str
    section: Section
    index: int
    slot: int | None
    minutes: int


@dataclass(frozen=True, kw_only=True)
class PhaseSkipped(Event):
    """A phase was left out, or left before it had happened."""

    phase: str
    slot: int | None
    reason: Words


@dataclass(frozen=True, kw_only=True)
class Paused(Event):
    minutes: int | None = None


@dataclass(frozen=True, kw_only=True)
class Resumed(Event):
    pass


@dataclass(frozen=True, kw_only=True)
class ExtensionProposed(Event):
    minutes: int


@dataclass(frozen=True, kw_only=True)
class Extended(Event):
    """`over` is by how many minutes the plan now exceeds the booked time;
    `each` is what every slot still to come would lose to make up for it."""

    minutes: int
    over: int = 0
    each: int = 0


# The slot


@dataclass(frozen=True, kw_only=True)
class TopicStated(SpokenEvent):
    """What is left `None` stays as it was."""

    slot: int
    topic: Words = None
    question: Words = None
    worthwhile: Words = None


@dataclass(frozen=True, kw_only=True)
class TopicWithdrawn(SpokenEvent):
    slot: int


@dataclass(frozen=True, kw_only=True)
class OutcomeMarked(SpokenEvent):
    slot: int
    outcome: Outcome


@dataclass(frozen=True, kw_only=True)
class Contributed(SpokenEvent):
    kind: str
    words: Words = None
    phase: str
    slot: int | None
    to: int | None = None
    reading: str | None = None


@dataclass(frozen=True, kw_only=True)
class ContributionTakenBack(Event):
    contribution: int


@dataclass(frozen=True, kw_only=True)
class Passed(SpokenEvent):
    contribution: int | None = None
    phase: str
    slot: int | None


@dataclass(frozen=True, kw_only=True)
class HandRaised(SpokenEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class HandLowered(SpokenEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class TurnGiven(Event):
    to: PersonId | None


@dataclass(frozen=True, kw_only=True)
class Starred(SpokenEvent):
    contribution: int
    starred: bool


@dataclass(frozen=True, kw_only=True)
class PutInPlace(SpokenEvent):
    contribution: int
    place: Place


@dataclass(frozen=True, kw_only=True)
class Kept(SpokenEvent):
    contribution: int
    kept: bool


# What comes of it


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
    about: str


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


# The facilitator's role, and parts to play


@dataclass(frozen=True, kw_only=True)
class RoleHandedOver(Event):
    to: PersonId


@dataclass(frozen=True, kw_only=True)
class RoleTakenBack(Event):
    pass


@dataclass(frozen=True, kw_only=True)
class CoFacilitatorNamed(Event):
    co_facilitator: PersonId
    shares: bool


@dataclass(frozen=True, kw_only=True)
class FacilitatorNominated(Event):
    nominee: PersonId


@dataclass(frozen=True, kw_only=True)
class FacilitatorAppointed(Event):
    """`person` facilitates from now on."""


@dataclass(frozen=True, kw_only=True)
class RoleSwitched(Event):
    as_member: bool


@dataclass(frozen=True, kw_only=True)
class PartGiven(Event):
    part: Casting
    to: PersonId


@dataclass(frozen=True, kw_only=True)
class HelpSignalled(Event):
    wanted: HelpWanted
    words: Words = None


@dataclass(frozen=True, kw_only=True)
class HelpAcknowledged(Event):
    signal: int


@dataclass(frozen=True, kw_only=True)
class StatementsRead(Event):
    slot: int | None


@dataclass(frozen=True, kw_only=True)
class AgreementChecked(Event):
    agreed: bool
    slot: int | None


def dump(event: Event) -> Stored:
    """What the log stores of an event; its words are kept apart."""
    words = {name: getattr(event, name) for name in word_fields(type(event))}
    return Stored(
        kind=type(event).__name__,
        person=event.person,
        at=event.at,
        token=event.token,
        data={
            name: to_json(getattr(event, name)) for name, _ in data_fields(type(event))
        },
        words={name: said for name, said in words.items() if said is not None},
    )


def load(stored: Stored, *, number: int) -> Event:
    """The event an entry holds; words that were forgotten come back as `None`."""
    kind = _BY_NAME[stored.kind]
    data = {
        name: from_json(hint, stored.data[name])
        for name, hint in data_fields(kind)
        if name in stored.data
    }
    words = {name: stored.words.get(name) for name in word_fields(kind)}
    return kind(
        number=number,
        at=stored.at,
        person=stored.person,
        token=stored.token,
        **data,
        **words,
    )


def _kinds(of: type[Event]) -> Iterator[type[Event]]:
    for kind in of.__subclasses__():
        yield kind
        yield from _kinds(kind)


EVENTS: tuple[type[Event], ...] = tuple(
    k for k in _kinds(Event) if k is not SpokenEvent
)
_BY_NAME = {kind.__name__: kind for kind in EVENTS}
