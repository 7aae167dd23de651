"""Who composes: whoever looks after the whole programme, and nobody else."""

from django.db.models import QuerySet

from askwell.web.composing.models import Composition
from askwell.web.people.models import Person
from askwell.web.programmes.models import Cohort, Office, Programme


def composed_programmes(person: Person) -> QuerySet[Programme]:
    """An organisation's own manager sees no board, and a sponsor neither.

    Nobody composes in a programme that has ended.
    """
    held = Office.objects.of(person).filter(
        kind=Office.Kind.MANAGER, partner__isnull=True
    )
    return Programme.objects.filter(
        pk__in=held.values("programme"), ended_at__isnull=True
    )


def composable_cohorts(person: Person) -> QuerySet[Cohort]:
    return Cohort.objects.select_related("programme").filter(
        programme__in=composed_programmes(person)
    )


def changeable_compositions(person: Person) -> QuerySet[Composition]:
    return Composition.objects.select_related("cohort__programme", "made_by").filter(
        cohort__programme__in=composed_programmes(person)
    )
