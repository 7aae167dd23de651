"""Who may do what at the addresses of coaching: one's own turns are one's own."""

from typing import Any

from web.decisions.row import EVERYONE, MEMBERS, NOBODY, OWNER, Row, of_set, saying
from web.world import World


def of_line(world: World) -> dict[str, Any]:
    return of_set(world) | {"line_id": world.correction.pk}


def of_turn(world: World) -> dict[str, Any]:
    """Nobody has said anything at that meeting, so it is nobody's to correct."""
    return {"meeting_id": world.meeting.pk, "contribution": 1}


ROWS: tuple[Row, ...] = (
    # Words and numbers of the product, and nothing of anybody.
    Row("coaching:model", get=EVERYONE),
    Row(
        "coaching:meaning",
        get=NOBODY,
        post=NOBODY,
        path=of_turn,
        form=saying(meant="advice"),
    ),
    Row("coaching:donation", get=MEMBERS, post=MEMBERS, path=of_set),
    Row("coaching:gift", post=MEMBERS, path=of_set, form=saying(gives="yes")),
    Row("coaching:line", post=OWNER, path=of_line),
    Row("coaching:dropping", post=MEMBERS, path=of_set),
    # Nothing of it can be read any more, so there is nothing to give.
    Row("coaching:file", post=NOBODY, told=MEMBERS, path=of_set),
)
