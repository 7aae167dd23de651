"""Who may do what with a programme of their own, and in whose name they begin one."""

from django.db.models import QuerySet
from django_scopes import scopes_disabled

from askwell.web.people.models import Membership, Organisation, Person
from askwell.web.programmes.models import Office, Programme
from askwell.web.running.parts import MANAGER, Part, part_of


def part_in(person: Person, programme: Programme) -> Part | None:
    """Also in a programme that has ended: its offices go with its lists."""
    held = Office.objects.of(person).filter(programme=programme)
    return part_of(list(held))


def sponsors(person: Person, programme: Programme) -> bool:
    held = Office.objects.of(person).filter(programme=programme)
    return held.filter(kind=Office.Kind.SPONSOR).exists()


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
