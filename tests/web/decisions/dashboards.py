"""Who may do what at the addresses of dashboards."""

from typing import Any

from askwell.insight.periods import Quarter
from factories import a_snapshot
from web.decisions.row import Row
from web.decisions.running import MANAGER, PARTNERS, SPONSOR, of_programme
from web.world import World

READERS = MANAGER | PARTNERS | SPONSOR


def of_figures(world: World) -> dict[str, Any]:
    """Of the quarter in which the programme began."""
    quarter = Quarter.of(world.programme.starts_on)
    if not world.programme.snapshots.exists():
        a_snapshot(world.programme, quarter, attendance=(0.8, 0.7, 0.9))
    return of_programme(world)


def of_attendance(world: World) -> dict[str, Any]:
    return of_figures(world) | {"name": "attendance"}


ROWS: tuple[Row, ...] = (
    Row("dashboards:insight", get=READERS, path=of_figures),
    Row("dashboards:benefits", get=READERS, path=of_figures),
    Row("dashboards:metric", get=READERS, path=of_attendance),
    Row("dashboards:csv", get=READERS, path=of_figures),
    Row("dashboards:xlsx", get=READERS, path=of_figures),
)
