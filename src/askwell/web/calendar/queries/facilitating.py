"""For whom whose turn it is to facilitate is any business."""

from uuid import UUID

from django.db.models import Q

from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, SetMembership


def sets_by_rota(person: Person) -> set[UUID]:
    """Sets whose members facilitate by rota, and whose pages this person reads."""
    by_rota = Q(learning_set__facilitated_by=LearningSet.FacilitatedBy.TURNS) | Q(
        learning_set__dial=LearningSet.Dial.CO_LEADS
    )
    there = SetMembership.objects.readers().filter(by_rota, person=person)
    return set(there.values_list("learning_set_id", flat=True))
