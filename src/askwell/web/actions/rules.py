"""Who may do what with an action: its owner, and nobody else (INV-2)."""

from datetime import datetime, timedelta

from askwell.web.actions.models import Action
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.rules import attended_sets, readable_sets

TAKEN_BACK_WITHIN = timedelta(minutes=15)


def can_write(person: Person, action: Action) -> bool:
    """Only the owner words, changes, drops or reports on an action."""
    return action.owner_id == person.id


def can_choose_in(person: Person, learning_set: LearningSet) -> bool:
    """Members choose actions in their sets, as long as the set meets."""
    going_on = readable_sets(person).filter(ended_at__isnull=True)
    return going_on.filter(pk=learning_set.pk).exists()


def can_be_taken_back(action: Action, *, at: datetime) -> bool:
    """Chosen between meetings, and so lately that nobody can have heard of it."""
    fresh = at - action.created_at < TAKEN_BACK_WITHIN
    return fresh and action.made_in is None and not action.is_settled


def will_be_told(action: Action) -> bool:
    """Whether a next meeting can come at which its owner tells what became of it."""
    sets = attended_sets(action.owner).filter(ended_at__isnull=True)
    return sets.filter(pk=action.learning_set_id).exists()
