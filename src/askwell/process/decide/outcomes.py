"""Decides on actions, learnings, reviews, pulses and notes (INV-2, 9, 24)."""

from askwell.process.choices import ActionStatus
from askwell.process.commands import (
    AgreeNextMeeting,
    AnswerPulse,
    ChangeAction,
    ClosePulse,
    DropAction,
    GiveReview,
    NoteAction,
    OpenPulse,
    RecordLearning,
    WriteNote,
)
from askwell.process.decide.draft import Draft, Refusal, refuse
from askwell.process.decide.guards import (
    noted_by,
    person_of,
    require_contribution,
    require_range,
    require_running,
    require_steering,
    require_voice,
    require_welcome,
    require_words,
    speaker_of,
    words_of,
)
from askwell.process.decide.registry import on
from askwell.process.events import (
    ActionChanged,
    ActionDropped,
    ActionNoted,
    LearningRecorded,
    NextMeetingAgreed,
    NoteWritten,
    PulseAnswered,
    PulseClosed,
    PulseOpened,
    ReportedBack,
    ReviewGiven,
)
from askwell.process.kinds import ACTION, FEEDBACK, LEARNING
from askwell.process.people import PersonId
from askwell.process.records import Action, Pulse
from askwell.process.refusals import Reason, Refused
from askwell.process.state import State

HIGHEST_PULSE = 7
SHARED_PROBLEM = ("problems", "single_problem")


@on(NoteAction)
def note_action(draft: Draft, command: NoteAction) -> None:
    now = require_running(draft.state)
    owner = person_of(draft.state, command)
    _require_owner(draft.state, owner)
    draft.add(
        ActionNoted(
            **draft.stamp,
            person=owner,
            noted_by=noted_by(command),
            words=require_words(command.words),
            how_known=words_of(command.how_known),
            due_on=command.due_on,
            slot=now.slot,
        )
    )


def _require_owner(state: State, person: PersonId) -> None:
    """INV-2: the presenter owns actions; where all share the problem, each their own.

    After their slot presenters may still note one, until the meeting closes.
    """
    presented = {slot.presenter for slot in state.slots if not slot.running}
    if person in presented:
        return
    name, shared = SHARED_PROBLEM
    if person != state.presenter and state.script.options.get(name) != shared:
        people = (state.presenter,) if state.presenter else ()
        raise Refusal(Refused(reason=Reason.ONLY_PRESENTER, people=people))
    require_welcome(state, person, ACTION)


@on(ChangeAction)
def change_action(draft: Draft, command: ChangeAction) -> None:
    owner = person_of(draft.state, command)
    action = _require_own(draft.state, command.action, owner)
    draft.add(
        ActionChanged(
            **draft.stamp,
            person=owner,
            noted_by=noted_by(command),
            action=action.number,
            words=require_words(command.words),
            how_known=words_of(command.how_known),
            due_on=command.due_on,
        )
    )


@on(DropAction)
def drop_action(draft: Draft, command: DropAction) -> None:
    owner = person_of(draft.state, command)
    action = _require_own(draft.state, command.action, owner)
    if action.carried_in:
        _report_dropped(draft, command, action)
    else:
        draft.add(
            ActionDropped(
                **draft.stamp,
                person=owner,
                noted_by=noted_by(command),
                action=action.number,
            )
        )


def _report_dropped(draft: Draft, command: DropAction, action: Action) -> None:
    """INV-9: an action from before goes only by way of its report-back."""
    draft.add(
        ReportedBack(
            **draft.stamp,
            person=action.owner,
            noted_by=noted_by(command),
            action=action.number,
            status=ActionStatus.DROPPED,
            learning_declined=True,
        )
    )


def _require_own(state: State, number: int, person: PersonId) -> Action:
    require_running(state)
    action = state.actions.get(number)
    if action is None:
        raise refuse(Reason.NO_SUCH_THING)
    if action.owner != person:
        raise Refusal(Refused(reason=Reason.ONLY_OWNER, people=(action.owner,)))
    if not action.is_open:
        raise refuse(Reason.ALREADY_DONE)
    return action


@on(RecordLearning)
def record_learning(draft: Draft, command: RecordLearning) -> None:
    now = require_running(draft.state)
    person = person_of(draft.state, command)
    require_welcome(draft.state, person, LEARNING)
    draft.add(
        LearningRecorded(
            **draft.stamp,
            person=person,
            noted_by=noted_by(command),
            words=words_of(command.words),
            about=command.about,
            phase=now.name,
            slot=now.slot,
        )
    )


@on(GiveReview)
def give_review(draft: Draft, command: GiveReview) -> None:
    """Without words it notes that somebody said theirs aloud."""
    now = require_running(draft.state)
    person = speaker_of(draft.state, command)
    require_welcome(draft.state, person, FEEDBACK)
    if command.helpful is not None:
        require_contribution(draft.state, command.helpful)
    draft.add(
        ReviewGiven(
            **draft.stamp,
            person=person,
            noted_by=noted_by(command),
            helpful=command.helpful,
            went_well=words_of(command.went_well),
            try_next=words_of(command.try_next),
            phase=now.name,
            slot=now.slot,
        )
    )


@on(AgreeNextMeeting)
def agree_next_meeting(draft: Draft, command: AgreeNextMeeting) -> None:
    require_running(draft.state)
    require_voice(draft.state, command.by)
    if command.host is not None and not draft.state.belongs(command.host):
        raise Refusal(Refused(reason=Reason.ONLY_MEMBERS, people=(command.host,)))
    draft.add(
        NextMeetingAgreed(
            **draft.stamp,
            person=command.by,
            meets_at=command.meets_at,
            host=command.host,
        )
    )


@on(OpenPulse)
def open_pulse(draft: Draft, command: OpenPulse) -> None:
    require_running(draft.state)
    require_steering(draft.state, command.by)
    if any(pulse.closed_at is None for pulse in draft.state.pulses.values()):
        raise refuse(Reason.PULSE_OPEN)
    about = require_words(command.about)
    draft.add(PulseOpened(**draft.stamp, person=command.by, about=about))


@on(AnswerPulse)
def answer_pulse(draft: Draft, command: AnswerPulse) -> None:
    require_voice(draft.state, command.by)
    pulse = _require_open(draft.state, command.pulse)
    require_range(command.value, 1, HIGHEST_PULSE)
    draft.add(
        PulseAnswered(
            **draft.stamp,
            person=command.by,
            pulse=pulse.number,
            value=str(command.value),
        )
    )


def _require_open(state: State, number: int) -> Pulse:
    require_running(state)
    pulse = state.pulses.get(number)
    if pulse is None:
        raise refuse(Reason.NO_SUCH_THING)
    if pulse.closed_at is not None:
        raise refuse(Reason.PULSE_CLOSED)
    return pulse


@on(ClosePulse)
def close_pulse(draft: Draft, command: ClosePulse) -> None:
    require_steering(draft.state, command.by)
    pulse = _require_open(draft.state, command.pulse)
    draft.add(PulseClosed(**draft.stamp, person=command.by, pulse=pulse.number))


@on(WriteNote)
def write_note(draft: Draft, command: WriteNote) -> None:
    """INV-24: at any time, also after the close; its author alone reads it."""
    state = draft.state
    if not state.belongs(command.by):
        raise refuse(Reason.NOT_HERE)
    if command.note is not None:
        _require_own_note(state, command.note, command.by)
    words = words_of(command.words)
    if words is None and command.note is None:
        raise refuse(Reason.WORDS_MISSING)
    draft.add(
        NoteWritten(
            **draft.stamp,
            person=command.by,
            words=words,
            note=command.note,
            phase=state.phase.name if state.phase else None,
            slot=state.slot.number if state.slot else None,
        )
    )


def _require_own_note(state: State, number: int, person: PersonId) -> None:
    note = state.notes.get(number)
    if note is None or note.person != person:
        # A note of somebody else answers like one that does not exist.
        raise refuse(Reason.NO_SUCH_THING)
