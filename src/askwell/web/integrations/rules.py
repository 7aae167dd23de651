"""Who may have a set's notices said in a chat."""

from askwell.web.people.models import Person
from askwell.web.programmes import rules
from askwell.web.programmes.models import LearningSet, SetMembership


def can_change_webhooks(person: Person, learning_set: LearningSet) -> bool:
    """Whoever leads the set, or looks after its arrangements as host."""
    if rules.leads(person, learning_set):
        return True
    mine = SetMembership.objects.members().filter(
        learning_set=learning_set, person=person, is_host=True
    )
    return mine.exists()
