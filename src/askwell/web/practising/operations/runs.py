"""Begins practice meetings, takes steps in them, and takes steps back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Count

from askwell.practice.case import Case
from askwell.practice.moves import Does, Move
from askwell.practice.rehearsal import Rehearsal
from askwell.practice.world import EXPLORE
from askwell.web.people.models import Person
from askwell.web.practising.models import Run, Seat, Step
from askwell.web.practising.queries.runs import moves_of, played, seats_of, written
from askwell.web.practising.refusals import Reason, need

ENOUGH = 10
"""So many turns of exploring somebody facilitates for it to count as practice."""


@transaction.atomic
def begin(
    case: Case,
    *,
    by: Person,
    at: datetime,
    with_help: bool = True,
    like: Run | None = None,
) -> Run:
    """A new one; `like` another, chance is the same as in that.

    One of their own that waits for its first step is taken, so that a double click
    begins one meeting.
    """
    run = _waiting(case, by) or Run.of(case)
    run.with_help, run.began_at = with_help, at
    if like:
        run.seed = like.seed
    run.save()
    Seat.objects.get_or_create(run=run, person=by)
    return run


def _waiting(case: Case, by: Person) -> Run | None:
    """Nobody has done anything in it, and nobody else sits in it."""
    alone = Run.objects.annotate(people=Count("seats", distinct=True)).filter(people=1)
    waiting = alone.filter(case=case.name, seats__person=by, steps__isnull=True).first()
    return waiting if waiting and waiting.is_current else None


@transaction.atomic
def act(run: Run, move: Move, *, after: int, by: Person, at: datetime) -> Rehearsal:
    """Do one thing, `after` so many steps; raises CannotDoError where it cannot be."""
    locked = Run.objects.select_for_update().get(pk=run.pk)
    need(locked.is_current, Reason.REWRITTEN)
    seats = seats_of(locked)
    need(str(by.pk) in seats, Reason.NOT_YOUR_SEAT)
    moves = moves_of(locked, seats)
    need(len(moves) == after, Reason.WENT_ON)
    rehearsal = played(locked, seats, [*moves, move], now=at)
    keep(locked, move, by=by)
    if rehearsal.over and locked.ended_at is None:
        _end(locked, rehearsal, at=at)
    return rehearsal


def keep(run: Run, move: Move, *, by: Person) -> None:
    """The next step; whoever calls has the run locked and the move played."""
    last = run.steps.order_by("number").last()
    number = last.number + 1 if last else 1
    Step.objects.create(run=run, number=number, person=by, move=written(move))


def _end(run: Run, found: Rehearsal, *, at: datetime) -> None:
    """It counts for those who facilitated enough of it, not for who skipped through."""
    run.ended_at = at
    run.save(update_fields=["ended_at"])
    led = [person for person in found.present if explored(found, person) >= ENOUGH]
    run.seats.filter(person__in=map(UUID, led)).update(led_at=at)


def explored(found: Rehearsal, person: str) -> int:
    """How many turns of exploring there were while this person facilitated."""
    ends = [*(lead.turn for lead in found.leads[1:]), len(found.turns) + 1]
    return sum(
        turn.phase == EXPLORE
        for lead, end in zip(found.leads, ends, strict=True)
        for turn in found.turns[lead.turn - 1 : end - 1]
        if lead.person == person
    )


@transaction.atomic
def take_back(run: Run, *, after: int, by: Person) -> None:
    """Undo one's own last step, so that something else can be tried.

    What somebody else did, and the words they said in it, is not undone for them.
    """
    locked = Run.objects.select_for_update().get(pk=run.pk)
    need(locked.is_current, Reason.REWRITTEN)
    seats = seats_of(locked)
    need(str(by.pk) in seats, Reason.NOT_YOUR_SEAT)
    steps, moves = list(locked.steps.all()), moves_of(locked, seats)
    need(len(steps) == after, Reason.WENT_ON)
    need(bool(steps), Reason.NOTHING_TO_TAKE_BACK)
    own = steps[-1].person_id == by.pk and moves[-1].does is not Does.JOIN
    need(own, Reason.NOT_YOUR_STEP)
    steps[-1].delete()
    locked.taken_back += 1
    locked.ended_at = None
    locked.save(update_fields=["taken_back", "ended_at"])
    locked.seats.update(led_at=None)
