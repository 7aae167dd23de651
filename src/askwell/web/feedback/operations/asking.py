"""A facilitator asks the members of a meeting; answers are counted without authors."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q

from askwell.facilitation.duties import ANSWERS, DUTIES, level
from askwell.web.feedback.models import Asked, Asking, Count
from askwell.web.feedback.queries.asking import asking_of, can_be_asked, to_be_asked
from askwell.web.feedback.queries.slots import look_at
from askwell.web.feedback.refusals import NotDoneError, Reason, need
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notices
from askwell.web.programmes.models import SetMembership
from askwell.web.programmes.rules import attended_sets


@transaction.atomic
def ask(meeting: Meeting, *, by: Person, at: datetime) -> Asking:
    """Ask every member who was there, once."""
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    if here := asking_of(meeting, by):
        return here
    still_in = attended_sets(by).filter(pk=meeting.learning_set_id)
    need(still_in.exists(), Reason.NOT_YOURS_TO_DO)
    looked = look_at(meeting)
    if looked is None or not looked.led_by(by):
        raise NotDoneError(Reason.NOT_YOURS_TO_DO)
    need(can_be_asked(looked, by), Reason.TOO_FEW)
    people = to_be_asked(looked, by)
    asking = Asking.objects.create(meeting=meeting, person=by, opened_at=at)
    Asked.objects.bulk_create(Asked(asking=asking, person=each) for each in people)
    Count.objects.bulk_create(
        Count(asking=asking, item=each.name, value=value)
        for each in DUTIES
        for value in ANSWERS
    )
    post_notices(
        people,
        kind=Notice.Kind.FEEDBACK,
        path=f"/meetings/{meeting.pk}/feedback/",
        by=by,
        at=at,
        set_id=meeting.learning_set_id,
    )
    return asking


@transaction.atomic
def withdraw(meeting: Meeting, *, by: Person, at: datetime) -> None:
    """All that was answered is deleted, and it is not asked again.

    Two rounds, one with and one without a person, would tell what that person said;
    and where only an unanswered round could be repeated, that it can be would tell
    whether anybody had answered.
    """
    held = Asking.objects.select_for_update().filter(meeting=meeting, person=by).first()
    if held is None or held.withdrawn_at:
        return
    held.counts.all().delete()
    held.asked.all().delete()
    held.levels, held.closed_at, held.withdrawn_at = {}, held.closed_at or at, at
    held.save(update_fields=["levels", "closed_at", "withdrawn_at"])


@transaction.atomic
def answer(
    asking_id: UUID, said: Mapping[str, int], *, by: Person, at: datetime
) -> None:
    """Count one member’s answers in; nothing shows that somebody has answered."""
    asking = Asking.objects.select_for_update().filter(pk=asking_id).first()
    if asking is None or not asking.is_open(at=at):
        raise NotDoneError(Reason.CLOSED)
    need(_is_complete(said), Reason.LEFT_OUT)
    need(_is_member(by, asking), Reason.NOT_YOURS_TO_DO)
    mine = asking.asked.filter(person=by, has_answered=False)
    need(bool(mine.update(has_answered=True)), Reason.ANSWERED)
    chosen = Q()
    for item, value in said.items():
        chosen |= Q(item=item, value=value)
    asking.counts.filter(chosen).update(number=F("number") + 1)


def _is_member(person: Person, asking: Asking) -> bool:
    members = SetMembership.objects.members()
    there = members.filter(learning_set=asking.meeting.learning_set_id)
    return there.filter(person=person).exists()


def _is_complete(said: Mapping[str, int]) -> bool:
    items = {each.name for each in DUTIES}
    return said.keys() == items and all(each in ANSWERS for each in said.values())


def _close(asking: Asking, *, at: datetime) -> None:
    """A word for each item stays; the counts and who has answered are deleted."""
    asking.closed_at = at
    for each in DUTIES:
        rows = asking.counts.filter(item=each.name)
        if found := level(dict(rows.values_list("value", "number"))):
            asking.levels[each.name] = found.value
    asking.save(update_fields=["closed_at", "levels"])
    asking.counts.all().delete()
    asking.asked.filter(has_answered=True).update(has_answered=False)


@transaction.atomic
def close_overdue(asking: Asking, *, at: datetime) -> bool:
    """The week is over; whether it closed."""
    held = Asking.objects.select_for_update().filter(pk=asking.pk).first()
    if held is None or held.closed_at is not None or at < held.closes_at:
        return False
    _close(held, at=at)
    return True
