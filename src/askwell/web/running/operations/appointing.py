"""Who looks after a programme, and who sponsors it: given to an address."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice
from askwell.web.programmes.models import Office, Programme
from askwell.web.running.operations.holding import hold
from askwell.web.running.refusals import Reason, need


@transaction.atomic
def appoint(
    programme: Programme,
    kind: Office.Kind,
    *,
    email: str,
    name: str,
    by: Person,
    at: datetime,
) -> Office:
    """An office for the whole programme; whoever reads that mail holds it."""
    held = hold(programme, by=by)
    email = Person.objects.normalize_email(email)
    need(
        not _whole(held).filter(kind=kind, email=email).exists(),
        Reason.HOLDS_IT_ALREADY,
    )
    person = Person.objects.filter(email=email).first()
    office = Office.objects.create(
        programme=held,
        kind=kind,
        email=email,
        name=name,
        person=person,
        given_by=by,
        given_at=at,
    )
    _tell(office, by=by, at=at)
    return office


def _tell(office: Office, *, by: Person, at: datetime) -> None:
    if office.person == by:
        return
    post_notice(
        kind=Notice.Kind.OFFICE,
        path=office.programme.get_absolute_url(),
        person=office.person,
        address="" if office.person else office.email,
        by=by,
        at=at,
    )


@transaction.atomic
def withdraw(office: Office, *, by: Person, at: datetime) -> None:
    """An office ends; the last manager's only with the programme."""
    held = hold(office.programme, by=by)
    managers = _whole(held).filter(kind=Office.Kind.MANAGER).exclude(pk=office.pk)
    is_last = office.kind == Office.Kind.MANAGER and not managers.exists()
    need(not is_last, Reason.LAST_MANAGER)
    office.withdrawn_at = at
    office.save(update_fields=["withdrawn_at"])


def _whole(programme: Programme) -> QuerySet[Office]:
    return Office.objects.open().filter(programme=programme, partner__isnull=True)
