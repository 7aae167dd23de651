"""Practice meetings of a person, and one of them as far as it has gone."""

import json
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from askwell.practice import rehearsal
from askwell.practice.cases import CASES, case_named
from askwell.practice.moves import FACILITATOR, CannotDoError, Does, Move
from askwell.practice.rehearsal import Rehearsal, as_far_as_possible, rehearse
from askwell.web.people.models import Person
from askwell.web.practising.models import Run, Seat, Step

MOST_TOGETHER = 8
"""So many real people sit in one practice meeting."""


def runs_of(person: Person) -> QuerySet[Run]:
    """Those a person sits in, the newest first; of cases there still are."""
    return known_runs().filter(seats__person=person)


def known_runs() -> QuerySet[Run]:
    """Of cases there still are, and that have somebody whose they are."""
    known = [case.name for case in CASES]
    begun = Seat.objects.filter(run=OuterRef("pk"), place=FACILITATOR)
    return Run.objects.filter(Exists(begun), case__in=known)


def seats_of(run: Run) -> dict[str, Seat]:
    """By the person's id; whoever began it comes first."""
    seats = sorted(
        run.seats.select_related("person"),
        key=lambda seat: (not seat.began_it, seat.pk),
    )
    return {str(seat.person_id): seat for seat in seats}


def moves_of(run: Run, seats: dict[str, Seat] | None = None) -> list[Move]:
    """Where somebody's words can be read no more, there is a moment of listening."""
    seats = seats_of(run) if seats is None else seats
    leads = next((person for person, seat in seats.items() if seat.began_it), "")
    found = []
    for step in run.steps.all():
        move = read(step.move) if step.move else Move(Does.LISTEN, leads)
        leads = move.about or leads if move.does is Does.HAND_OVER else leads
        found.append(move)
    return found


def written(move: Move) -> str:
    """A move as it is kept."""
    return json.dumps(
        {
            "does": move.does.value,
            "by": move.by,
            "words": move.words,
            "heard_as": list(move.heard_as),
            "about": move.about,
        }
    )


def read(kept: str) -> Move:
    found = json.loads(kept)
    heard_as = tuple(found["heard_as"])
    return Move(
        Does(found["does"]), found["by"], found["words"], heard_as, found["about"]
    )


def played(
    run: Run, seats: dict[str, Seat], moves: list[Move], *, now: datetime
) -> Rehearsal:
    """The meeting from its beginning; raises CannotDoError as `rehearse` does."""
    return rehearse(
        case_named(run.case), seed=run.seed, moves=moves, seats=_first(seats), now=now
    )


def so_far(
    run: Run, seats: dict[str, Seat], moves: list[Move], *, now: datetime
) -> Rehearsal | None:
    """As much of it as can still be played, should its case have been rewritten."""
    try:
        return played(run, seats, moves, now=now)
    except CannotDoError:
        return as_far_as_possible(
            case_named(run.case),
            seed=run.seed,
            moves=moves,
            seats=_first(seats),
            now=now,
        )


def _first(seats: dict[str, Seat]) -> dict[str, str]:
    """Where people sat when it began; who came later is told by a step."""
    return {person: seat.place for person, seat in seats.items() if seat.place}


def names_in(found: rehearsal.Rehearsal, seats: dict[str, Seat]) -> dict[str, str]:
    """How everybody is called, made up or not."""
    return {**found.simulated, **real_names(seats)}


def real_names(seats: dict[str, Seat]) -> dict[str, str]:
    return {person: seat.person.name for person, seat in seats.items()}


def places_left(run: Run) -> list[str]:
    """Members whose place somebody could take; at least two stay made up."""
    taken = {seat.place for seat in run.seats.all()}
    members = [member.person for member in case_named(run.case).members]
    left = [person for person in members if person not in taken]
    return left[: max(0, len(left) - 2)]


def has_room(run: Run) -> bool:
    """Whether somebody more can come in."""
    return run.ended_at is None and run.seats.count() < MOST_TOGETHER


def latest_step(run_id: UUID) -> int:
    return Step.objects.filter(run=run_id).count()
