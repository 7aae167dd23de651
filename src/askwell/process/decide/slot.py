"""Decides on what belongs to the presenter of a slot (INV-1, INV-22)."""

from askwell.process.choices import SlotEnd
from askwell.process.commands import (
    Keep,
    MarkOutcome,
    PutAside,
    Star,
    StateTopic,
    StopSlot,
    WithdrawTopic,
)
from askwell.process.decide.draft import Draft, Refusal, refuse
from askwell.process.decide.guards import (
    noted_by,
    person_of,
    require_contribution,
    require_presenter,
    require_running,
    speaker_of,
    words_of,
)
from askwell.process.decide.registry import on
from askwell.process.decide.walk import (
    begin_phase,
    close_after,
    leave_slot,
    missing_phases,
    review_after,
    skip,
)
from askwell.process.events import (
    BidWithdrawn,
    Kept,
    OutcomeMarked,
    PutInPlace,
    SlotStopped,
    Starred,
    TopicStated,
)
from askwell.process.formats.shape import Section
from askwell.process.people import PersonId
from askwell.process.records import Contribution, Slot
from askwell.process.refusals import Reason, Refused
from askwell.process.state import State


@on(StateTopic)
def state_topic(draft: Draft, command: StateTopic) -> None:
    person = speaker_of(draft.state, command)
    slot = require_presenter(draft.state, person)
    topic, question, worthwhile = (
        words_of(command.topic),
        words_of(command.question),
        words_of(command.worthwhile),
    )
    if topic is None and question is None and worthwhile is None:
        raise refuse(Reason.WORDS_MISSING)
    draft.add(
        TopicStated(
            **draft.stamp,
            person=person,
            noted_by=noted_by(command),
            slot=slot.number,
            topic=topic,
            question=question,
            worthwhile=worthwhile,
        )
    )


@on(WithdrawTopic)
def withdraw_topic(draft: Draft, command: WithdrawTopic) -> None:
    person = speaker_of(draft.state, command)
    if draft.state.slot is None and person in draft.state.bids:
        draft.add(
            BidWithdrawn(**draft.stamp, person=person, noted_by=noted_by(command))
        )
        return
    slot = require_presenter(draft.state, person)
    _stop(draft, slot, by=person, how=SlotEnd.WITHDRAWN)


@on(StopSlot)
def stop_slot(draft: Draft, command: StopSlot) -> None:
    person = speaker_of(draft.state, command)
    slot = require_presenter(draft.state, person)
    _stop(draft, slot, by=person, how=SlotEnd.STOPPED)


def _stop(draft: Draft, slot: Slot, *, by: PersonId, how: SlotEnd) -> None:
    """Work on the topic ends at once; only the review of how we worked is left.

    Where a slot has none, the meeting goes to its closing; if others are still to
    present, it waits for whoever leads it. Nobody can undo it, and no reason is asked.
    """
    if slot.stopped is how:
        return
    draft.add(
        SlotStopped(**draft.stamp, person=by, step=None, slot=slot.number, how=how)
    )
    now, phase = require_running(draft.state), draft.state.phase_in_script
    if phase is not None and phase.is_review:
        return
    review = review_after(draft.state, now)
    _skip_all_but(draft, review, slot=slot.number, by=by)
    if review is not None:
        begin_phase(draft, Section.SLOT, review, by=by, step=None)
        return
    close = close_after(draft.state)
    if close is not None:
        leave_slot(draft, by=by, step=None, reason=None)
        begin_phase(draft, Section.CLOSING, close, by=by, step=None)


def _skip_all_but(draft: Draft, review: int | None, *, slot: int, by: PersonId) -> None:
    kept = None if review is None else draft.state.script.slot[review].name
    for name in missing_phases(draft.state, Section.SLOT, at=draft.at):
        if name != kept:
            skip(draft, name, slot=slot, by=by, step=None, reason=None)


@on(MarkOutcome)
def mark_outcome(draft: Draft, command: MarkOutcome) -> None:
    require_running(draft.state)
    person = speaker_of(draft.state, command)
    slots = [slot for slot in draft.state.slots if slot.presenter == person]
    if not slots:
        raise refuse(Reason.ONLY_PRESENTER)
    draft.add(
        OutcomeMarked(
            **draft.stamp,
            person=person,
            noted_by=noted_by(command),
            slot=slots[-1].number,
            outcome=command.outcome,
        )
    )


@on(Star)
def star(draft: Draft, command: Star) -> None:
    person = person_of(draft.state, command)
    heard = _require_heard(draft.state, person, command.contribution)
    if heard.starred == command.starred:
        return
    draft.add(
        Starred(
            **draft.stamp,
            person=person,
            noted_by=noted_by(command),
            contribution=heard.number,
            starred=command.starred,
        )
    )


@on(PutAside)
def put_aside(draft: Draft, command: PutAside) -> None:
    person = person_of(draft.state, command)
    heard = _require_heard(draft.state, person, command.contribution)
    if heard.place is command.place:
        return
    draft.add(
        PutInPlace(
            **draft.stamp,
            person=person,
            noted_by=noted_by(command),
            contribution=heard.number,
            place=command.place,
        )
    )


@on(Keep)
def keep(draft: Draft, command: Keep) -> None:
    """INV-3: only by keeping it does something offered become the presenter's."""
    person = person_of(draft.state, command)
    heard = _require_heard(draft.state, person, command.contribution)
    if heard.kept == command.kept:
        return
    draft.add(
        Kept(
            **draft.stamp,
            person=person,
            noted_by=noted_by(command),
            contribution=heard.number,
            kept=command.kept,
        )
    )


def _require_heard(state: State, person: PersonId, number: int) -> Contribution:
    """What others said in a slot of this person."""
    require_running(state)
    heard = require_contribution(state, number)
    topic = state.topics.get(heard.slot) if heard.slot is not None else None
    if topic is None or topic.presenter != person:
        people = (topic.presenter,) if topic else ()
        raise Refusal(Refused(reason=Reason.ONLY_PRESENTER, people=people))
    if heard.person == person:
        raise refuse(Reason.NO_SUCH_THING)
    return heard
