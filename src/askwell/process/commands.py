"""What people can ask of a meeting; each is answered by events or a refusal."""

from dataclasses import dataclass
from datetime import date, datetime

from askwell.process.brief import Brief, OpenAction
from askwell.process.choices import (
    ActionStatus,
    HelpWanted,
    LearningAbout,
    Outcome,
    Place,
    TopicType,
)
from askwell.process.people import Belonging, Casting, PersonId


@dataclass(frozen=True, kw_only=True)
class Command:
    """`token` is made by the client; the same token twice is once."""

    by: PersonId
    token: str


@dataclass(frozen=True, kw_only=True)
class Spoken(Command):
    """Something noted for its `speaker`, who is `by` unless named."""

    speaker: PersonId | None = None


@dataclass(frozen=True, kw_only=True)
class Step(Command):
    """A step of the facilitator; refused when the phase has moved meanwhile.

    `expected_phase` is `state.phase.number`, or 0 before the first phase.
    """

    expected_phase: int


# Before and around the meeting


@dataclass(frozen=True, kw_only=True)
class Convene(Command):
    """Begin the log; `open_actions` and the improvement are carried into it."""

    brief: Brief
    open_actions: tuple[OpenAction, ...] = ()
    improvement: str | None = None
    """What the last process review wanted to try, in its author's words."""
    improvement_by: PersonId | None = None


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


# Coming and going


@dataclass(frozen=True, kw_only=True)
class Arrive(Command):
    """Come in; for those who belong to the set or have been admitted."""


@dataclass(frozen=True, kw_only=True)
class Leave(Spoken):
    """Go; the facilitator may say so for somebody without a device."""


@dataclass(frozen=True, kw_only=True)
class IncludePerson(Command):
    """Note that an expected `person` is in the room without a device."""

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


# Opening


@dataclass(frozen=True, kw_only=True)
class AgreeContract(Spoken):
    """Agree the contract in its present version."""


@dataclass(frozen=True, kw_only=True)
class CheckIn(Spoken):
    """Has spoken in the check-in round; what was said is not kept."""


@dataclass(frozen=True, kw_only=True)
class ReportBack(Spoken):
    """Tell what became of one's open action; a learning may be declined."""

    action: int
    status: ActionStatus
    happened: str | None = None
    learned: str | None = None


@dataclass(frozen=True, kw_only=True)
class PlaceBid(Spoken):
    """Ask for a slot: a headline and an urgency from 1 to 3."""

    headline: str | None
    urgency: int = 1
    topic_type: TopicType = TopicType.CHALLENGE


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


# The course of the meeting


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


# The slot


@dataclass(frozen=True, kw_only=True)
class StateTopic(Spoken):
    """Say what the slot is about; what is left `None` stays as it was."""

    topic: str | None = None
    question: str | None = None
    worthwhile: str | None = None


@dataclass(frozen=True, kw_only=True)
class WithdrawTopic(Spoken):
    """Take the topic back; the slot ends and its topic is no longer shown."""


@dataclass(frozen=True, kw_only=True)
class StopSlot(Spoken):
    """End one's own slot at once, for no reason that must be given."""


@dataclass(frozen=True, kw_only=True)
class MarkOutcome(Spoken):
    """Say what the slot brought: clarity, direction, action, or none yet."""

    outcome: Outcome


@dataclass(frozen=True, kw_only=True)
class Contribute(Spoken):
    """Contribute by kind; with another `speaker`, jot what they said.

    `kind` is the name of one of `KINDS`. `words` may be left out: that it was
    said is worth noting by itself.
    `to` is the number of the contribution this one answers. `reading` is what
    the question coach made of it; only the author sees it.
    """

    kind: str
    words: str | None = None
    to: int | None = None
    reading: str | None = None


@dataclass(frozen=True, kw_only=True)
class TakeBack(Command):
    """Take back one's own contribution, or a jot made by mistake."""

    contribution: int


@dataclass(frozen=True, kw_only=True)
class Pass(Spoken):
    """Let a question, or one's turn in a round, go by."""

    contribution: int | None = None


@dataclass(frozen=True, kw_only=True)
class RaiseHand(Spoken):
    """Ask for the turn."""


@dataclass(frozen=True, kw_only=True)
class LowerHand(Spoken):
    """Ask for the turn no longer; the facilitator may lower any hand."""


@dataclass(frozen=True, kw_only=True)
class GiveTurn(Command):
    """Give the turn; to nobody in particular when `person` is `None`."""

    person: PersonId | None


@dataclass(frozen=True, kw_only=True)
class Star(Spoken):
    """The presenter marks a question that shifted their thinking."""

    contribution: int
    starred: bool = True


@dataclass(frozen=True, kw_only=True)
class PutAside(Spoken):
    """The presenter puts a question in its place: kept, parked, discarded."""

    contribution: int
    place: Place = Place.PARKED


@dataclass(frozen=True, kw_only=True)
class Keep(Spoken):
    """The presenter keeps what was offered."""

    contribution: int
    kept: bool = True


# What comes of it


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


# The facilitator's role, and parts to play


@dataclass(frozen=True, kw_only=True)
class HandOver(Command):
    """The facilitator hands the role to somebody here."""

    to: PersonId


@dataclass(frozen=True, kw_only=True)
class TakeBackRole(Command):
    """Whoever handed the role over takes it back."""


@dataclass(frozen=True, kw_only=True)
class NameCoFacilitator(Command):
    """The facilitator asks somebody to share the work, or no longer to."""

    person: PersonId
    shares: bool = True


@dataclass(frozen=True, kw_only=True)
class NominateFacilitator(Command):
    """Name who should facilitate while the facilitator is gone.

    Two people naming the same person appoint them. `gone_since` is when the
    facilitator's last connection ended, as far as the server knows.
    """

    person: PersonId
    gone_since: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class SwitchRole(Command):
    """The facilitator visibly joins in as a member, or stops doing so."""

    as_member: bool


@dataclass(frozen=True, kw_only=True)
class Cast(Command):
    """Give a part to somebody here."""

    part: Casting
    person: PersonId


@dataclass(frozen=True, kw_only=True)
class SignalHelp(Command):
    """Tell the facilitator discreetly that one needs a pause or help."""

    wanted: HelpWanted
    words: str | None = None


@dataclass(frozen=True, kw_only=True)
class AcknowledgeHelp(Command):
    """The facilitator has seen the signal."""

    signal: int


# Acts that only some formats know


@dataclass(frozen=True, kw_only=True)
class ReadStatements(Command):
    """Show all statements at once."""


@dataclass(frozen=True, kw_only=True)
class CheckAgreement(Command):
    """Note whether the set agrees on what the problem is."""

    agreed: bool
