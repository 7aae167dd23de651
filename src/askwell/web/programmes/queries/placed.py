"""Who would be in a set that was put together, for whoever is asked into it."""

from dataclasses import dataclass

from django_scopes import scopes_disabled

from askwell.web.people.models import Membership, Person
from askwell.web.programmes.models import (
    Belonging,
    Invitation,
    LearningSet,
    SetMembership,
)


@dataclass(frozen=True)
class Mate:
    """Somebody one would sit with; nothing is said of whether they have answered."""

    name: str
    organisation: str
    facilitates: bool


def mates_in(learning_set: LearningSet, *, but: Person) -> list[Mate]:
    """Everybody who is in or is asked, facilitators last; who declined is not there."""
    people = _people_in(learning_set) | _people_asked(learning_set)
    people.pop(but.email, None)
    places = _organisations(people)
    mates = [
        Mate(name, places.get(email, ""), belonging == Belonging.FACILITATOR)
        for email, (name, belonging) in people.items()
    ]
    return sorted(mates, key=lambda mate: (mate.facilitates, mate.name.casefold()))


def _people_in(learning_set: LearningSet) -> dict[str, tuple[str, str]]:
    here = SetMembership.objects.standing().filter(learning_set=learning_set)
    return {
        one.person.email: (one.person.name, one.belonging)
        for one in here.select_related("person")
    }


def _people_asked(learning_set: LearningSet) -> dict[str, tuple[str, str]]:
    asked = Invitation.objects.filter(
        learning_set=learning_set,
        is_draft=False,
        used_at__isnull=True,
        withdrawn_at__isnull=True,
    ).exclude(email="")
    return {one.email: (one.name or one.email, one.belonging) for one in asked}


def _organisations(people: dict[str, tuple[str, str]]) -> dict[str, str]:
    """Where they work, as far as Askwell knows; in two places, both."""
    # They come from several organisations: each is shown to those who are asked to
    # sit with them, and nothing but its name.
    with scopes_disabled():
        places = Membership.objects.filter(person__email__in=list(people))
        rows = places.order_by("organisation__name")
        named: dict[str, str] = {}
        for email, name in rows.values_list("person__email", "organisation__name"):
            named[email] = f"{named[email]}, {name}" if email in named else name
    return named
