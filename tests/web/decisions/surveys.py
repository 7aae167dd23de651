"""Who may do what at the addresses of surveys."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from askwell.web.meetings import log
from askwell.web.meetings.models import Entry, Meeting
from askwell.web.meetings.operations import convene
from askwell.web.surveys.models import Asked, Round
from web.decisions.row import PERSONS, Row, saying
from web.decisions.running import MANAGER, of_programme
from web.world import World

ASKED = frozenset({"member"})
WERE_THERE = frozenset({"member", "facilitator", "guest", "observer"})
NEW = {
    "moment": "before",
    "instruments": "trust",
    "opens_on": timezone.now().date().isoformat(),
    "closes_on": (timezone.now() + timedelta(days=20)).date().isoformat(),
}


def a_round(world: World) -> Round:
    """It asks the set's member, with ties and all."""
    found = Round.objects.filter(programme=world.programme).first()
    if found is None:
        found = Round.objects.create(
            programme=world.programme,
            instruments=["trust"],
            asks_ties=True,
            begun_at=timezone.now(),
        )
        Asked.objects.create(
            round=found,
            person=world.people["member"],
            learning_set=world.learning_set,
        )
    return found


def of_round(world: World) -> dict[str, Any]:
    return {"round_id": a_round(world).pk}


def of_round_of_programme(world: World) -> dict[str, Any]:
    return of_programme(world) | of_round(world)


def of_slot(world: World) -> dict[str, Any]:
    return of_programme(world) | {"slot": "uwes_9"}


def of_closed_meeting(world: World) -> dict[str, Any]:
    """Everybody of the set was there; a guest, unless they had been to another."""
    closed = Meeting.objects.filter(code="closed").first()
    if closed is None:
        now = timezone.now()
        closed = Meeting.objects.create(
            learning_set=world.learning_set,
            code="closed",
            format="classic_uk",
            booked_minutes=90,
            starts_at=now,
        )
        convene(closed)
        people = [str(world.people[role].pk) for role in sorted(WERE_THERE)]
        closed.refresh_from_db()
        there = [each for each in people if each in log.state(closed.pk).people]
        for number, person in enumerate(there, closed.head + 1):
            Entry.objects.create(
                meeting=closed,
                number=number,
                kind="Arrived",
                person=person,
                at=now,
            )
        closed.head += len(there)
        closed.opened_at = closed.closed_at = now
        closed.save()
    return {"meeting_id": closed.pk}


ROWS: tuple[Row, ...] = (
    Row("surveys:surveys", get=MANAGER, path=of_programme),
    Row(
        "surveys:opening",
        get=MANAGER,
        post=MANAGER,
        path=of_programme,
        form=lambda world: NEW,
    ),
    Row("surveys:withdrawal", post=MANAGER, path=of_round_of_programme),
    Row("surveys:closing", get=MANAGER, post=MANAGER, path=of_round_of_programme),
    Row("surveys:instruments", get=MANAGER, path=of_programme),
    Row(
        "surveys:instrument",
        get=MANAGER,
        post=MANAGER,
        path=of_slot,
        form=saying(reference="Letter of 3 May", sure="on"),
    ),
    Row("surveys:licence", post=MANAGER, path=of_slot, form=saying(act="hide")),
    Row("surveys:own_ties", get=PERSONS),
    Row(
        "surveys:answer",
        get=ASKED,
        post=ASKED,
        path=of_round,
        form=saying(trust_word="5"),
    ),
    Row("surveys:ties", get=ASKED, post=ASKED, path=of_round, form=saying(act="keep")),
    Row(
        "surveys:pulse",
        get=WERE_THERE,
        post=WERE_THERE,
        path=of_closed_meeting,
        form=saying(said_freely="3", clearer_now="2"),
    ),
)
