"""A meeting begins and ends, and people come, go and open it."""

from dataclasses import dataclass
from datetime import date, datetime

from askwell.process.brief import Brief
from askwell.process.choices import (
    ActionStatus,
    TopicType,
)
from askwell.process.events.base import Event, SpokenEvent, StepEvent
from askwell.process.people import Belonging, PersonId, Words
from askwell.process.records import Turn


@dataclass(frozen=True, kw_only=True)
class Convened(Event):
    brief: Brief


@dataclass(frozen=True, kw_only=True)
class Rebriefed(Event):
    """The brief as it now is; what is carried in follows anew."""

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
class MeetingOpened(StepEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class ActionCarriedForward(Event):
    """Nobody reported on this open action; it waits for the next meeting."""

    action: int
    absent: bool


@dataclass(frozen=True, kw_only=True)
class MeetingClosed(Event):
    """`step` is the first event of the step by which the meeting closed."""

    step: int
    reason: Words = None
    reopen_until: datetime


@dataclass(frozen=True, kw_only=True)
class MeetingReopened(Event):
    pass


@dataclass(frozen=True, kw_only=True)
class StepUndone(Event):
    """The facilitator's step with number `step` is taken back."""

    step: int


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
    did: Words = None
    happened: Words = None
    learned: Words = None
    learning_declined: bool = False
    still_open: Words = None


@dataclass(frozen=True, kw_only=True)
class BidPlaced(SpokenEvent):
    headline: Words
    urgency: int
    topic_type: TopicType
    topic_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class BidWithdrawn(SpokenEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class SlotDeclined(SpokenEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class OrderChosen(StepEvent):
    order: tuple[Turn, ...]
    as_proposed: bool
    reason: Words = None
