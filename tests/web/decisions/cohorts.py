"""Decisions about the addresses of cohorts."""

from typing import Any

from django.utils import timezone

from askwell.web.cohorts.models import Place, TrainingCohort
from askwell.web.cohorts.operations import begin
from web.decisions.row import OWNER, PERSONS, Row, of_set, saying
from web.decisions.running import MANAGER, PARTNERS, of_programme
from web.world import World

BEGINNING = {
    "name": "Asking first",
    "context": "across",
    "starts_on": "2026-03-03",
    "ends_on": "2026-09-03",
}


def a_training(world: World) -> TrainingCohort:
    known = TrainingCohort.objects.filter(programme=world.programme).first()
    today = timezone.localdate()
    return known or begin(
        world.programme,
        name="Asking first",
        context="across",
        starts_on=today,
        ends_on=today,
        by=world.people["programme_manager"],
        at=timezone.now(),
    )


def a_place_in(world: World, state: Place.State, role: str = "member") -> Place:
    person = world.people[role]
    found, _ = Place.objects.update_or_create(
        cohort=a_training(world),
        email=person.email,
        defaults={"person": person, "state": state, "asked_at": timezone.now()},
    )
    return found


def of_training(world: World) -> dict[str, Any]:
    return of_programme(world) | {"cohort_id": a_training(world).pk}


def of_place(world: World) -> dict[str, Any]:
    place = a_place_in(world, Place.State.JOINED)
    return of_training(world) | {"place_id": place.pk}


def of_asked(world: World) -> dict[str, Any]:
    return {"cohort_id": a_place_in(world, Place.State.ASKED).cohort_id}


def of_joined(world: World) -> dict[str, Any]:
    return {"cohort_id": a_place_in(world, Place.State.JOINED).cohort_id}


def of_facilitating(world: World) -> dict[str, Any]:
    """The facilitator of the set is in it, and nobody else."""
    place = a_place_in(world, Place.State.JOINED, "facilitator")
    return {"cohort_id": place.cohort_id}


def in_the_set(world: World) -> dict[str, Any]:
    return {"learning_set": str(of_set(world)["set_id"])}


ROWS: tuple[Row, ...] = (
    Row("cohorts:programme", get=MANAGER | PARTNERS, path=of_programme),
    Row(
        "cohorts:begin",
        get=MANAGER,
        post=MANAGER,
        path=of_programme,
        form=saying(**BEGINNING),
    ),
    Row(
        "cohorts:managed",
        get=MANAGER,
        post=MANAGER,
        path=of_training,
        form=saying(email="new@people.example", part="trainee"),
    ),
    Row(
        "cohorts:edit",
        get=MANAGER,
        post=MANAGER,
        path=of_training,
        form=saying(**BEGINNING),
    ),
    Row("cohorts:ending", post=MANAGER, path=of_training),
    Row("cohorts:removal", post=MANAGER, path=of_place),
    Row("cohorts:pairing", post=MANAGER, path=of_place),
    Row("cohorts:mine", get=PERSONS),
    Row("cohorts:cohort", get=OWNER, path=of_joined),
    Row("cohorts:answer", post=OWNER, path=of_asked, form=saying(say="yes")),
    Row("cohorts:showing", post=OWNER, path=of_joined, form=saying(show="1")),
    Row(
        "cohorts:asking",
        post=frozenset({"facilitator"}),
        path=of_facilitating,
        form=in_the_set,
    ),
)
