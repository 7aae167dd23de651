"""Questions about sets, their people and what they agreed."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from askwell.web.people.models import Person
from askwell.web.programmes.models import (
    Agreement,
    Consent,
    Contract,
    Invitation,
    LearningSet,
    SetMembership,
)


@dataclass(frozen=True)
class OwnSet:
    """One of a person's sets, how many are in it, and whether the person agreed."""

    learning_set: LearningSet
    size: int
    has_agreed: bool


def sets_of(person: Person) -> list[OwnSet]:
    """The sets a person is a member of, by name, in one query; guests do not count."""
    newest = Contract.objects.filter(learning_set=OuterRef("pk")).order_by("-version")
    agreed = Agreement.objects.filter(person=person, contract=OuterRef("newest"))
    mine = SetMembership.objects.members().filter(person=person)
    in_it = Q(
        memberships__joined_at__isnull=False,
        memberships__left_at__isnull=True,
        memberships__is_guest=False,
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
    """Members and facilitators, then guests, then those waiting; by name."""
    here = SetMembership.objects.filter(
        learning_set=learning_set, left_at__isnull=True
    ).select_related("person", "invitation")
    return sorted(
        here, key=lambda one: (one.is_waiting, one.is_guest, one.person.name.lower())
    )


def members_of(learning_set: LearningSet) -> list[Person]:
    """Those the set consists of, by name; guests are left out."""
    members = SetMembership.objects.members().filter(learning_set=learning_set)
    return [
        one.person for one in members.select_related("person").order_by("person__name")
    ]


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


def current_contract(learning_set: LearningSet) -> Contract | None:
    """The newest version, agreed by everyone or not."""
    return (
        Contract.objects.filter(learning_set=learning_set).order_by("-version").first()
    )


def agreements_to(contract: Contract) -> dict[object, Agreement]:
    """Who agreed to this version, and when: person id to agreement."""
    return {one.person_id: one for one in contract.agreements.all()}


def yet_to_agree(learning_set: LearningSet) -> list[Person]:
    """Members who have not agreed to the newest contract; empty when it stands."""
    contract = current_contract(learning_set)
    agreed = agreements_to(contract) if contract else {}
    return [one for one in members_of(learning_set) if one.id not in agreed]


def is_agreed(learning_set: LearningSet) -> bool:
    """Whether every member agreed to the newest contract (INV-16)."""
    contract = current_contract(learning_set)
    return contract is not None and not yet_to_agree(learning_set)


def open_invitations(learning_set: LearningSet, *, at: datetime) -> list[Invitation]:
    """Links that still serve, the newest first."""
    made = Invitation.objects.filter(
        learning_set=learning_set, withdrawn_at__isnull=True, expires_at__gt=at
    ).select_related("made_by")
    return [one for one in made.order_by("-made_at") if one.is_open(at=at)]


def invitation_behind(code: str) -> Invitation | None:
    """The invitation a link stands for, unless it was withdrawn or its set ended."""
    return (
        Invitation.objects.filter(
            code=code, withdrawn_at__isnull=True, learning_set__ended_at__isnull=True
        )
        .select_related("learning_set", "made_by")
        .first()
    )
