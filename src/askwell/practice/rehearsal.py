"""A practice set meeting: moves go in, the real meeting and the mood come out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from askwell.practice.case import Case
from askwell.practice.moments import How, Moment, settled
from askwell.practice.mood import Mood
from askwell.practice.moves import (
    FACILITATOR,
    CannotDoError,
    Does,
    Heard,
    Move,
    Seats,
    rotated,
)
from askwell.practice.options import Option, options
from askwell.practice.playing import is_ripe, play
from askwell.practice.room import held
from askwell.practice.seating import Lead, leads
from askwell.practice.turns import Act, Turn
from askwell.practice.world import World
from askwell.process import Event, State
from askwell.process.people import PersonId

__all__ = [
    "FACILITATOR",
    "Act",
    "CannotDoError",
    "Does",
    "Heard",
    "How",
    "Lead",
    "Moment",
    "Move",
    "Option",
    "Rehearsal",
    "Seats",
    "Turn",
    "as_far_as_possible",
    "rehearse",
    "rotated",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """A rehearsal as far as it has gone.

    `turns` has one entry for each move, `numbers` the entry of the log at which each
    turn stands that left one. `pending` is what is open just now: the truth of the
    model, for the debrief and for tests. `ripe` is whether the phase has had its time.
    """

    case: Case
    seed: int
    seats: Seats
    moves: tuple[Move, ...]
    state: State
    events: tuple[Event, ...]
    turns: tuple[Turn, ...]
    numbers: dict[int, int]
    mood: Mood
    moments: tuple[Moment, ...]
    options: tuple[Option, ...]
    ripe: bool
    over: bool
    minutes: int
    leads: tuple[Lead, ...]
    facilitator: PersonId
    present: tuple[PersonId, ...]
    """The real people in it, whoever facilitates first."""

    @property
    def pending(self) -> tuple[Moment, ...]:
        return tuple(each for each in self.moments if each.how is How.OPEN)

    @property
    def simulated(self) -> dict[PersonId, str]:
        """The names of those who are not real people."""
        taken = set(self.seats.values())
        return {
            each.person: each.name
            for each in self.case.people
            if each.person not in taken
        }


def rehearse(
    case: Case, *, seed: int, moves: Iterable[Move], seats: Seats, now: datetime
) -> Rehearsal:
    """The same moves with the same seed always give the same rehearsal.

    Raises CannotDoError, with what to do instead, for a move that was not possible.
    """
    made = tuple(moves)
    world = play(case, seed=seed, moves=made, seats=seats)
    room = held(world, now=now)
    return Rehearsal(
        case=case,
        seed=seed,
        seats=dict(seats),
        moves=made,
        state=room.state,
        events=tuple(room.events),
        turns=tuple(world.turns),
        numbers=dict(room.numbers),
        mood=world.mood,
        moments=tuple(settled(each) for each in world.moments),
        options=_options(world),
        ripe=is_ripe(world),
        over=world.over,
        minutes=round(world.seconds / 60),
        leads=leads(world),
        facilitator=world.facilitator,
        present=(
            world.facilitator,
            *(seat.person for seat in world.seats.values() if seat.real),
            *world.guests,
        ),
    )


def as_far_as_possible(
    case: Case, *, seed: int, moves: Iterable[Move], seats: Seats, now: datetime
) -> Rehearsal | None:
    """Up to the first move that is not possible; None where nobody can even sit down.

    For meetings of a case that was rewritten since, or that somebody has left for good.
    """
    made = tuple(moves)
    least, most, found = 0, len(made), None
    while least <= most:
        length = (least + most) // 2
        try:
            found = rehearse(case, seed=seed, moves=made[:length], seats=seats, now=now)
        except CannotDoError:
            most = length - 1
        else:
            least = length + 1
    return found


def _options(world: World) -> tuple[Option, ...]:
    return () if world.over else options(world)
