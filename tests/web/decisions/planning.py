"""Who may do what at the addresses of planning."""

from typing import Any

from web.decisions.row import (
    EVERYONE,
    MEMBERS,
    OWNER,
    PRESENT,
    Row,
    of_meeting,
    of_set,
    saying,
)
from web.world import World


def of_poll(world: World) -> dict[str, Any]:
    return {"poll_id": world.poll.pk}


def of_booking(world: World) -> dict[str, Any]:
    return {"booking_id": world.booking.pk}


ROWS: tuple[Row, ...] = (
    Row("planning:dates", get=MEMBERS, path=of_set),
    Row("planning:series", get=MEMBERS, post=MEMBERS, path=of_set),
    Row(
        "planning:reply",
        get=PRESENT,
        post=PRESENT,
        path=of_meeting,
        form=saying(reply="no"),
    ),
    Row("planning:time", get=MEMBERS, post=MEMBERS, path=of_meeting),
    Row("planning:cancellation", get=MEMBERS, post=MEMBERS, path=of_meeting),
    Row("planning:practice", post=MEMBERS, path=of_meeting),
    Row("planning:poll_new", get=MEMBERS, post=MEMBERS, path=of_set),
    Row("planning:poll", get=MEMBERS, post=MEMBERS, path=of_poll),
    Row("planning:poll_choice", post=MEMBERS, path=of_poll),
    # A link is meant for whoever holds it; it says when people can, and no more.
    Row(
        "planning:open_poll",
        get=EVERYONE,
        post=EVERYONE,
        path=lambda world: {"code": world.poll.code},
    ),
    Row("planning:turns", get=MEMBERS, post=MEMBERS, path=of_set),
    Row("planning:turn", post=OWNER, path=of_booking, form=saying(answer="take")),
    Row("planning:swaps", get=OWNER, post=OWNER, path=of_booking),
    Row(
        "planning:swap",
        post=OWNER,
        path=lambda world: {"swap_id": world.swap.pk},
        form=saying(answer="yes"),
    ),
)
