"""Who may do what at the addresses of a programme's people."""

from typing import Any

from web.decisions.row import Row
from web.world import World

MANAGERS = frozenset({"programme_manager", "partner_manager", "other_manager"})
# Those who look after the enrolled person.
THEIRS = frozenset({"programme_manager", "partner_manager"})
# A file waits for whoever put it in.
OWN = frozenset({"programme_manager"})


def of_programme(world: World) -> dict[str, Any]:
    return {"programme_id": world.programme.pk}


def of_enrolment(world: World) -> dict[str, Any]:
    return of_programme(world) | {"enrolment_id": world.enrolment.pk}


def of_draft(world: World) -> dict[str, Any]:
    return of_programme(world) | {"draft_id": world.draft.pk}


ROWS: tuple[Row, ...] = (
    Row("enrolments:people", get=MANAGERS, path=of_programme),
    Row("enrolments:new", get=MANAGERS, post=MANAGERS, path=of_programme),
    Row("enrolments:export", get=MANAGERS, path=of_programme),
    Row("enrolments:several", post=MANAGERS, path=of_programme),
    Row("enrolments:bring", get=MANAGERS, post=MANAGERS, path=of_programme),
    Row("enrolments:lines", get=MANAGERS, post=MANAGERS, path=of_programme),
    Row("enrolments:columns", get=OWN, post=OWN, path=of_draft),
    Row("enrolments:draft", get=OWN, post=OWN, path=of_draft),
    Row("enrolments:row", post=OWN, path=of_draft),
    Row("enrolments:listing", post=OWN, path=of_draft),
    Row("enrolments:deletion", post=OWN, path=of_draft),
    Row("enrolments:person", get=THEIRS, post=THEIRS, path=of_enrolment),
    Row("enrolments:removal", post=THEIRS, path=of_enrolment),
    Row("enrolments:return", post=THEIRS, path=of_enrolment),
)
