"""Who may do what at the addresses of start."""

from web.decisions.row import LEADING, PERSONS, Row
from web.world import World


def of_beginning(world: World) -> dict[str, object]:
    return {"set_id": world.beginning.pk}


ROWS: tuple[Row, ...] = (
    Row("start:begin", get=PERSONS, post=PERSONS),
    # Whoever begins a set goes that way alone; the others come by invitation.
    Row("start:go_on", get=LEADING, path=of_beginning),
    Row("start:giving_up", post=LEADING, path=of_beginning),
    Row("start:purpose", get=LEADING, post=LEADING, path=of_beginning),
    Row("start:people", get=LEADING, post=LEADING, path=of_beginning),
    Row("start:meetings", get=LEADING, post=LEADING, path=of_beginning),
)
