"""Decisions about the addresses of handing."""

from typing import Any

from askwell.web.handing.models import Asked, Asking
from web.decisions.row import MEMBERS, Row, of_meeting, of_set, saying
from web.world import World


def of_turn(world: World) -> dict[str, Any]:
    return of_meeting(world) | {"number": 1}


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
    Row("handing:hosting", get=MEMBERS, path=of_set),
)
