"""Who may do what with a programme of their own, and in whose name they begin one."""

from django.db.models import F, Q, QuerySet

from askwell.web.enrolments.models import Enrolment
from askwell.web.people.models import Organisation, Person
from askwell.web.programmes.models import Office, Programme
from askwell.web.running.parts import MANAGER, Part, part_of


def part_in(person: Person, programme: Programme) -> Part | None:
    """Also in a programme that has ended: its offices go with its lists."""
    held = Office.objects.of(person).filter(programme=programme)
    return part_of(list(held))


def own_organisations(person: Person) -> QuerySet[Organisation]:
    """Where somebody may begin a programme in the organisation's own name.

    They began or look after a programme that is at home there, or were asked into
    one as its people. What a programme elsewhere calls them is no proof of anything:
    whoever begins one names organisations as they like.
    """
    looked_after = Office.objects.of(person).filter(kind=MANAGER, partner=None)
    asked_in = Enrolment.objects.joined().filter(
        person=person, partner__organisation=F("programme__home")
    )
    at_home = Programme.objects.filter(
        Q(created_by=person)
        | Q(pk__in=looked_after.values("programme"))
        | Q(pk__in=asked_in.values("programme")),
        home__isnull=False,
    )
    return Organisation.objects.filter(pk__in=at_home.values("home")).order_by("name")
