"""How the steps of the meeting change the state."""

from askwell.process.change import change
from askwell.process.choices import SlotEnd
from askwell.process.events import (
    Extended,
    ExtensionProposed,
    Paused,
    PhaseBegan,
    PhaseSkipped,
    Resumed,
    SlotBegan,
    SlotEnded,
    SlotStopped,
    TurnGiven,
)
from askwell.process.evolve.parts import count_turn, step_taken
from askwell.process.evolve.registry import on
from askwell.process.formats.shape import Section
from askwell.process.records import (
    Course,
    PhaseNow,
    ProposedExtension,
    Skipped,
    Slot,
    Topic,
)
from askwell.process.state import State


@on(SlotBegan)
def slot_began(state: State, event: SlotBegan) -> State:
    slot = Slot(
        number=event.slot,
        presenter=event.presenter,
        facilitator=event.facilitator,
        began_at=event.at,
        minutes=event.minutes,
        reason=event.reason,
    )
    course = change(state.course, slots=(*state.course.slots, slot))
    state = step_taken(state, event, course=course)
    if event.slot in state.topics:
        return state
    topic = _topic_from_bid(state, event)
    return change(state, topics={**state.topics, event.slot: topic})


def _topic_from_bid(state: State, event: SlotBegan) -> Topic:
    bid = state.bids.get(event.presenter)
    if bid is None:
        return Topic(presenter=event.presenter)
    return Topic(
        presenter=event.presenter,
        topic=bid.headline,
        topic_type=bid.topic_type,
        topic_id=bid.topic_id,
    )


@on(SlotStopped)
def slot_stopped(state: State, event: SlotStopped) -> State:
    slots = tuple(
        change(slot, stopped=event.how) if slot.number == event.slot else slot
        for slot in state.slots
    )
    state = step_taken(state, event, course=change(state.course, slots=slots))
    if event.how is not SlotEnd.WITHDRAWN:
        return state
    topic = change(state.topics[event.slot], withdrawn=True)
    return change(state, topics={**state.topics, event.slot: topic})


@on(SlotEnded)
def slot_ended(state: State, event: SlotEnded) -> State:
    slots = tuple(
        change(slot, ended_at=event.at, how=event.how)
        if slot.number == event.slot
        else slot
        for slot in state.slots
    )
    return step_taken(state, event, course=change(state.course, slots=slots))


@on(PhaseBegan)
def phase_began(state: State, event: PhaseBegan) -> State:
    now = PhaseNow(
        number=event.number,
        name=event.phase,
        section=event.section,
        index=event.index,
        slot=event.slot,
        minutes=event.minutes,
        began_at=event.at,
    )
    course = change(
        state.course, phase=now, floor=None, visited=_visited(state.course, now)
    )
    state = step_taken(state, event, course=course)
    return change(state, proposed_extension=None, hints={})


_SECTIONS = tuple(Section)


def _visited(course: Course, now: PhaseNow) -> tuple[tuple[int | None, str], ...]:
    """Phases that have happened; going back does not count as having been there."""
    before = course.phase
    if before is None or not _forward(before, now):
        return course.visited
    left = (before.slot, before.name)
    if left in course.visited or _was_skipped(course, before):
        return course.visited
    return (*course.visited, left)


def _forward(before: PhaseNow, now: PhaseNow) -> bool:
    same_part = before.section is now.section and before.slot == now.slot
    return not same_part or now.index > before.index


def _was_skipped(course: Course, phase: PhaseNow) -> bool:
    return any(
        (each.slot, each.phase) == (phase.slot, phase.name) for each in course.skipped
    )


@on(PhaseSkipped)
def phase_skipped(state: State, event: PhaseSkipped) -> State:
    skipped = Skipped(phase=event.phase, slot=event.slot, reason=event.reason)
    course = change(state.course, skipped=(*state.course.skipped, skipped))
    return step_taken(state, event, course=course)


@on(Paused)
def paused(state: State, event: Paused) -> State:
    if state.phase is None:
        return state
    phase = change(state.phase, paused_at=event.at, pause_minutes=event.minutes)
    return step_taken(state, event, course=change(state.course, phase=phase))


@on(Resumed)
def resumed(state: State, event: Resumed) -> State:
    if state.phase is None or state.phase.paused_at is None:
        return state
    phase = change(
        state.phase,
        paused_at=None,
        pause_minutes=None,
        paused_for=state.phase.paused_for + (event.at - state.phase.paused_at),
    )
    return step_taken(state, event, course=change(state.course, phase=phase))


@on(ExtensionProposed)
def extension_proposed(state: State, event: ExtensionProposed) -> State:
    proposed = ProposedExtension(
        person=event.person, minutes=event.minutes, phase=state.phase_number
    )
    return change(state, proposed_extension=proposed)


@on(Extended)
def extended(state: State, event: Extended) -> State:
    if state.phase is None:
        return state
    phase = change(state.phase, extended=state.phase.extended + event.minutes)
    course = change(state.course, phase=phase, over=event.over)
    return change(step_taken(state, event, course=course), proposed_extension=None)


@on(TurnGiven)
def turn_given(state: State, event: TurnGiven) -> State:
    hand = next((each for each in state.hands if each.person == event.to), None)
    course = change(state.course, floor=event.to)
    turns = tuple(filter(None, (event.ends, event.to)))
    state = step_taken(state, event, course=course, hand=hand, turns=turns)
    hands = tuple(each for each in state.hands if each.person != event.to)
    state = change(state, hands=hands)
    for person in turns:
        state = count_turn(state, person)
    return state
