"""The steps by which a meeting went on."""

from dataclasses import dataclass

from askwell.process.choices import (
    SlotEnd,
)
from askwell.process.events.base import Event, StepEvent
from askwell.process.formats.shape import Section
from askwell.process.people import PersonId, Words


@dataclass(frozen=True, kw_only=True)
class SlotBegan(StepEvent):
    """`slot` is the number of this slot; a slot begun anew keeps its number.

    `minutes` is what the plan, as it now stands, gives each of its phases.
    """

    slot: int
    presenter: PersonId
    facilitator: PersonId | None
    minutes: tuple[int, ...] = ()
    reason: Words = None


@dataclass(frozen=True, kw_only=True)
class SlotStopped(StepEvent):
    """The presenter ends the work on the topic; only the review is left."""

    slot: int
    how: SlotEnd


@dataclass(frozen=True, kw_only=True)
class SlotEnded(StepEvent):
    slot: int
    how: SlotEnd


@dataclass(frozen=True, kw_only=True)
class PhaseBegan(StepEvent):
    """`index` counts from 0 within the section of the script."""

    phase: str
    section: Section
    index: int
    slot: int | None
    minutes: int


@dataclass(frozen=True, kw_only=True)
class PhaseSkipped(StepEvent):
    """A phase was left out, or left before it had happened."""

    phase: str
    slot: int | None
    reason: Words


@dataclass(frozen=True, kw_only=True)
class Paused(StepEvent):
    minutes: int | None = None


@dataclass(frozen=True, kw_only=True)
class Resumed(StepEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class ExtensionProposed(Event):
    minutes: int


@dataclass(frozen=True, kw_only=True)
class Extended(StepEvent):
    """What it costs: minutes that `each` slot still to come loses, how many
    slots are `dropped`, and by how much the meeting is `over`."""

    minutes: int
    over: int = 0
    each: int = 0
    dropped: int = 0
