"""Questions about sets and who is in them."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from askwell.web.people.models import Person
from askwell.web.programmes.models import (
    Agreement,
    Belonging,
    Consent,
    Contract,
    LearningSet,
    SetMembership,
    SetMembershipQuerySet,
)


@dataclass(frozen=True)
class OwnSet:
    """One of a person's sets, how many are in it, and whether the person agreed."""

    learning_set: LearningSet
    size: int
    has_agreed: bool


def sets_of(person: Person) -> list[OwnSet]:
    """The sets whose pages a person reads, by name, in one query; `size` is members."""
    newest = Contract.objects.filter(learning_set=OuterRef("pk")).order_by("-version")
    agreed = Agreement.objects.filter(person=person, contract=OuterRef("newest"))
    mine = SetMembership.objects.readers().filter(person=person)
    in_it = Q(
        memberships__joined_at__isnull=False,
        memberships__left_at__isnull=True,
        memberships__belonging=Belonging.MEMBER,
    )
    sets = (
        LearningSet.objects.filter(pk__in=mine.values("learning_set"))
        .annotate(
            size=Count("memberships", filter=in_it),
            newest=Subquery(newest.values("pk")[:1]),
        )
        .annotate(has_agreed=Exists(agreed))
        .order_by("name", "created_at")
    )
    return [OwnSet(each, each.size, each.has_agreed) for each in sets]


def people_of(learning_set: LearningSet) -> list[SetMembership]:
    """Members, then whoever comes to the set, then those waiting; by name."""
    here = learning_set.memberships.filter(left_at__isnull=True).select_related(
        "person", "invitation"
    )
    return sorted(
        here,
        key=lambda one: (one.is_waiting, not one.is_member, one.person.name.lower()),
    )


def members_of(learning_set: LearningSet) -> list[Person]:
    """Those the set consists of, by name: they present, and decide for the set."""
    return _by_name(SetMembership.objects.members(), learning_set)


def readers_of(learning_set: LearningSet) -> list[Person]:
    """Members and whoever facilitates, by name: those who are told of what it does."""
    return _by_name(SetMembership.objects.readers(), learning_set)


def standing_in(learning_set: LearningSet) -> list[Person]:
    """Everyone who is there from meeting to meeting, by name; guests are left out."""
    return _by_name(SetMembership.objects.standing(), learning_set)


def _by_name(
    memberships: SetMembershipQuerySet, learning_set: LearningSet
) -> list[Person]:
    there = memberships.filter(learning_set=learning_set).select_related("person")
    return [one.person for one in there.order_by("person__name")]


def membership_of(person: Person, learning_set: LearningSet) -> SetMembership | None:
    """Their present membership, waiting or joined; none once they left."""
    return SetMembership.objects.filter(
        person=person, learning_set=learning_set, left_at__isnull=True
    ).first()


def waiting_of(person: Person) -> QuerySet[SetMembership]:
    """The sets a person has asked to join and hears from soon."""
    return (
        SetMembership.objects.waiting()
        .filter(person=person)
        .select_related("learning_set")
    )


def consents_to(memberships: list[SetMembership]) -> dict[object, set[object]]:
    """Who has said yes to whom: membership id to person ids."""
    given: dict[object, set[object]] = {one.pk: set() for one in memberships}
    for consent in Consent.objects.filter(membership__in=memberships):
        given[consent.membership_id].add(consent.person_id)
    return given
