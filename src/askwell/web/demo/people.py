"""Brings the cast into the database: their accounts, employers and managers."""

from collections.abc import Collection
from datetime import datetime

from allauth.account.models import EmailAddress
from django_scopes import scope

from askwell.web.demo.cast import CAST, HOUSES, Character, House, character
from askwell.web.demo.naming import id_of
from askwell.web.people.models import Membership, Organisation, Person


def person(key: str) -> Person:
    """One of the cast, from the database."""
    return Person.objects.get(pk=id_of("person", key))


def cast_is_here() -> bool:
    return Person.objects.filter(pk=id_of("person", CAST[0].key)).exists()


def bring_in_cast(*, at: datetime) -> None:
    give_accounts(CAST, at=at)
    for house in HOUSES:
        staff = [one for one in CAST if one.house == house.key]
        if staff:
            _seat(_organisation(house), staff)


def give_accounts(cast: Collection[Character], *, at: datetime) -> None:
    """From now on these can be stepped in as; they have no password."""
    people = [_person(one, at=at) for one in cast]
    Person.objects.bulk_create(people)
    EmailAddress.objects.bulk_create(
        EmailAddress(user=one, email=one.email, verified=True, primary=True)
        for one in people
    )


def _person(one: Character, *, at: datetime) -> Person:
    person = Person(
        id=id_of("person", one.key),
        email=one.email,
        name=one.name,
        time_zone=one.time_zone,
        created_at=at,
    )
    person.set_unusable_password()
    return person


def _organisation(house: House) -> Organisation:
    return Organisation.objects.create(
        id=id_of("organisation", house.key), name=house.name
    )


def _seat(organisation: Organisation, staff: Collection[Character]) -> None:
    with scope(organisation=organisation):
        Membership.objects.bulk_create(
            Membership(
                id=id_of("membership", one.key),
                organisation=organisation,
                person_id=id_of("person", one.key),
                level=one.level,
                function=one.function,
                place=one.place,
            )
            for one in staff
        )
        for one in staff:
            if one.manager and character(one.manager).house == one.house:
                Membership.objects.filter(pk=id_of("membership", one.key)).update(
                    manager=id_of("membership", one.manager)
                )
