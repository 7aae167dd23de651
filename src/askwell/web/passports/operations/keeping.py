"""What somebody says themselves: learning elsewhere, supervision, what is left out."""

from collections.abc import Collection
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from askwell.web.passports.models import Facilitated, Learned, Supervision
from askwell.web.people.models import Person
from askwell.web.programmes.rules import attended_sets
from askwell.web.vault import operations as vault


def learn(person: Person, *, what: str, on: date, hours: Decimal) -> Learned:
    """Keep what somebody did to go on learning, sealed with their own key.

    Sent twice it is kept once.
    """
    vault.prepare_own([person.pk])
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        alike = Learned.objects.filter(person=person, on=on, hours=hours)
        if same := next((each for each in alike if each.what == what), None):
            return same
        return Learned.objects.create(person=person, what=what, on=on, hours=hours)


@transaction.atomic
def unlearn(person: Person, learned: UUID) -> bool:
    """Whether there was such a one of theirs."""
    gone, _ = Learned.objects.filter(person=person, pk=learned).delete()
    return bool(gone)


@transaction.atomic
def supervise(person: Person, sets: Collection[UUID], *, at: datetime) -> None:
    """These of their sets are for supervision, and no other that they attend."""
    attended = attended_sets(person)
    marked = Supervision.objects.filter(person=person, learning_set__in=attended)
    marked.exclude(learning_set__in=sets).delete()
    for each in attended.filter(pk__in=sets):
        Supervision.objects.get_or_create(
            person=person, learning_set=each, defaults={"marked_at": at}
        )


@transaction.atomic
def forget(person: Person, facilitated: UUID) -> bool:
    """For good; whether there was such a one that they had left out."""
    rows = Facilitated.objects.filter(person=person, pk=facilitated, left_out=True)
    gone, _ = rows.delete()
    return bool(gone)


@transaction.atomic
def leave_out(person: Person, facilitated: UUID, *, left_out: bool) -> bool:
    """Of what is counted, or back into it; whether there was such a one."""
    rows = Facilitated.objects.filter(person=person, pk=facilitated)
    return bool(rows.update(left_out=left_out))
