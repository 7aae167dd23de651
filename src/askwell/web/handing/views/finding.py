"""Finds the set an address speaks of; whoever may not read it finds nothing."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.rules import readable_sets

READ, BOTH = ["GET", "HEAD"], ["GET", "HEAD", "POST"]


def own_set(person: Person, set_id: UUID) -> LearningSet:
    found = readable_sets(person).select_related("next_facilitator")
    return get_object_or_404(found, pk=set_id)
