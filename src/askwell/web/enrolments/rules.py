"""Who may see and change what of a programme's people."""

from django.db.models import QuerySet

from askwell.web.enrolments.models import Draft, Enrolment, EnrolmentQuerySet
from askwell.web.people.models import Person
from askwell.web.programmes.models import Programme
from askwell.web.programmes.offices import managed_partners, managed_programmes


def staffed_programmes(person: Person) -> QuerySet[Programme]:
    """Those whose list, or a part of it, a person looks after."""
    return managed_programmes(person).select_related("home")


def visible_enrolments(person: Person, programme: Programme) -> EnrolmentQuerySet:
    """The people of the organisations a person speaks for; all, for the whole."""
    seen: EnrolmentQuerySet = Enrolment.objects.filter(
        partner__in=managed_partners(person, programme)
    )
    return seen


def own_drafts(person: Person, programme: Programme) -> QuerySet[Draft]:
    """A file waits for whoever put it in, and for nobody else."""
    return Draft.objects.filter(programme=programme, by=person)
