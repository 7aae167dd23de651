"""The two questions: which are open, who has answered, what came of the last ones."""

from datetime import datetime

from askwell.web.handing.models import Asking
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet


def open_asking(learning_set: LearningSet) -> Asking | None:
    return learning_set.askings.filter(closed_at__isnull=True).first()


def is_waited_for(asking: Asking, person: Person) -> bool:
    """Whether this person was asked and has not answered."""
    return asking.asked.filter(person=person, has_answered=False).exists()


def newest_answer(
    learning_set: LearningSet, *, since: datetime | None
) -> Asking | None:
    """What all said last; what is older than the meetings looked at says nothing."""
    closed = learning_set.askings.filter(feels_safe__isnull=False)
    if since is not None:
        closed = closed.filter(closed_at__gte=since)
    return closed.order_by("-closed_at").first()
