"""Questions about people across organisations."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet
from django_scopes import scopes_disabled

from askwell.web.people.models import AddressProof, Membership, Notice, Person


class Place(NamedTuple):
    """Where one membership stands in a reporting line."""

    person_id: UUID
    manager_id: UUID | None


def in_one_line(person: Person, others: Iterable[Person]) -> Person | None:
    """The first of the others who is above or below the person, at any depth.

    Two who share a manager are not in one line; a manager's manager is.
    """
    others = list(others)
    places = _places_up_from([person.id, *(other.id for other in others)])
    above = {someone: _above(someone, places) for someone in _people(places)}
    for other in others:
        if other.id in above.get(person.id, ()) or person.id in above.get(other.id, ()):
            return other
    return None


def _places_up_from(people: list[UUID]) -> dict[UUID, Place]:
    """Their memberships and all those above them; one query for each storey."""
    # Lines are compared in every organisation two people might share; the answer
    # given is only that they share one.
    with scopes_disabled():
        places = _read(Membership.objects.filter(person__in=people))
        while missing := _managers(places) - places.keys():
            places |= _read(Membership.objects.filter(id__in=missing))
    return places


def _read(memberships: Iterable[Membership]) -> dict[UUID, Place]:
    return {one.id: Place(one.person_id, one.manager_id) for one in memberships}


def _managers(places: dict[UUID, Place]) -> set[UUID]:
    return {place.manager_id for place in places.values() if place.manager_id}


def _people(places: dict[UUID, Place]) -> set[UUID]:
    return {place.person_id for place in places.values()}


def _above(person: UUID, places: dict[UUID, Place]) -> set[UUID]:
    """Everyone the person answers to; a circle of managers ends the walk."""
    climbed: set[UUID] = set()
    rungs = [one.manager_id for one in places.values() if one.person_id == person]
    while rungs:
        rung = rungs.pop()
        if rung is None or rung in climbed:
            continue
        climbed.add(rung)
        rungs.append(places[rung].manager_id)
    return {places[rung].person_id for rung in climbed}


def board_of(person: Person) -> QuerySet[Notice]:
    """What a person was told, newest first."""
    notices = Notice.objects.of(person).select_related("by")
    return notices.order_by("-created_at", "-pk")


def unread(person: Person) -> int:
    """How much on a person's board they have not read."""
    return Notice.objects.of(person).unread().count()


def recent_proofs(email: str, *, at: datetime, within: timedelta) -> int:
    """How many codes went to an address of late."""
    return AddressProof.objects.filter(
        email=Person.objects.normalize_email(email), created_at__gt=at - within
    ).count()
