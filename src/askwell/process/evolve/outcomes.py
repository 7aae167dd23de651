"""How actions, learnings, reviews, pulses and notes change the state."""

from askwell.process.change import change
from askwell.process.choices import ActionStatus, PulseWord
from askwell.process.events import (
    ActionChanged,
    ActionDropped,
    ActionNoted,
    LearningRecorded,
    LearningTakenBack,
    NextMeetingAgreed,
    NoteWritten,
    PulseAnswered,
    PulseClosed,
    PulseOpened,
    ReviewGiven,
)
from askwell.process.evolve.parts import heard
from askwell.process.evolve.registry import on
from askwell.process.records import (
    Action,
    Learning,
    NextMeeting,
    Note,
    Pulse,
    Review,
)
from askwell.process.state import State

ENOUGH_ANSWERS = 4
LOW_BELOW, HIGH_FROM = 3.5, 5.5


@on(ActionNoted)
def action_noted(state: State, event: ActionNoted) -> State:
    action = Action(
        number=event.number,
        owner=event.person,
        words=event.words,
        how_known=event.how_known,
        due_on=event.due_on,
        slot=event.slot,
        noted_by=event.noted_by,
    )
    state = _with_action(state, action)
    return heard(state, event.person)


def _with_action(state: State, action: Action) -> State:
    return change(state, actions={**state.actions, action.number: action})


@on(ActionChanged)
def action_changed(state: State, event: ActionChanged) -> State:
    action = change(
        state.actions[event.action],
        words=event.words,
        how_known=event.how_known,
        due_on=event.due_on,
        noted_by=event.noted_by,
    )
    return _with_action(state, action)


@on(ActionDropped)
def action_dropped(state: State, event: ActionDropped) -> State:
    action = change(state.actions[event.action], status=ActionStatus.DROPPED)
    return _with_action(state, action)


@on(LearningRecorded)
def learning_recorded(state: State, event: LearningRecorded) -> State:
    learning = Learning(
        number=event.number,
        person=event.person,
        words=event.words,
        about=event.about,
        at=event.at,
        phase=event.phase,
        slot=event.slot,
        noted_by=event.noted_by,
    )
    state = change(state, learnings=(*state.learnings, learning))
    return heard(state, event.person)


@on(LearningTakenBack)
def learning_taken_back(state: State, event: LearningTakenBack) -> State:
    kept = (each for each in state.learnings if each.number != event.learning)
    return change(state, learnings=tuple(kept))


@on(ReviewGiven)
def review_given(state: State, event: ReviewGiven) -> State:
    review = Review(
        number=event.number,
        person=event.person,
        helpful=event.helpful,
        went_well=event.went_well,
        try_next=event.try_next,
        at=event.at,
        phase=event.phase,
        slot=event.slot,
        noted_by=event.noted_by,
    )
    state = change(state, reviews=(*state.reviews, review))
    return heard(state, event.person)


@on(NextMeetingAgreed)
def next_meeting_agreed(state: State, event: NextMeetingAgreed) -> State:
    agreed = NextMeeting(meets_at=event.meets_at, host=event.host)
    return change(state, next_meeting=agreed)


@on(PulseOpened)
def pulse_opened(state: State, event: PulseOpened) -> State:
    pulse = Pulse(number=event.number, about=event.about, opened_at=event.at)
    return _with_pulse(state, pulse)


def _with_pulse(state: State, pulse: Pulse) -> State:
    return change(state, pulses={**state.pulses, pulse.number: pulse})


@on(PulseAnswered)
def pulse_answered(state: State, event: PulseAnswered) -> State:
    pulse = state.pulses[event.pulse]
    value = None if event.value is None else int(event.value)
    answers = {**pulse.answers, event.person: value}
    return _with_pulse(state, change(pulse, answers=answers, answered=len(answers)))


@on(PulseClosed)
def pulse_closed(state: State, event: PulseClosed) -> State:
    pulse = state.pulses[event.pulse]
    closed = change(pulse, closed_at=event.at, word=_word(pulse))
    return _with_pulse(state, closed)


def _word(pulse: Pulse) -> PulseWord | None:
    values = [value for value in pulse.answers.values() if value is not None]
    if len(values) < ENOUGH_ANSWERS:
        return None
    mean = sum(values) / len(values)
    if mean < LOW_BELOW:
        return PulseWord.LOW
    return PulseWord.HIGH if mean >= HIGH_FROM else PulseWord.MIDDLING


@on(NoteWritten)
def note_written(state: State, event: NoteWritten) -> State:
    number = event.number if event.note is None else event.note
    before = state.notes.get(number)
    note = Note(
        number=number,
        person=event.person,
        words=event.words,
        at=event.at,
        phase=before.phase if before else event.phase,
        slot=before.slot if before else event.slot,
    )
    return change(state, notes={**state.notes, number: note})
