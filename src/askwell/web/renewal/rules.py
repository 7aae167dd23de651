"""Who may do what when a set looks at itself, goes on or ends."""

from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.rules import is_member, leads
from askwell.web.renewal.models import Ending, Renewal


def can_speak(person: Person, learning_set: LearningSet) -> bool:
    """Members answer and say what they would like; nobody from outside does."""
    return is_member(person, learning_set)


def can_end(person: Person, learning_set: LearningSet, last: Renewal | None) -> bool:
    """Any member, once the set has decided to end and nothing else since."""
    decided = last is not None and last.decision == Renewal.Decision.END
    return decided and is_member(person, learning_set)


def can_undo_ending(person: Person, ending: Ending) -> bool:
    """Whoever ended the set, or leads it."""
    learning_set = ending.learning_set
    mine = ending.ended_by_id == person.id and is_member(person, learning_set)
    return mine or leads(person, learning_set)
