"""What somebody is to a programme, and so which of its pages open to them."""

from enum import Enum, auto

from django.db.models import QuerySet
from django_scopes import scopes_disabled

from askwell.web.people.models import Membership, Organisation, Person
from askwell.web.programmes.models import Office, Partner, Programme

MANAGER = Office.Kind.MANAGER


class Part(Enum):
    """The most that somebody does for a programme."""

    WHOLE = auto()
    """Looks after all of it."""
    PARTNER = auto()
    """Looks after the people of one or several organisations in it."""
    SPONSOR = auto()
    """Backs it, and is given its figures."""


def part_in(person: Person, programme: Programme) -> Part | None:
    """Also in a programme that has ended: its offices go with its lists."""
    held = Office.objects.of(person).filter(programme=programme)
    return part_of(list(held))


def part_of(offices: list[Office]) -> Part | None:
    """The most among the offices that one person holds in one programme."""
    if any(each.kind == MANAGER and each.partner_id is None for each in offices):
        return Part.WHOLE
    if any(each.kind == MANAGER for each in offices):
        return Part.PARTNER
    return Part.SPONSOR if offices else None


def sponsors(person: Person, programme: Programme) -> bool:
    held = Office.objects.of(person).filter(programme=programme)
    return held.filter(kind=Office.Kind.SPONSOR).exists()


def own_partners(person: Person, programme: Programme) -> QuerySet[Partner]:
    """Whose people this person answers for, and for nobody else's."""
    held = Office.objects.of(person).filter(programme=programme, kind=MANAGER)
    return Partner.objects.filter(pk__in=held.values("partner"))


def own_organisations(person: Person) -> QuerySet[Organisation]:
    """Where somebody may begin a programme in the organisation's own name.

    They belong to it, or look after a programme that is at home there already.
    """
    # Only which organisations they are in themselves is asked.
    with scopes_disabled():
        in_it = list(
            Membership.objects.filter(person=person).values_list("organisation")
        )
    looked_after = Office.objects.of(person).filter(kind=MANAGER, partner=None)
    at_home = Programme.objects.filter(
        pk__in=looked_after.values("programme"), home__isnull=False
    )
    ids = {each for (each,) in in_it} | set(at_home.values_list("home", flat=True))
    return Organisation.objects.filter(pk__in=ids).order_by("name")
