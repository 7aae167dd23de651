"""Who may do what when facilitation is handed over; what is not said is refused."""

from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.rules import is_member


def can_ask(person: Person, learning_set: LearningSet) -> bool:
    """The two questions are the members' own."""
    return is_member(person, learning_set)


def can_go_on(person: Person, learning_set: LearningSet) -> bool:
    """Any member alone says that the set goes on as it was."""
    return is_member(person, learning_set)
