"""Who may do what with an action: its owner, and nobody else (INV-2)."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from askwell.web.actions.models import Action
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, SetMembership
from askwell.web.programmes.rules import attended_sets

TAKEN_BACK_WITHIN = timedelta(minutes=15)


def can_write(person: Person, action: Action) -> bool:
    """Only the owner words, changes, drops or reports on an action."""
    return action.owner_id == person.id


def can_choose_in(person: Person, learning_set: LearningSet) -> bool:
    """Members do, as long as the set meets; who watches or leads it does not."""
    return sets_to_choose_in(person).filter(pk=learning_set.pk).exists()


def sets_to_choose_in(person: Person) -> QuerySet[LearningSet]:
    """Where a person may choose an action between two meetings."""
    mine = SetMembership.objects.members().filter(person=person)
    going_on = LearningSet.objects.filter(ended_at__isnull=True)
    return going_on.filter(pk__in=mine.values("learning_set")).order_by("name")


def can_be_taken_back(action: Action, *, at: datetime) -> bool:
    """Chosen between meetings, and so lately that nobody can have heard of it."""
    fresh = at - action.created_at < TAKEN_BACK_WITHIN
    return fresh and action.made_in is None and not action.is_settled


def will_be_told(action: Action) -> bool:
    """Whether a next meeting can come at which its owner tells what became of it."""
    sets = attended_sets(action.owner).filter(ended_at__isnull=True)
    return sets.filter(pk=action.learning_set_id).exists()
