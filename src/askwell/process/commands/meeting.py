"""Convening, coming and going, and the opening of a meeting."""

from dataclasses import dataclass

from askwell.process.brief import Brief, OpenAction
from askwell.process.choices import (
    ActionStatus,
    TopicType,
)
from askwell.process.commands.base import Command, Spoken, Step
from askwell.process.people import Belonging, PersonId


@dataclass(frozen=True, kw_only=True)
class Briefing(Command):
    """The facts of this moment; `open_actions` and the improvement are carried in."""

    brief: Brief
    open_actions: tuple[OpenAction, ...] = ()
    improvement: str | None = None
    """What the last process review wanted to try, in its author's words."""
    improvement_by: PersonId | None = None


@dataclass(frozen=True, kw_only=True)
class Convene(Briefing):
    """Begin the log."""


@dataclass(frozen=True, kw_only=True)
class Rebrief(Briefing):
    """Bring a meeting that has not been opened up to the facts; for `ASKWELL` alone.

    Where the log says the same already, nothing happens.
    """


@dataclass(frozen=True, kw_only=True)
class Open(Command):
    """Open the meeting; without a facilitator, whoever opens becomes it."""


@dataclass(frozen=True, kw_only=True)
class Close(Step):
    """Close the meeting; `reason` is needed if a slot is not yet complete."""

    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Reopen(Command):
    """Open a closed meeting again, within the grace period."""


@dataclass(frozen=True, kw_only=True)
class Undo(Step):
    """Take back the facilitator's last step."""


@dataclass(frozen=True, kw_only=True)
class Arrive(Command):
    """Come in; for those who belong to the set or have been admitted."""


@dataclass(frozen=True, kw_only=True)
class Leave(Spoken):
    """Go; the facilitator may say so for somebody without a device."""


@dataclass(frozen=True, kw_only=True)
class IncludePerson(Command):
    """Note that an expected `person` is in the room without a device.

    What is noted for them is theirs to answer for once they come by themselves.
    """

    person: PersonId


@dataclass(frozen=True, kw_only=True)
class AskToJoin(Command):
    """Ask, from outside, to be let in."""

    joins_as: Belonging = Belonging.GUEST


@dataclass(frozen=True, kw_only=True)
class Consent(Spoken):
    """Say yes or no to somebody who asks to join; a single no is enough."""

    person: PersonId
    consents: bool


@dataclass(frozen=True, kw_only=True)
class Admit(Command):
    """Let somebody in to whom all members here have consented."""

    person: PersonId


@dataclass(frozen=True, kw_only=True)
class TurnAway(Command):
    """Do not let in somebody who asks."""

    person: PersonId


@dataclass(frozen=True, kw_only=True)
class RemovePerson(Command):
    """Send away a guest; `ASKWELL` does so for whoever left the set."""

    person: PersonId


@dataclass(frozen=True, kw_only=True)
class AgreeContract(Spoken):
    """Agree the contract as read; only its present `version` counts."""

    version: int


@dataclass(frozen=True, kw_only=True)
class CheckIn(Spoken):
    """Has spoken in the check-in round; what was said is not kept."""


@dataclass(frozen=True, kw_only=True)
class ReportBack(Spoken):
    """Tell what became of one's open action; a learning may be declined."""

    action: int
    status: ActionStatus
    did: str | None = None
    happened: str | None = None
    learned: str | None = None
    still_open: str | None = None


@dataclass(frozen=True, kw_only=True)
class PlaceBid(Spoken):
    """Ask for a slot: a headline and an urgency from 1 to 3.

    `topic_id` is the name by which the bidder keeps the topic outside the meeting.
    """

    headline: str | None
    urgency: int = 1
    topic_type: TopicType = TopicType.CHALLENGE
    topic_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class WithdrawBid(Spoken):
    """Ask for a slot no longer."""


@dataclass(frozen=True, kw_only=True)
class DeclineSlot(Spoken):
    """Have been offered a slot and not want it this time."""


@dataclass(frozen=True, kw_only=True)
class ChooseOrder(Step):
    """Settle who presents, first to last; a departure needs a `reason`."""

    order: tuple[PersonId, ...]
    reason: str | None = None
