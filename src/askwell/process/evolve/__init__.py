"""Takes events into the state, one by one; the same log gives the same state."""

from collections.abc import Iterable

from askwell.process.change import change
from askwell.process.events import Event, SpokenEvent
from askwell.process.evolve import (
    convening,
    course,
    helping,
    listening,
    meeting,
    outcomes,
    roles,
    slot,
)
from askwell.process.evolve.parts import recounted
from askwell.process.evolve.registry import EVOLVERS
from askwell.process.people import PersonId
from askwell.process.state import EMPTY, State

THEMES = (convening, meeting, course, slot, outcomes, roles, listening, helping)


def evolve(state: State, event: Event) -> State:
    """The state after this event; raises ValueError if entries are missing."""
    if event.number != state.head + 1:
        raise ValueError(f"Entry {event.number} cannot follow entry {state.head}.")
    after = recounted(state, EVOLVERS[type(event)](state, event))
    if after.nominations and _is_by(event, state.facilitator):
        after = change(after, nominations={})
    if event.token is None:
        return change(after, head=event.number)
    tokens = {**state.tokens, event.token: event.number}
    return change(after, head=event.number, tokens=tokens)


def _is_by(event: Event, person: PersonId | None) -> bool:
    """Whether an event shows that this person is there, noting for others included."""
    noted_by = event.noted_by if isinstance(event, SpokenEvent) else None
    return person is not None and person in (event.person, noted_by)


def replay(events: Iterable[Event], *, onto: State = EMPTY) -> State:
    """The state after all these events."""
    state = onto
    for event in events:
        state = evolve(state, event)
    return state


__all__ = ["evolve", "replay"]
