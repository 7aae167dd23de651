"""A meeting of the year while it is made up: each deed is a command that is decided."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from askwell.process import EMPTY, Command, Event, Refused, State, decide, evolve
from askwell.process.commands import Contribute, NextPhase
from askwell.process.people import PersonId


class YearRefusedError(Exception):
    """The process does not accept what was made up."""


@dataclass(kw_only=True)
class Room:
    """What has happened so far, and what time it is."""

    name: str
    chance: Random
    now: datetime
    state: State = EMPTY
    events: list[Event] = field(default_factory=list)
    done: int = 0

    def token(self) -> str:
        """The same for the same deed of the same meeting."""
        self.done += 1
        return f"{self.name}-{self.done}"

    def do(self, command: Command) -> Sequence[Event]:
        answer = decide(self.state, command, at=self.now)
        if isinstance(answer, Refused):
            raise YearRefusedError(f"{self.name}: {command} is refused: {answer}")
        for event in answer:
            self.state = evolve(self.state, event)
            self.events.append(event)
        return answer

    def wait(self, *, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def say(
        self, who: PersonId, kind: str, words: str | None, *, to: int | None = None
    ) -> int:
        """Somebody contributes; the number by which it is known."""
        token = self.token()
        said = Contribute(by=who, token=token, kind=kind, words=words, to=to)
        first, *_ = self.do(said)
        self.wait(seconds=20)
        return first.number

    def go_on(self) -> None:
        chair, number = self.chair, self.state.phase_number
        self.do(NextPhase(by=chair, token=self.token(), expected_phase=number))

    def happens(self, share: float) -> bool:
        """With this probability."""
        return self.chance.random() < share

    @property
    def chair(self) -> PersonId:
        if self.state.facilitator is None:
            raise YearRefusedError(f"{self.name}: nobody has the chair")
        return self.state.facilitator

    @property
    def phase(self) -> str:
        return self.state.phase.name if self.state.phase else ""

    @property
    def presenter(self) -> PersonId:
        if self.state.presenter is None:
            raise YearRefusedError(f"{self.name}: nobody presents")
        return self.state.presenter

    @property
    def others(self) -> list[PersonId]:
        """The members who are here and not presenting, without the chair."""
        out = {self.state.presenter, self.state.facilitator}
        return [one for one in self.state.members_here if one not in out]
