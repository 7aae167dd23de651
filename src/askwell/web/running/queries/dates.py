"""The dates of all sets of a programme: set names and times, and nothing else."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import Programme
from askwell.web.running.models import DatesAddress

PAST = timedelta(days=366)
CANCELLED = timedelta(days=30)


def dates_of(programme: Programme, *, at: datetime) -> QuerySet[Meeting]:
    """A year back and all ahead; what was cancelled stays for a while, marked so."""
    taking_place = Q(cancelled_at__isnull=True, starts_at__gt=at - PAST)
    cancelled = Q(cancelled_at__isnull=False, starts_at__gt=at - CANCELLED)
    own = Meeting.objects.filter(learning_set__cohort__programme=programme)
    found = own.filter(taking_place | cancelled).select_related("learning_set")
    return found.order_by("starts_at", "pk")


def address_of(person: Person, programme: Programme) -> DatesAddress | None:
    return DatesAddress.objects.filter(person=person, programme=programme).first()
