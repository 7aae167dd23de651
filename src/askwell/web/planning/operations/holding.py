"""One change to the dates of a set at a time."""

from askwell.web.meetings.models import Meeting
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.operations.holding import hold


def hold_dates(learning_set: LearningSet) -> LearningSet:
    """The set and its meetings to come, locked until the transaction ends.

    Meetings first, in the order of their ids, as the writer of the room takes them:
    so neither waits for the other in a ring. A set that has ended is refused.
    """
    unopened = Meeting.objects.filter(
        learning_set=learning_set, opened_at__isnull=True, closed_at__isnull=True
    )
    list(unopened.order_by("pk").select_for_update().values_list("pk"))
    return hold(learning_set)
