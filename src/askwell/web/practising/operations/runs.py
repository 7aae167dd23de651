"""Begins practice meetings, takes steps in them, and takes steps back."""

from datetime import datetime

from django.db import transaction

from askwell.practice.case import Case
from askwell.practice.moves import Does, Move
from askwell.practice.rehearsal import Rehearsal
from askwell.web.people.models import Person
from askwell.web.practising.models import Run, Seat, Step
from askwell.web.practising.queries.runs import (
    moves_of,
    places_left,
    played,
    seats_of,
    written,
)
from askwell.web.practising.refusals import Reason, need


@transaction.atomic
def begin(
    case: Case,
    *,
    by: Person,
    at: datetime,
    with_help: bool = True,
    like: Run | None = None,
) -> Run:
    """A new one; `like` another, chance is the same as in that."""
    same = {"seed": like.seed} if like else {}
    run = Run.objects.create(case=case.name, with_help=with_help, began_at=at, **same)
    Seat.objects.create(run=run, person=by)
    return run


@transaction.atomic
def sit_down(run: Run, *, by: Person) -> Seat:
    """Take a member's place in somebody's meeting, before it has begun."""
    locked = Run.objects.select_for_update().get(pk=run.pk)
    mine = locked.seats.filter(person=by).first()
    if mine is not None:
        return mine
    need(not locked.steps.exists(), Reason.HAS_BEGUN)
    left = places_left(locked)
    need(bool(left), Reason.NO_PLACE)
    return Seat.objects.create(run=locked, person=by, place=left[0])


@transaction.atomic
def act(run: Run, move: Move, *, after: int, by: Person, at: datetime) -> Rehearsal:
    """Do one thing, `after` so many steps; raises CannotDoError where it cannot be."""
    locked = Run.objects.select_for_update().get(pk=run.pk)
    seats = seats_of(locked)
    _require_seat(seats[str(by.pk)], move)
    moves = moves_of(locked)
    need(len(moves) == after, Reason.WENT_ON)
    rehearsal = played(locked, seats, [*moves, move], now=at)
    last = locked.steps.order_by("number").last()
    number = last.number + 1 if last else 1
    Step.objects.create(run=locked, number=number, person=by, move=written(move))
    if rehearsal.over and locked.ended_at is None:
        locked.ended_at = at
        locked.save(update_fields=["ended_at"])
    return rehearsal


def _require_seat(seat: Seat, move: Move) -> None:
    asks = move.does is Does.ASK
    need(seat.facilitates != asks, Reason.NOT_YOUR_SEAT)


@transaction.atomic
def take_back(run: Run, *, after: int, by: Person) -> None:
    """Undo the last step, so that something else can be tried."""
    locked = Run.objects.select_for_update().get(pk=run.pk)
    need(seats_of(locked)[str(by.pk)].facilitates, Reason.NOT_YOUR_SEAT)
    steps = list(locked.steps.all())
    need(len(steps) == after, Reason.WENT_ON)
    need(bool(steps), Reason.NOTHING_TO_TAKE_BACK)
    steps[-1].delete()
    locked.taken_back += 1
    locked.ended_at = None
    locked.save(update_fields=["taken_back", "ended_at"])


def show_debrief(run: Run, *, by: Person, shows: bool) -> None:
    """Let the others who took part read how it went, or no longer."""
    need(seats_of(run)[str(by.pk)].facilitates, Reason.NOT_YOUR_SEAT)
    Run.objects.filter(pk=run.pk).update(shows_debrief=shows)


@transaction.atomic
def leave(run: Run, *, by: Person) -> None:
    """Whoever facilitates deletes it for all; anybody else gives up their own seat.

    The seat of somebody whose questions were asked stays, as the meeting needs it.
    """
    seat = seats_of(run)[str(by.pk)]
    if seat.facilitates:
        run.delete()
        return
    need(not run.steps.exists(), Reason.HAS_BEGUN)
    seat.delete()
