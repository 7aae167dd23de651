"""Holds a rehearsal as a real meeting, so that the real room's screens can draw it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from askwell.practice.moves import CannotDoError
from askwell.practice.reactions import Fit
from askwell.practice.turns import Act, Turn
from askwell.practice.world import World
from askwell.process import ASKWELL, EMPTY, Event, Refused, State, decide, evolve
from askwell.process.brief import Attendee, Brief
from askwell.process.commands import (
    Arrive,
    CheckIn,
    ChooseOrder,
    Close,
    Command,
    Contribute,
    Convene,
    GiveTurn,
    HandOver,
    MeetMoment,
    NextPhase,
    Open,
    PlaceBid,
    Star,
    StateTopic,
    Step,
)
from askwell.process.people import Belonging, PersonId

OPENING: Final = timedelta(minutes=10)
"""The check-in and the bids, over before the rehearsal begins."""
MARKED_AS: Final = "Practice"


@dataclass(slots=True)
class Room:
    """The log so far; `numbers` says at which entry each turn stands."""

    at: datetime
    state: State = EMPTY
    events: list[Event] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    sent: int = 0

    def do(self, of: type[Command], by: PersonId, /, **details: Any) -> int:
        """The number of the first entry, or of none."""
        self.sent += 1
        if issubclass(of, Step):
            details.setdefault("expected_phase", self.state.phase_number)
        command = of(by=by, token=str(self.sent), **details)
        answer = decide(self.state, command, at=self.at)
        if isinstance(answer, Refused):
            raise CannotDoError(f"The meeting does not allow this: {answer.reason}.")
        for event in answer:
            self.state = evolve(self.state, event)
            self.events.append(event)
        return answer[0].number if answer else 0


def held(world: World, *, now: datetime) -> Room:
    """The meeting so far, laid so that its present is `now`."""
    began = now - timedelta(seconds=world.seconds)
    room = Room(at=began - OPENING)
    _open(room, world)
    room.at = began
    _begin(room, world)
    for turn in world.turns:
        room.at = began + timedelta(seconds=turn.seconds)
        _TAKES.get(turn.act, _contribute)(room, world, turn)
    room.at = now
    return room


def _open(room: Room, world: World) -> None:
    room.do(Convene, ASKWELL, brief=_brief(world, starts_at=room.at))
    people = [world.opened_by, world.presenter, *world.cast]
    for person in people:
        room.do(Arrive, person)
    room.do(Open, world.opened_by)
    for person in people:
        room.do(CheckIn, person)


def _brief(world: World, *, starts_at: datetime) -> Brief:
    alone = not world.guests and not any(seat.real for seat in world.seats.values())
    belonging = Belonging.FACILITATOR if alone else Belonging.MEMBER
    facing = Attendee(person=world.opened_by, belonging=belonging, agreed=True)
    joined = (turn.by for turn in world.turns if turn.act is Act.JOINED and turn.by)
    members = (world.presenter, *world.cast, *joined)
    return Brief(
        format=world.case.format,
        options=world.case.options,
        booked_minutes=90,
        people=(facing, *(Attendee(person=each, agreed=True) for each in members)),
        starts_at=starts_at,
        facilitator=world.opened_by,
        seed=world.seed,
        meeting_number=2,
        booked=(world.presenter,),
    )


def _begin(room: Room, world: World) -> None:
    presenter = world.case.presenter
    room.do(PlaceBid, world.presenter, headline=presenter.headline, urgency=2)
    room.do(ChooseOrder, world.opened_by, order=(world.presenter,), reason=MARKED_AS)
    while room.state.slot is None:
        room.do(NextPhase, world.opened_by)
    room.do(
        StateTopic,
        world.presenter,
        topic=presenter.headline,
        question=presenter.question,
    )


def _contribute(room: Room, world: World, turn: Turn) -> None:
    if turn.by is None or turn.kind is None:
        return
    to = room.numbers.get(turn.to) if turn.to else None
    details = {"kind": turn.kind, "words": turn.words, "to": to}
    room.numbers[turn.number] = room.do(Contribute, turn.by, **details)
    if turn.starred and to is not None:
        room.do(Star, world.presenter, contribution=to)
    if turn.answers is not None and turn.fit in (Fit.RIGHT, Fit.LATE):
        _meet(room, world, turn)


def _meet(room: Room, world: World, turn: Turn) -> None:
    """What the facilitator's own part of the room keeps of a moment."""
    if turn.answers is not None:
        room.do(
            MeetMoment,
            turn.by or world.facilitator,
            trigger=turn.answers,
            about=turn.about,
            said=turn.act is not Act.LET_BE,
        )


def _give_turn(room: Room, world: World, turn: Turn) -> None:
    room.do(GiveTurn, turn.by or world.facilitator, person=turn.about)


def _go_on(room: Room, world: World, turn: Turn) -> None:
    last = turn.phase == world.phases[-1].name
    by = turn.by or world.facilitator
    if last:
        room.do(Close, by, reason=MARKED_AS)
    else:
        room.do(NextPhase, by)


def _join(room: Room, world: World, turn: Turn) -> None:
    room.do(Arrive, turn.by or "")


def _hand_over(room: Room, world: World, turn: Turn) -> None:
    room.do(HandOver, turn.by or "", to=turn.about)


_TAKES: Final[dict[Act, Callable[[Room, World, Turn], None]]] = {
    Act.GAVE_TURN: _give_turn,
    Act.LET_BE: _meet,
    Act.WENT_ON: _go_on,
    Act.JOINED: _join,
    Act.HANDED_OVER: _hand_over,
}
