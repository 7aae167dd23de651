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


def may_be_asked(learning_set: LearningSet, *, at: datetime) -> bool:
    """Once between two meetings: two results close together would tell of a newcomer.

    A set that has not met since waits as long as the questions may stay open.
    """
    last = newest_answer(learning_set, since=None)
    if last is None or last.closed_at is None:
        return True
    met_since = learning_set.meetings.held().filter(closed_at__gt=last.closed_at)
    return at - last.closed_at >= Asking.LASTS or met_since.exists()
