"""What a command is about to bring about, put together event by event."""

from datetime import datetime
from typing import TypedDict

from askwell.process.commands import Command
from askwell.process.events import Event
from askwell.process.evolve import evolve
from askwell.process.refusals import Reason, Refused
from askwell.process.state import State


class Refusal(Exception):
    """Ends a decision; `decide` answers with what it holds."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused.reason)
        self.refused = refused


class Stamp(TypedDict):
    """The envelope of the next event."""

    number: int
    at: datetime
    token: str | None


class Draft:
    """The events so far, and the state as it would be after them."""

    def __init__(self, state: State, command: Command, *, at: datetime) -> None:
        self.state = state
        self.at = at
        self.events: list[Event] = []
        self._token = command.mark

    @property
    def stamp(self) -> Stamp:
        token = None if self.events else self._token
        return Stamp(number=self.state.head + 1, at=self.at, token=token)

    @property
    def next_number(self) -> int:
        return self.state.head + 1

    def add(self, event: Event) -> None:
        self.state = evolve(self.state, event)
        self.events.append(event)


def refuse(reason: Reason) -> Refusal:
    """For refusals that need no details."""
    return Refusal(Refused(reason=reason))
