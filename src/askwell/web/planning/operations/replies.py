"""Saying whether one comes to a meeting; nobody asks why."""

from datetime import datetime

from django.db import transaction

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.planning.models import Reply
from askwell.web.planning.operations.holding import hold_dates
from askwell.web.planning.operations.turns import refill, release
from askwell.web.planning.refusals import NotPlannedError, Reason


@transaction.atomic
def reply(meeting: Meeting, *, by: Person, coming: bool | None, at: datetime) -> None:
    """Yes or no, or nothing any more; whoever cannot come gives their turn back."""
    hold_dates(meeting.learning_set)
    held = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if held.cancelled_at:
        raise NotPlannedError(Reason.CANCELLED)
    if held.opened_at:
        raise NotPlannedError(Reason.BEGUN)
    if coming is None:
        Reply.objects.filter(meeting=meeting, person=by).delete()
        return
    Reply.objects.update_or_create(
        meeting=meeting,
        person=by,
        defaults={"is_coming": coming, "replied_at": at},
    )
    if not coming and release(meeting, by):
        refill(meeting.learning_set, [meeting.pk], by=by, at=at)
