"""Decisions about the addresses of handing."""

from typing import Any

from web.decisions.row import MEMBERS, Row, of_meeting, of_set, saying
from web.world import World


def of_turn(world: World) -> dict[str, Any]:
    return of_meeting(world) | {"number": 1}


ROWS: tuple[Row, ...] = (
    Row("handing:set", get=MEMBERS, path=of_set),
    Row("handing:going_on", post=MEMBERS, path=of_set),
    Row(
        "handing:questions",
        get=MEMBERS,
        post=MEMBERS,
        path=of_set,
        form=saying(safe="6", brought_back="us"),
    ),
    Row("handing:asking", post=MEMBERS, path=of_set),
    Row("handing:passing", post=MEMBERS, path=of_turn),
    Row("handing:hosting", get=MEMBERS, path=of_set),
)
