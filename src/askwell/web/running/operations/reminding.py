"""Telling managers, once a week at most, that something truly waits for them."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice
from askwell.web.programmes.models import Office, Partner, Programme
from askwell.web.running.queries.needs import needs_of_partner, states_of

EVERY = timedelta(days=7)


@transaction.atomic
def remind(programme_id: UUID, *, at: datetime) -> int:
    """A notice to each manager for whom something waits; says how many.

    An office given to an address is held by whoever has come with it since.
    """
    held = Programme.objects.select_for_update().get(pk=programme_id)
    if held.ended_at or _told_of_late(held, at=at):
        return 0
    managers = Office.objects.open().filter(programme=held, kind=Office.Kind.MANAGER)
    waits = bool(states_of([held], at=at)[held.pk].needs)
    addresses = {
        each.person.email if each.person else each.email
        for each in managers.select_related("person", "partner__programme")
        if (waits if each.partner is None else _waits_for(each.partner, at=at))
    }
    told = Person.objects.filter(email__in=addresses, is_active=True)
    for person in told:
        post_notice(
            kind=Notice.Kind.NEEDED,
            path=held.get_absolute_url(),
            person=person,
            at=at,
        )
    return len(told)


def _waits_for(partner: Partner, *, at: datetime) -> bool:
    return bool(needs_of_partner(partner.programme, [partner], at=at))


def _told_of_late(programme: Programme, *, at: datetime) -> bool:
    """The first week is for finding one's way; after that a word a week is enough."""
    if programme.created_at > at - EVERY:
        return True
    told = Notice.objects.filter(
        kind=Notice.Kind.NEEDED,
        path=programme.get_absolute_url(),
        created_at__gt=at - EVERY,
    )
    return told.exists()
