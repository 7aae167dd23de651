"""Who looks after the people of one organisation; given to an address."""

from datetime import datetime, timedelta

from django.db import transaction

from askwell.web.intake.operations.holding import hold_programme
from askwell.web.intake.refusals import NotDoneError, Reason
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice
from askwell.web.programmes.models import Office, Partner

MOST_A_DAY = 30


@transaction.atomic
def appoint(
    partner: Partner, *, email: str, name: str, by: Person, at: datetime
) -> Office:
    """Ask an address to look after the people of one organisation, and tell it."""
    hold_programme(partner.programme)
    email = Person.objects.normalize_email(email)
    if email == by.email:
        raise NotDoneError(Reason.YOURSELF)
    kind = Office.Kind.MANAGER
    if partner.offices.open().filter(kind=kind, email__iexact=email).exists():
        raise NotDoneError(Reason.HELD_ALREADY)
    today = Office.objects.filter(given_by=by, given_at__gt=at - timedelta(days=1))
    if today.count() >= MOST_A_DAY:
        raise NotDoneError(Reason.TOO_MANY_LETTERS)
    office = Office.objects.create(
        programme=partner.programme,
        partner=partner,
        kind=kind,
        email=email,
        name=name,
        given_by=by,
        given_at=at,
    )
    post_notice(
        kind=Notice.Kind.OFFICE,
        path=partner.programme.get_absolute_url(),
        address=email,
        by=by,
        at=at,
    )
    return office


@transaction.atomic
def dismiss(office: Office, *, at: datetime) -> None:
    """From now on they see nothing of it; what they did stays."""
    hold_programme(office.programme)
    Office.objects.open().filter(pk=office.pk).update(withdrawn_at=at)
