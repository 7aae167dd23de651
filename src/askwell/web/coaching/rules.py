"""Who may do what with corrections; whatever is not said here is refused."""

from askwell.web.coaching.models import Donation
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.rules import can_read_set, is_member


def can_propose(person: Person, learning_set: LearningSet) -> bool:
    """That a set gives anything away is for those it consists of."""
    return is_member(person, learning_set)


def can_make(person: Person, donation: Donation) -> bool:
    """Any member takes the file, once everybody whose turns are in it has answered."""
    return is_member(person, donation.learning_set)


def can_answer(person: Person, donation: Donation) -> bool:
    """Each for their own turns."""
    return donation.is_open and can_read_set(person, donation.learning_set)
