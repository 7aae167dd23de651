"""Practice meetings of a person, and one of them as far as it has gone."""

import json
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from askwell.practice import rehearsal
from askwell.practice.case import Case
from askwell.practice.cases import CASES, case_named
from askwell.practice.moves import Does, Move
from askwell.practice.rehearsal import Rehearsal, rehearse
from askwell.web.people.models import Person
from askwell.web.practising.models import Run, Seat, Step


def runs_of(person: Person) -> QuerySet[Run]:
    """Those a person sits in, the newest first; of cases there still are."""
    known = [case.name for case in CASES]
    return Run.objects.filter(seats__person=person, case__in=known)


def case_of(run: Run) -> Case:
    return case_named(run.case)


def seats_of(run: Run) -> dict[str, Seat]:
    """By the person's id; whoever facilitates comes first."""
    seats = sorted(
        run.seats.select_related("person"),
        key=lambda seat: (not seat.facilitates, seat.pk),
    )
    return {str(seat.person_id): seat for seat in seats}


def moves_of(run: Run) -> list[Move]:
    """Where somebody's words can be read no more, there is a moment of listening."""
    return [
        read(step.move) if step.move else Move(Does.LISTEN, str(step.person_id))
        for step in run.steps.all()
    ]


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
        case_named(run.case),
        seed=run.seed,
        moves=moves,
        seats={person: seat.place for person, seat in seats.items()},
        now=now,
    )


def names_in(found: rehearsal.Rehearsal, seats: dict[str, Seat]) -> dict[str, str]:
    """How everybody is called, made up or not."""
    real = {person: seat.person.name for person, seat in seats.items()}
    return {**found.simulated, **real}


def places_left(run: Run) -> list[str]:
    """Members whose place somebody could take; at least two stay made up."""
    taken = {seat.place for seat in run.seats.all()}
    members = [member.person for member in case_named(run.case).members]
    left = [person for person in members if person not in taken]
    return left[: max(0, len(left) - 2)]


def latest_step(run_id: UUID) -> int:
    return Step.objects.filter(run=run_id).count()
