"""Posts the reminders that people have set themselves."""

from datetime import datetime

from askwell.web.actions import operations
from askwell.web.actions.models import Reminder

BATCH = 200


def post_due_reminders(*, at: datetime) -> int:
    """Post what has come due and say how much was posted.

    Each is marked in the transaction that posts it: two workers, or one cut off and
    begun again, post it once.
    """
    due = Reminder.objects.due(at=at).values_list("pk", flat=True)
    return sum(operations.post_reminder(each, at=at) for each in list(due[:BATCH]))
