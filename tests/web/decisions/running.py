"""Who may do what at the addresses of programmes."""

from typing import Any
from uuid import uuid4

from askwell.web.programmes.models import Initiative, Office
from askwell.web.running.operations.dates import make_address
from factories import NOON
from web.decisions.row import EVERYONE, PERSONS, Facts, Row, saying
from web.world import World

MANAGER = frozenset({"programme_manager"})
PARTNERS = frozenset({"partner_manager", "other_manager"})
SPONSOR = frozenset({"sponsor"})


def of_programme(world: World) -> dict[str, Any]:
    return {"programme_id": world.programme.pk}


def of_cohort(world: World) -> dict[str, Any]:
    return of_programme(world) | {"cohort_id": world.cohort.pk}


def of_initiative(world: World) -> dict[str, Any]:
    linked, _is_new = Initiative.objects.get_or_create(
        programme=world.programme, name="Mentoring"
    )
    return of_programme(world) | {"initiative_id": linked.pk}


def of_sponsor(world: World) -> dict[str, Any]:
    office = Office.objects.get(programme=world.programme, kind=Office.Kind.SPONSOR)
    return of_programme(world) | {"office_id": office.pk}


def of_dates(world: World) -> dict[str, Any]:
    """The address that the programme's manager has given to their calendar."""
    manager = world.people["programme_manager"]
    return {"secret": make_address(world.programme, manager, at=NOON).secret}


def beginning(world: World) -> dict[str, Any]:
    return {
        "programme_id": str(uuid4()),
        "meant_for": "change",
        "aim": "People ask.",
        "name": "Through the merger",
        "at_home": "neutral",
    }


def on(name: str, get: frozenset[str], post: Facts | None = None) -> Row:
    """A page of the programme with a form in it."""
    return Row(name, get=get, post=get, path=of_programme, form=post or saying())


ROWS: tuple[Row, ...] = (
    Row("running:programmes", get=PERSONS),
    Row("running:begin", get=PERSONS, post=PERSONS, form=beginning),
    Row("running:goodbye", get=PERSONS),
    # A calendar has no session: whoever knows the address is answered.
    Row("running:subscription", get=EVERYONE, path=of_dates),
    Row("running:programme", get=MANAGER | PARTNERS | SPONSOR, path=of_programme),
    on("running:edit", MANAGER, saying(name="New", meant_for="change", aim="More.")),
    on("running:dates", MANAGER),
    Row("running:sets", get=MANAGER, path=of_programme),
    Row("running:facilitators", get=MANAGER, path=of_programme),
    on("running:cohorts", MANAGER, saying(name="Autumn", starts_on="2026-09-07")),
    Row("running:cohort", get=MANAGER, post=MANAGER, path=of_cohort),
    Row("running:cohort_removal", post=MANAGER, path=of_cohort),
    on("running:initiatives", MANAGER, saying(name="Mentoring for all")),
    Row("running:initiative_removal", post=MANAGER, path=of_initiative),
    on(
        "running:offices",
        MANAGER,
        saying(kind="sponsor", name="Ada", email="ada@people.example"),
    ),
    Row("running:office_withdrawal", post=MANAGER, path=of_sponsor),
    on("running:contract", MANAGER, saying(attendance="counts", words="We listen.")),
    Row("running:attendance", get=MANAGER | PARTNERS, path=of_programme),
    Row("running:attendance_of_meetings", post=MANAGER, path=of_programme),
    Row("running:attendance_of_people", post=MANAGER | PARTNERS, path=of_programme),
    Row("running:calendar", get=MANAGER, path=of_programme),
    Row("running:calendar_address", post=MANAGER, path=of_programme),
    Row("running:calendar_file", get=MANAGER, path=of_programme),
    on("running:end", MANAGER),
    Row("running:reversal", post=MANAGER, path=of_programme),
)
