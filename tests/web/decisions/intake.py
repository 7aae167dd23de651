"""Who may do what at the addresses of joining a programme."""

from typing import Any

from web.decisions.row import EVERYONE, NOBODY, PERSONS, Row, saying
from web.world import World

ENROLLED = frozenset({"enrolled"})
WHOLE = frozenset({"programme_manager"})
# Each organisation's manager sees a page of their own people alone.
MANAGERS = WHOLE | {"partner_manager", "other_manager"}
# The manager of the whole, and of the organisation the row is about.
OF_PARTNER = WHOLE | {"partner_manager"}


def of_programme(world: World) -> dict[str, Any]:
    return {"programme_id": world.programme.pk}


def of_partner(world: World) -> dict[str, Any]:
    return of_programme(world) | {"partner_id": world.partner.pk}


def of_enrolment(world: World) -> dict[str, Any]:
    return {"enrolment_id": world.enrolment.pk}


def of_invitation(world: World) -> dict[str, Any]:
    return {"code": world.enrolment.code}


def of_office(world: World) -> dict[str, Any]:
    office = world.partner.offices.get()
    return of_programme(world) | {"office_id": office.pk}


def of_competitors(world: World) -> dict[str, Any]:
    return of_programme(world) | {"pair_id": world.competitors.pk}


ROWS: tuple[Row, ...] = (
    # A link is meant for whoever holds it; only its own address answers it.
    Row(
        "intake:join",
        get=EVERYONE,
        post=ENROLLED | {"anonymous"},
        told=PERSONS - ENROLLED,
        path=of_invitation,
    ),
    Row("intake:join_code", get=EVERYONE, post=EVERYONE, path=of_invitation),
    Row("intake:mine", get=PERSONS),
    Row("intake:begin", get=ENROLLED, path=of_enrolment),
    Row(
        "intake:say",
        get=ENROLLED,
        post=ENROLLED,
        path=lambda world: of_enrolment(world) | {"step": "apart"},
    ),
    Row("intake:leaving", get=ENROLLED, post=ENROLLED, path=of_enrolment),
    Row("intake:replies", get=MANAGERS, path=of_programme),
    Row("intake:asking", post=MANAGERS, path=of_programme),
    Row("intake:reminding", post=MANAGERS, path=of_programme),
    Row(
        "intake:organisations",
        get=MANAGERS,
        post=WHOLE,
        path=of_programme,
        form=saying(name="Fernhill Trust"),
    ),
    Row("intake:levels", get=OF_PARTNER, post=OF_PARTNER, path=of_partner),
    Row("intake:managers", get=WHOLE, post=WHOLE, path=of_partner),
    # Nobody is told but who may: its people are on the list, so it stays.
    Row("intake:taking_out", post=NOBODY, told=WHOLE, path=of_partner),
    Row("intake:dismissal", post=WHOLE, path=of_office),
    Row("intake:competitors", post=WHOLE, path=of_programme),
    Row("intake:meeting_after_all", post=WHOLE, path=of_competitors),
)
