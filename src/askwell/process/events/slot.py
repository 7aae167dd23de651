"""What happened within a slot."""

from dataclasses import dataclass

from askwell.process.choices import (
    Outcome,
    Place,
)
from askwell.process.events.base import Event, SpokenEvent, StepEvent
from askwell.process.people import PersonId, Words


@dataclass(frozen=True, kw_only=True)
class TopicStated(SpokenEvent):
    """What is left `None` stays as it was."""

    slot: int
    topic: Words = None
    question: Words = None
    worthwhile: Words = None


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
    hidden: bool = False
    """Not shown to others until it is read aloud."""


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
class TurnGiven(StepEvent):
    """The turn is somebody's; `ends` is whose unnoted turn in a round it ends."""

    to: PersonId | None
    ends: PersonId | None = None


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
