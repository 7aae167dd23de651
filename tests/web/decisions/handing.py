"""Decisions about the addresses of handing."""

from typing import Any

from askwell.web.handing.models import Asked, Asking, Duty, Exchange
from web.decisions.row import MEMBERS, Row, of_meeting, of_set, saying
from web.world import World


def of_turn(world: World) -> dict[str, Any]:
    return of_meeting(world) | {"number": 1}


def of_swap(world: World) -> dict[str, Any]:
    """The facilitator asks the member to swap."""
    found = Exchange.objects.filter(theirs__person=world.people["member"]).first()
    if found is None:
        mine, theirs = (
            Duty.objects.create(
                meeting=world.meeting, number=number, person=world.people[role]
            )
            for number, role in ((8, "facilitator"), (9, "member"))
        )
        found = Exchange.objects.create(mine=mine, theirs=theirs)
    return {"exchange_id": found.pk}


def of_questions(world: World) -> dict[str, Any]:
    """Its members are being asked."""
    asking, is_new = Asking.objects.get_or_create(
        learning_set=world.learning_set, closed_at=None
    )
    if is_new:
        for role in MEMBERS:
            Asked.objects.create(asking=asking, person=world.people[role])
    return of_set(world)


ROWS: tuple[Row, ...] = (
    Row("handing:set", get=MEMBERS, path=of_set),
    Row("handing:going_on", post=MEMBERS, path=of_set),
    Row(
        "handing:questions",
        get=MEMBERS,
        post=MEMBERS,
        path=of_questions,
        form=saying(safe="6", brought_back="us"),
    ),
    Row("handing:asking", post=MEMBERS, path=of_set),
    Row("handing:passing", post=MEMBERS, path=of_turn),
    Row("handing:swaps", post=MEMBERS, path=of_set),
    Row(
        "handing:swap",
        post=frozenset({"member"}),
        path=of_swap,
        form=saying(says="no"),
    ),
    Row("handing:hosting", get=MEMBERS, path=of_set),
)
