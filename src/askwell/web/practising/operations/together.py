"""Several people in one practice meeting: coming in, going, showing, taking turns."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from askwell.practice.cases import case_named
from askwell.practice.moves import FACILITATOR, Does, Move
from askwell.web.people.models import Person
from askwell.web.practising.models import Run, Seat
from askwell.web.practising.operations.runs import keep
from askwell.web.practising.queries.runs import (
    has_room,
    moves_of,
    places_left,
    played,
    seats_of,
    so_far,
)
from askwell.web.practising.refusals import Reason, need


@transaction.atomic
def sit_down(run: Run, *, by: Person, at: datetime) -> Seat:
    """Take a member's place before the first step; later, a chair beside them."""
    locked = Run.objects.select_for_update().get(pk=run.pk)
    mine = locked.seats.filter(person=by).first()
    if mine is not None:
        return mine
    need(locked.ended_at is None, Reason.IS_OVER)
    need(locked.is_current, Reason.REWRITTEN)
    need(has_room(locked), Reason.NO_PLACE)
    left = places_left(locked)
    if left and not locked.steps.exists():
        return Seat.objects.create(run=locked, person=by, place=left[0])
    return _come_in(locked, by=by, at=at)


def _come_in(run: Run, *, by: Person, at: datetime) -> Seat:
    seats, move = seats_of(run), Move(Does.JOIN, str(by.pk))
    played(run, seats, [*moves_of(run, seats), move], now=at)
    keep(run, move, by=by)
    return Seat.objects.create(run=run, person=by, place="")


def show_debrief(run: Run, *, by: Person, shows: bool, at: datetime) -> None:
    """Let the others read how it went while one facilitated, or no longer."""
    seats = seats_of(run)
    found = so_far(run, seats, moves_of(run, seats), now=at)
    led = {lead.person for lead in found.leads} if found else set()
    need(str(by.pk) in led, Reason.NOT_YOUR_SEAT)
    run.seats.filter(person=by).update(shows_debrief=shows)


@transaction.atomic
def leave(run: Run, *, by: Person) -> None:
    """Whoever began it deletes it for all; anybody else gives up their own seat.

    The seat of somebody whose questions were asked stays, as the meeting needs it.
    """
    locked = Run.objects.select_for_update().get(pk=run.pk)
    seats = seats_of(locked)
    need(str(by.pk) in seats, Reason.NOT_YOUR_SEAT)
    if seats[str(by.pk)].began_it:
        locked.delete()
        return
    need(not locked.steps.exists(), Reason.STAYS)
    seats[str(by.pk)].delete()


@transaction.atomic
def begin_again(run: Run, *, by: Person, at: datetime) -> Run:
    """The same case anew, with another chance, and everybody one seat further on.

    Pressed twice, or by two people, it begins one meeting.
    """
    locked = Run.objects.select_for_update().get(pk=run.pk)
    people = [seat.person for seat in seats_of(locked).values()]
    need(by in people, Reason.NOT_YOUR_SEAT)
    need(locked.ended_at is not None and len(people) > 1, Reason.NOT_OVER)
    first = people[1]
    waits = Run.objects.filter(case=run.case, began_at__gte=locked.ended_at)
    waits = waits.filter(steps__isnull=True, seats__person=by)
    there = waits.filter(seats__in=_leads(first)).first()
    return there or _with_seats(locked, [*people[1:], people[0]], at=at)


def _leads(person: Person) -> QuerySet[Seat]:
    return Seat.objects.filter(person=person, place=FACILITATOR)


def _with_seats(run: Run, people: list[Person], *, at: datetime) -> Run:
    """The first facilitates; who finds no member's place comes in by the address."""
    new = Run.of(case_named(run.case), with_help=run.with_help, began_at=at)
    new.save()
    Seat.objects.create(run=new, person=people[0])
    for person, place in zip(people[1:], places_left(new), strict=False):
        Seat.objects.create(run=new, person=person, place=place)
    return new
