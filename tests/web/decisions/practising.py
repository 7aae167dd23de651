"""Who may do what in practice meetings: one's own is nobody else's."""

from typing import Any

from django.utils import timezone

from askwell.practice.cases import CASES
from askwell.practice.moves import Does, Move
from askwell.web.practising.models import Run
from askwell.web.practising.operations.runs import act, begin
from web.decisions.row import OWNER, PERSONS, Row, saying
from web.world import World

CASE = CASES[0]


def of_case(world: World) -> dict[str, Any]:
    return {"name": CASE.name}


def a_run(world: World) -> Run:
    """The member facilitates, and has listened once."""
    me, now = world.people["member"], timezone.now()
    found = Run.objects.filter(seats__person=me, steps__isnull=False).first()
    if found is None:
        found = begin(CASE, by=me, at=now)
        act(found, Move(Does.LISTEN, str(me.pk)), after=0, by=me, at=now)
    return found


def of_run(world: World) -> dict[str, Any]:
    return {"run_id": a_run(world).pk}


def of_step(world: World) -> dict[str, Any]:
    return of_run(world) | {"does": "listen"}


def of_act(world: World) -> dict[str, Any]:
    return of_run(world) | {"name": "moments"}


def of_seat(world: World) -> dict[str, Any]:
    """In a meeting that waits for others."""
    me = world.people["member"]
    waits = Run.objects.filter(seats__person=me, steps__isnull=True).first()
    return {"code": (waits or begin(CASE, by=me, at=timezone.now())).code}


ROWS: tuple[Row, ...] = (
    Row("practising:cases", get=PERSONS),
    Row("practising:case", get=PERSONS, path=of_case),
    Row("practising:begin", post=PERSONS, path=of_case),
    Row("practising:seat", get=PERSONS, post=PERSONS, path=of_seat),
    Row("practising:room", get=OWNER, path=of_run),
    Row("practising:step", post=OWNER, path=of_step, form=saying(after="1")),
    Row("practising:act", post=OWNER, path=of_act, form=saying(said="no")),
    Row("practising:undo", post=OWNER, path=of_run, form=saying(after="1")),
    Row("practising:leave", post=OWNER, path=of_run),
    Row("practising:again", post=OWNER, path=of_run),
    Row("practising:debrief", get=OWNER, path=of_run),
    Row("practising:sharing", post=OWNER, path=of_run, form=saying(shows="yes")),
)
