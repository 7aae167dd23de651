"""Which function takes which event into the state."""

from collections.abc import Callable
from typing import Any, TypeVar

from askwell.process.events import Event
from askwell.process.state import State

SomeEvent = TypeVar("SomeEvent", bound=Event)
Evolver = Callable[[State, SomeEvent], State]

EVOLVERS: dict[type[Event], Evolver[Any]] = {}


def on(kind: type[SomeEvent]) -> Callable[[Evolver[SomeEvent]], Evolver[SomeEvent]]:
    """Marks the function that takes this kind of event into the state."""

    def register(evolver: Evolver[SomeEvent]) -> Evolver[SomeEvent]:
        EVOLVERS[kind] = evolver
        return evolver

    return register
