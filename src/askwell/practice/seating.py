"""Real people coming in while a practice set goes on, and the facilitator's seat."""

from dataclasses import dataclass

from askwell.practice.moves import CannotDoError, Move
from askwell.practice.turns import Act, Turn
from askwell.practice.world import World
from askwell.process.people import PersonId
from askwell.process.words import _


@dataclass(frozen=True, slots=True)
class Lead:
    """Who facilitated, from this turn on."""

    person: PersonId
    turn: int


def require_new(world: World, move: Move) -> None:
    if move.by in (world.facilitator, *world.seats, *world.guests):
        raise CannotDoError(_("You are in this meeting already."))


def join(world: World, move: Move) -> None:
    """Somebody comes in beside the members: they watch, and ask when they like."""
    world.guests.append(move.by)
    _note(world, move, Act.JOINED)


def require_real(world: World, move: Move) -> None:
    seat = world.seats.get(move.about or "")
    if move.about not in world.guests and not (seat and seat.real):
        raise CannotDoError(_("Choose one of the people who practise with you."))


def hand_over(world: World, move: Move) -> None:
    """The two change places: whoever facilitated now asks, from the other's seat."""
    to = move.about or ""
    world.seats = {
        (move.by if person == to else person): seat
        for person, seat in world.seats.items()
    }
    if move.by in world.seats:
        world.seats[move.by].person = move.by
    world.guests = [move.by if person == to else person for person in world.guests]
    world.facilitator = to
    _note(world, move, Act.HANDED_OVER)


def _note(world: World, move: Move, act: Act) -> None:
    """It takes no time, and nothing that is open waits the longer for it."""
    for came in world.open_moments():
        came.waited += 1
    world.said(
        Turn(
            number=world.number,
            phase=world.phase.name,
            by=move.by,
            act=act,
            seconds=world.seconds,
            levels=world.levels,
            about=move.about,
        )
    )


def leads(world: World) -> tuple[Lead, ...]:
    """Who facilitated when, from the first."""
    first = Lead(world.opened_by, 1)
    handed = (turn for turn in world.turns if turn.act is Act.HANDED_OVER)
    return (first, *(Lead(turn.about or "", turn.number + 1) for turn in handed))
