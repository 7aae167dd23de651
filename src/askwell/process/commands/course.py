"""The steps by which a meeting goes on."""

from dataclasses import dataclass

from askwell.process.commands.base import Command, Step
from askwell.process.people import PersonId


@dataclass(frozen=True, kw_only=True)
class BeginSlot(Step):
    """Begin somebody's slot; out of order or a second one needs a `reason`."""

    presenter: PersonId
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class NextPhase(Step):
    """Go on: the next phase, the next presenter, or the closing."""


@dataclass(frozen=True, kw_only=True)
class PreviousPhase(Step):
    """Go back one phase, within the slot or within opening or closing."""


@dataclass(frozen=True, kw_only=True)
class SkipPhase(Step):
    """Leave the present phase out and go on; the set sees the `reason`."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class EnterClosing(Step):
    """Go to the closing at once; who has not presented waits for next time."""

    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Pause(Command):
    """Stop the clock: a break, or because somebody needs it."""

    minutes: int | None = None


@dataclass(frozen=True, kw_only=True)
class Resume(Command):
    """Let the clock run on."""


@dataclass(frozen=True, kw_only=True)
class Extend(Step):
    """Give the phase more minutes.

    Within a slot presenter and facilitator both say so: the first proposes,
    the second settles it.
    """

    minutes: int
