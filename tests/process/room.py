"""A meeting to try things in: commands go in, the log and the state come out."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from askwell.process import EMPTY, Event, Refused, decide, evolve
from askwell.process.brief import Attendee, Brief, OpenAction
from askwell.process.commands import (
    AgreeContract,
    Arrive,
    BeginSlot,
    Command,
    Contribute,
    Convene,
    NextPhase,
    Open,
    SkipPhase,
    Step,
)
from askwell.process.people import ASKWELL, Belonging, PersonId
from askwell.process.state import State

NINE = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
FACILITATOR = "maya"
MEMBERS = ("ana", "ben", "chloe", "dev")


class Room:
    """Does what people ask, one after the other, and keeps the log."""

    def __init__(self) -> None:
        self.state: State = EMPTY
        self.log: list[Event] = []
        self.at = NINE
        self._tokens = (f"t{number}" for number in count(1))

    def wait(self, minutes: float) -> None:
        self.at += timedelta(minutes=minutes)

    def command(self, of: type[Command], by: PersonId, /, **details: Any) -> Command:
        if issubclass(of, Step):
            details.setdefault("expected_phase", self.state.phase_number)
        if of is AgreeContract:
            details.setdefault("version", self.state.contract_version)
        details.setdefault("token", next(self._tokens))
        return of(by=by, **details)

    def ask(
        self, of: type[Command], by: PersonId, /, **details: Any
    ) -> tuple[Event, ...] | Refused:
        return self.post(self.command(of, by, **details))

    def post(self, command: Command) -> tuple[Event, ...] | Refused:
        answer = decide(self.state, command, at=self.at)
        if not isinstance(answer, Refused):
            self.take(answer)
        return answer

    def take(self, events: Sequence[Event]) -> None:
        for event in events:
            self.state = evolve(self.state, event)
            self.log.append(event)

    def do(
        self, of: type[Command], by: PersonId, /, **details: Any
    ) -> tuple[Event, ...]:
        """For what must not be refused."""
        answer = self.ask(of, by, **details)
        assert not isinstance(answer, Refused), answer
        return answer

    def refused(self, of: type[Command], by: PersonId, /, **details: Any) -> Refused:
        """For what must be refused."""
        before = self.state
        answer = self.ask(of, by, **details)
        assert isinstance(answer, Refused), answer
        assert self.state is before
        return answer

    # Longer ways

    def go_to(self, phase: str, *, by: PersonId = FACILITATOR) -> None:
        """On and on, giving every phase its minute."""
        for _ in range(40):
            if self.state.phase and self.state.phase.name == phase:
                return
            self.wait(1)
            self.do(NextPhase, by)
        raise AssertionError(f"There is no way to {phase}.")

    def present(self, presenter: PersonId, *, by: PersonId = FACILITATOR) -> None:
        self.do(BeginSlot, by, presenter=presenter, reason="Agreed by all.")

    def say(self, person: PersonId, kind: str, **details: Any) -> int:
        """The number of what was said."""
        event, *_ = self.do(Contribute, person, kind=kind, **details)
        return event.number

    def skip(self, reason: str = "No time.", *, by: PersonId = FACILITATOR) -> None:
        self.do(SkipPhase, by, reason=reason)


def attendee(person: PersonId, **details: Any) -> Attendee:
    return Attendee(person=person, **{"agreed": True, **details})


def brief(
    *people: Attendee,
    format: str = "classic_uk",  # noqa: A002 - the name the brief gives it
    facilitator: PersonId | None = FACILITATOR,
    **details: Any,
) -> Brief:
    facing = Attendee(person=FACILITATOR, belonging=Belonging.FACILITATOR, agreed=True)
    everybody = people or tuple(attendee(person) for person in MEMBERS)
    return Brief(
        format=format,
        booked_minutes=details.pop("booked_minutes", 180),
        people=(facing, *everybody),
        facilitator=facilitator,
        **details,
    )


def convened(
    with_brief: Brief | None = None, *, open_actions: Sequence[OpenAction] = ()
) -> Room:
    room = Room()
    room.do(
        Convene,
        ASKWELL,
        brief=with_brief or brief(),
        open_actions=tuple(open_actions),
    )
    return room


def gathered(
    with_brief: Brief | None = None, *, open_actions: Sequence[OpenAction] = ()
) -> Room:
    """Everybody is here, and the meeting has not been opened."""
    room = convened(with_brief, open_actions=open_actions)
    for person in room.state.people:
        room.do(Arrive, person)
    return room


def opened(
    with_brief: Brief | None = None, *, open_actions: Sequence[OpenAction] = ()
) -> Room:
    room = gathered(with_brief, open_actions=open_actions)
    room.do(Open, room.state.facilitator or room.state.members_here[0])
    return room


def in_slot(
    presenter: PersonId = "ana",
    phase: str | None = None,
    with_brief: Brief | None = None,
) -> Room:
    """In a slot of the presenter, in the phase named."""
    room = opened(with_brief)
    room.present(presenter)
    if phase:
        room.go_to(phase)
    return room


def action(
    owner: PersonId, words: str = "Ask the night team", *, name: str = "a1"
) -> OpenAction:
    return OpenAction(action_id=name, owner=owner, words=words, due_on=date(2026, 3, 1))
