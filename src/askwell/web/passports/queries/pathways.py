"""The pathways of a programme, and what was confirmed by hand in them."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from askwell.facilitation.pathways import PATHWAYS, Pathway
from askwell.web.enrolments.models import Enrolment
from askwell.web.passports.models import Adopted, Confirmation
from askwell.web.people.models import Person
from askwell.web.programmes.models import Office, Programme, SetMembership


@dataclass(frozen=True)
class Offered:
    """One that can be switched on, and how it was edited if it is."""

    template: Pathway
    adopted: Adopted | None

    @property
    def is_on(self) -> bool:
        return self.adopted is not None and self.adopted.is_on


@dataclass(frozen=True)
class Confirmed:
    """Something that was confirmed of somebody."""

    row: Confirmation
    title: str


def pathways_of(programme: Programme) -> list[Offered]:
    """Every one there is; one query."""
    rows = Adopted.objects.filter(programme=programme)
    known = {each.template: each for each in rows}
    return [Offered(each, known.get(each.name)) for each in PATHWAYS]


def people_to_confirm(programme: Programme) -> QuerySet[Person]:
    """Everybody who takes part, facilitates a set, or holds an office."""
    enrolled = Enrolment.objects.joined().filter(programme=programme)
    in_sets = SetMembership.objects.current().filter(
        learning_set__cohort__programme=programme
    )
    offices = Office.objects.open().filter(programme=programme)
    found = Person.objects.filter(
        Q(pk__in=enrolled.values("person"))
        | Q(pk__in=in_sets.values("person"))
        | Q(pk__in=offices.values("person"))
    )
    return found.order_by("name", "pk")


def confirmed_in(adopted: Adopted) -> list[Confirmed]:
    """The newest first; of what is no longer asked for, nothing."""
    titles = {each.name: each.title for each in adopted.pathway.requirements}
    rows = Confirmation.objects.filter(adopted=adopted, requirement__in=titles)
    found = rows.select_related("person", "by").order_by("-at")
    return [Confirmed(each, titles[each.requirement]) for each in found]
