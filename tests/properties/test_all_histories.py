"""What holds in every meeting, whatever people try."""

import json

from askwell.process import (
    EMPTY,
    Reason,
    Refused,
    commands,
    decide,
    dump,
    evolve,
    load,
    replay,
    view,
)
from askwell.process import events as happened
from askwell.process.change import change
from askwell.process.choices import SlotEnd, Stage
from askwell.process.commands import Command, Undo
from askwell.process.decide.registry import DECIDERS
from askwell.process.events import Event, StepEvent
from askwell.process.state import State
from properties.histories import (
    ACTS,
    CAST,
    History,
    command_of,
    in_every_history,
    perform,
)

BY_THE_PRESENTER = (
    happened.Paused,
    happened.Resumed,
    happened.Extended,
    happened.SlotStopped,
    happened.SlotEnded,
    happened.PhaseSkipped,
    happened.PhaseBegan,
)
NO_UNDO = {
    Reason.CLOSED,
    Reason.NOT_HERE,
    Reason.ONLY_FACILITATOR,
    Reason.PRESENTER_CANNOT_FACILITATE,
}
AFTER_THE_CLOSE = (happened.MeetingReopened, happened.NoteWritten)


def states(log: list[Event]) -> list[State]:
    """The state after each entry of the log."""
    state, after = EMPTY, []
    for event in log:
        state = evolve(state, event)
        after.append(state)
    return after


def test_every_command_is_decided_and_tried():
    concrete = {
        kind
        for name, kind in vars(commands).items()
        if isinstance(kind, type)
        and issubclass(kind, Command)
        and name not in ("Command", "Spoken", "Step")
    }

    assert set(DECIDERS) == concrete
    assert set(ACTS) == concrete - {commands.Convene}


@in_every_history
def test_replaying_gives_the_same_meeting(history: History):
    room = history.lived()

    assert replay(room.log) == room.state


@in_every_history
def test_the_log_is_numbered_without_gaps(history: History):
    room = history.lived()

    assert [event.number for event in room.log] == list(range(1, len(room.log) + 1))


@in_every_history
def test_a_log_survives_its_store(history: History):
    room = history.lived()

    stored = [dump(event) for event in room.log]
    for each in stored:
        assert json.loads(json.dumps(each.data)) == each.data

    assert [load(each, number=n) for n, each in enumerate(stored, 1)] == room.log


@in_every_history
def test_a_log_replays_when_its_words_are_forgotten(history: History):
    room = history.lived()
    stored = [dump(event) for event in room.log]
    for each in stored:
        each.words.clear()

    state = replay(load(each, number=n) for n, each in enumerate(stored, 1))

    assert state.head == room.state.head
    assert state.course.phase == room.state.course.phase
    assert list(state.contributions) == list(room.state.contributions)
    assert list(state.actions) == list(room.state.actions)


@in_every_history
def test_words_never_lie_beside_the_rest(history: History):
    """The words that people use in these histories are found in no other place."""
    room = history.lived()

    plain = json.dumps([dump(event).data for event in room.log])

    for said in ("Words ", "Action ", "Learning ", "note by", "call by", "Topic "):
        assert said not in plain


@in_every_history
def test_a_latecomer_sees_the_same_as_one_who_stayed(history: History):
    room = history.room()
    for deed in history.deeds:
        perform(room, deed)
        for person in (*CAST, None):
            view(room.state, person)

    late = replay([load(dump(e), number=e.number) for e in room.log])

    for person in (*CAST, None):
        assert view(late, person) == view(room.state, person)


@in_every_history
def test_the_same_command_twice_is_once(history: History):
    room = history.room()
    for deed in history.deeds:
        command = command_of(room, deed)
        first = room.post(command)
        again = decide(room.state, command, at=room.at)
        if isinstance(first, Refused) or first == ():
            continue
        assert again == ()


@in_every_history
def test_a_refusal_changes_nothing_and_says_why(history: History):
    room = history.room()
    for deed in history.deeds:
        before = room.state
        answer = perform(room, deed)
        if isinstance(answer, Refused):
            assert room.state is before


@in_every_history
def test_there_is_never_more_than_one_presenter(history: History):
    """INV-1."""
    for state in states(history.lived().log):
        assert sum(slot.running for slot in state.slots) <= 1


@in_every_history
def test_actions_belong_to_presenters_and_only_owners_touch_them(history: History):
    """INV-2."""
    room = history.lived()
    before = EMPTY
    for event, after in zip(room.log, states(room.log), strict=True):
        if isinstance(event, happened.ActionNoted):
            assert event.person in {slot.presenter for slot in before.slots}
        if isinstance(event, happened.ActionChanged | happened.ActionDropped):
            assert before.actions[event.action].owner == event.person
        if isinstance(event, happened.ReportedBack):
            assert before.actions[event.action].owner == event.person
        if isinstance(event, happened.ActionNoted) and event.noted_by:
            assert before.people[event.person].without_device
            assert before.facilitates(event.noted_by) or not (
                before.format.has_facilitator
            )
        before = after


@in_every_history
def test_only_the_presenter_answers_outside_formats_where_all_do(history: History):
    """INV-5: whatever was said, the format's table allowed it there and then."""
    room = history.lived()
    before = EMPTY
    for event, after in zip(room.log, states(room.log), strict=True):
        if isinstance(event, happened.Contributed):
            phase = before.phase_in_script
            offered = {
                kind.name
                for role in before.roles(event.person)
                for kind in phase.offered(role)
            }
            assert event.kind in offered or any(
                event.kind.endswith(loose) for loose in ("question", "intervention")
            )
        before = after


@in_every_history
def test_advice_is_never_heard_in_action_learning(history: History):
    """INV-4."""
    room = history.lived()

    if room.state.script.action_learning:
        assert "idea" not in {each.kind for each in room.state.contributions.values()}


@in_every_history
def test_no_open_action_vanishes(history: History):
    """INV-9: each is reported on or carried forward by the time of the close."""
    state = history.lived().state

    carried_in = [each for each in state.actions.values() if each.carried_in]
    assert len(carried_in) == 2
    if state.stage is Stage.CLOSED:
        assert all(each.report or each.carried_forward for each in carried_in)


@in_every_history
def test_nothing_happens_after_the_close(history: History):
    for before, event in zip(
        states(room_log := history.lived().log), room_log[1:], strict=False
    ):
        if before.stage is Stage.CLOSED:
            assert isinstance(event, AFTER_THE_CLOSE)


@in_every_history
def test_no_slot_begins_before_the_contract_is_agreed(history: History):
    """INV-16."""
    room = history.lived()
    before = EMPTY
    for event, after in zip(room.log, states(room.log), strict=True):
        if isinstance(event, happened.SlotBegan):
            assert before.contract_waits_for == ()
        before = after


@in_every_history
def test_nobody_new_comes_in_without_everybodys_consent(history: History):
    """INV-19."""
    room = history.lived()
    before = EMPTY
    for event, after in zip(room.log, states(room.log), strict=True):
        if isinstance(event, happened.Admitted):
            consents = before.joining[event.person].consents | {event.by}
            assert set(before.members_here) <= consents
        before = after


@in_every_history
def test_no_slot_is_complete_without_reflection_and_review(history: History):
    """INV-15."""
    state = history.lived().state

    required = [phase.name for phase in state.script.slot if phase.required]
    for slot in state.slots:
        if slot.how is SlotEnd.COMPLETED:
            settled = {
                name for number, name in state.course.visited if number == slot.number
            }
            skipped = {s.phase for s in state.course.skipped if s.slot == slot.number}
            last = state.script.slot[-1].name
            assert set(required) <= settled | skipped | {last}


@in_every_history
def test_the_facilitator_of_a_slot_is_not_its_presenter(history: History):
    for state in states(history.lived().log):
        if state.presenter and state.format.has_facilitator:
            assert state.facilitator != state.presenter


@in_every_history
def test_only_who_facilitates_or_presents_moves_the_meeting(history: History):
    """INV-14: where somebody facilitates, nobody else takes the steps."""
    room = history.lived()
    before = EMPTY
    for event, after in zip(room.log, states(room.log), strict=True):
        if isinstance(event, StepEvent) and before.format.has_facilitator:
            if event.person in (before.presenter, who_has_stopped(before, event)):
                assert isinstance(event, BY_THE_PRESENTER)
            else:
                assert before.facilitates(event.person)
        before = after


def who_has_stopped(state: State, event: StepEvent) -> str | None:
    """Whose slot has just ended at their own wish; nobody may undo what follows."""
    last = state.slots[-1] if state.slots else None
    at_once = last is not None and last.stopped and last.ended_at == event.at
    return last.presenter if at_once and event.step is None else None


@in_every_history
def test_the_role_changes_hands_only_by_its_holder_or_by_the_set(history: History):
    room = history.lived()
    before = EMPTY
    given_away = (
        happened.RoleHandedOver,
        happened.RoleTakenBack,
        happened.FacilitatorAppointed,
        happened.Convened,
        happened.Rebriefed,
    )
    for event, after in zip(room.log, states(room.log), strict=True):
        if before.facilitator != after.facilitator:
            assert isinstance(event, given_away)
        before = after


@in_every_history
def test_undo_restores_where_the_meeting_was(history: History):
    room = history.lived()
    step = room.state.last_step

    undone = room.ask(Undo, room.state.facilitator or "ana")

    if isinstance(undone, Refused):
        assert undone.reason in NO_UNDO or step is None
        return
    expected = change(step.before, floor=room.state.course.floor)
    assert without_number(room.state) == without_number(
        change(room.state, course=expected)
    )
    assert room.state.course.floor in (step.before.floor, None)
    assert set(room.state.contributions) == set(replay(room.log[:-1]).contributions)


def without_number(state: State) -> object:
    course = state.course
    phase = course.phase
    return change(course, phase=change(phase, number=0) if phase else None)


@in_every_history
def test_time_never_cuts_anybody_off(history: History):
    """INV-23: the same deed is answered alike, however late it is in the phase."""
    room = history.room()
    for deed in history.deeds:
        command = command_of(room, deed)
        if isinstance(command, commands.Contribute | commands.NoteAction):
            now = decide(room.state, command, at=room.at)
            late = decide(room.state, command, at=room.at.replace(year=2027))
            assert isinstance(now, Refused) == isinstance(late, Refused)
        perform(room, deed)


@in_every_history
def test_what_is_private_is_in_nobody_elses_view(history: History):
    """INV-24."""
    state = history.lived().state
    for person in (*CAST, None):
        seen = view(state, person)
        assert {note.person for note in seen.notes.values()} <= {person}
        assert all(
            person in (signal.person, signal.seen_by) or state.facilitates(person or "")
            for signal in seen.signals.values()
        )
        assert all(set(pulse.answers) <= {person} for pulse in seen.pulses.values())


@in_every_history
def test_whoever_does_not_belong_sees_nothing_that_was_said(history: History):
    state = history.lived().state
    for person in CAST:
        if state.belongs(person):
            continue
        seen = view(state, person)
        assert not seen.people
        assert not seen.contributions
        assert not seen.topics
        assert not seen.actions
        assert set(seen.joining) <= {person}


@in_every_history
def test_hidden_statements_are_nobodys_but_their_authors(history: History):
    state = history.lived().state
    hidden = [each for each in state.contributions.values() if each.hidden]
    for person in (*CAST, None):
        seen = view(state, person).contributions
        for each in hidden:
            if person not in (each.person, each.noted_by):
                assert not seen or seen[each.number].words is None


@in_every_history
def test_every_view_can_be_asked_what_a_screen_asks(history: History):
    state = history.lived().state
    for person in (*CAST, None):
        seen = view(state, person)
        assert seen.queue is not None
        assert seen.presenters_to_come is not None
        assert seen.contract_waits_for is not None
