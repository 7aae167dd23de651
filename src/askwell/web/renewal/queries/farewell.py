"""Questions about those who have left, and what was offered to them."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from askwell.web.people.models import Person
from askwell.web.programmes.models import Belonging, SetMembership
from askwell.web.renewal.models import Farewell


def own_farewells(person: Person, *, at: datetime) -> QuerySet[SetMembership]:
    """Where a person has been and is no more, for as long as a farewell lasts.

    Whoever is there again has nothing to take leave of.
    """
    here = SetMembership.objects.filter(person=person, left_at__isnull=True)
    gone = SetMembership.objects.filter(
        person=person,
        joined_at__isnull=False,
        left_at__gt=at - Farewell.LASTS,
        left_at__lte=at,
    )
    return gone.exclude(learning_set__in=here.values("learning_set"))


def farewell_to(person: Person, set_id: UUID, *, at: datetime) -> SetMembership | None:
    """The membership a person may take leave of now, if there is one."""
    left = own_farewells(person, at=at).filter(learning_set=set_id)
    related = left.select_related("learning_set", "person", "farewell")
    return related.order_by("-left_at").first()


def left_lately(*, at: datetime) -> QuerySet[SetMembership]:
    """Those who left and have not been told what they may do; guests are left out."""
    return SetMembership.objects.filter(
        joined_at__isnull=False,
        left_at__gt=at - Farewell.LASTS,
        left_at__lte=at,
        learning_set__forgotten_at__isnull=True,
        farewell__told_at__isnull=True,
    ).exclude(belonging=Belonging.GUEST)


def unfinished_farewells() -> QuerySet[Farewell]:
    """Words that somebody wanted destroyed, and that may not be yet."""
    wanted = Farewell.objects.filter(wanted_at__isnull=False, destroyed_at__isnull=True)
    return wanted.select_related("membership__learning_set", "membership__person")
