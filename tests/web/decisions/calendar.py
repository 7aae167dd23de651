"""Who may do what at the addresses of calendars."""

from typing import Any

from askwell.web.calendar.operations.subscribing import make_address
from factories import NOON
from web.decisions.row import (
    EVERYONE,
    MEMBERS,
    PERSONS,
    PRESENT,
    Row,
    of_meeting,
    of_set,
    saying,
)
from web.world import World


def of_subscription(world: World) -> dict[str, Any]:
    """The address that the member has given to their calendar."""
    return {"secret": make_address(world.people["member"], at=NOON).secret}


ROWS: tuple[Row, ...] = (
    Row("calendar:calendar", get=PERSONS),
    Row("calendar:address", post=PERSONS, form=saying(address="new")),
    # A calendar has no session: whoever knows the address is answered.
    Row("calendar:subscription", get=EVERYONE, path=of_subscription),
    Row("calendar:meeting", get=PRESENT, path=of_meeting),
    Row("calendar:lapsed", get=MEMBERS, path=of_set),
    Row("calendar:lapsed_meeting", post=MEMBERS, path=of_set),
    Row("calendar:lapsed_quiet", post=MEMBERS, path=of_set),
)
