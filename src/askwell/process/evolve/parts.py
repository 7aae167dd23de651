"""Small changes that several events share."""

from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

from askwell.process.change import change
from askwell.process.choices import HeardAs
from askwell.process.events import StepEvent
from askwell.process.listening import Permission
from askwell.process.people import PersonId
from askwell.process.records import Course, Hand, Participant, UndoableStep
from askwell.process.state import RoundKey, State

Key = TypeVar("Key")
Value = TypeVar("Value")


def without(mapping: Mapping[Key, Value], key: Key) -> Mapping[Key, Value]:
    return {name: value for name, value in mapping.items() if name != key}


def put_person(state: State, person: Participant) -> State:
    return change(state, people={**state.people, person.person: person})


def gone(state: State, person: PersonId) -> State:
    """Lowers the hand, and frees the turn, of somebody who has gone; and the like."""
    state = _address_closed(state, person)
    hands = tuple(hand for hand in state.hands if hand.person != person)
    if state.course.floor != person:
        return change(state, hands=hands)
    return change(state, hands=hands, course=change(state.course, floor=None))


def _address_closed(state: State, person: PersonId) -> State:
    """An address for captions is answered for by whoever made it."""
    address = state.caption_address
    if address is None or address.made_by != person:
        return state
    return change(state, caption_address=None)


def heard(state: State, person: PersonId) -> State:
    """Notes that somebody spoke in the present phase, and counts it as a turn."""
    return turn_over(count_turn(phase_heard(state), person), person)


def turn_over(state: State, person: PersonId) -> State:
    """In a round a turn given to somebody ends with what they say."""
    phase = state.phase_in_script
    if state.course.floor != person or not phase or not phase.floor.in_turn:
        return state
    return change(state, course=change(state.course, floor=None))


def phase_heard(state: State) -> State:
    """Notes that the present phase has taken place: somebody was heard in it."""
    return change(state, heard=state.heard | {_phase_key(state)})


def _phase_key(state: State) -> RoundKey:
    now = state.course.phase
    return (now.slot, now.name) if now else (None, "")


def count_turn(state: State, person: PersonId, by: int = 1) -> State:
    """Counts a turn in the present phase, taken or only given, or undone."""
    key = _phase_key(state)
    here = Counter(state.spoken.get(key, {}))
    here[person] += by
    spoken = {**state.spoken, key: dict(+here)}
    participant = state.people[person]
    counted = change(participant, turns=participant.turns + by)
    return put_person(change(state, spoken=spoken), counted)


def step_taken(
    state: State,
    event: StepEvent,
    *,
    course: Course,
    hand: Hand | None = None,
    turns: tuple[PersonId, ...] = (),
) -> State:
    """Moves the meeting on, and remembers how to undo it.

    Later events of the same step add nothing to undo. A step that nobody may
    undo also closes the way back past it.
    """
    if event.step is None:
        return change(state, course=course, steps=())
    if event.step != event.number:
        return change(state, course=course)
    step = UndoableStep(
        number=event.number,
        kind=type(event).__name__,
        by=event.person,
        before=state.course,
        hand=hand,
        turns=turns,
    )
    return change(state, course=course, steps=(*state.steps, step))


def recounted(before: State, after: State) -> State:
    """INV-20: what is on stays on only while everybody here has said yes to it.

    Looked at after every event that changes who is here or who has said what.
    """
    same = after.people is before.people and after.permissions is before.permissions
    if same or not after.permissions:
        return after
    here = frozenset(after.here)
    permissions = {use: _counted(each, here) for use, each in after.permissions.items()}
    return change(after, permissions=permissions)


def _counted(permission: Permission, here: frozenset[PersonId]) -> Permission:
    """Whoever is not here has no say, and is asked anew should they come back."""
    yes = permission.yes & here
    return change(
        permission,
        yes=yes,
        agreed=len(yes),
        asked=len(here),
        on=bool(here) and yes == here,
    )


def asked_anew(state: State, person: PersonId) -> State:
    """Takes their yes out of everything that was allowed."""
    permissions = {
        use: change(each, yes=each.yes - {person})
        for use, each in state.permissions.items()
    }
    return change(state, permissions=permissions)


def with_hint(state: State, person: PersonId, heard_as: HeardAs | None) -> State:
    """What the coach has for this person alone; nothing takes away what it had."""
    hints = without(state.hints, person)
    if heard_as is not None:
        hints = {**hints, person: heard_as}
    return change(state, hints=hints)
