"""What happens to meetings by itself: people are told, turns and polls looked after."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from askwell.web.meetings.models import Meeting, MeetingQuerySet
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notices
from askwell.web.planning.models import (
    Booking,
    DatePoll,
    PollDate,
    Reply,
    Told,
    Voice,
)
from askwell.web.planning.operations.polls import ask_the_invited
from askwell.web.planning.operations.turns import refill
from askwell.web.planning.practice import QUORUM
from askwell.web.planning.queries import coming_meeting
from askwell.web.planning.queries.coming import IN_GOOD_TIME
from askwell.web.planning.queries.people import leading
from askwell.web.programmes.models import Invitation, LearningSet, SetMembership

THE_DAY_BEFORE = timedelta(days=1)
AT_ONCE = 200


def tell_of_meetings(*, at: datetime) -> int:
    """Tell whoever should know, once for each time a meeting has; how often it did.

    What has been told is kept in the same transaction, so that many workers may try.
    """
    soon = _untold(Told.Word.SOON, at=at).filter(starts_at__lte=at + THE_DAY_BEFORE)
    doubtful = _untold(Told.Word.TOO_FEW, at=at).filter(
        pk__in=_that_may_have_too_few(at=at)
    )
    told = sum(_tell_that_it_is_soon(each, at=at) for each in soon[:AT_ONCE])
    return told + sum(_tell_of_too_few(each, at=at) for each in doubtful[:AT_ONCE])


def share_out_turns_of_leavers(*, at: datetime) -> int:
    """Turns of those who have left a set are offered to the next in line."""
    members = SetMembership.objects.members().filter(
        person=OuterRef("person"), learning_set=OuterRef("meeting__learning_set")
    )
    abandoned = Booking.objects.filter(
        ~Exists(members),
        state__in=Booking.STANDING,
        meeting__in=Meeting.objects.to_come().filter(starts_at__gt=at),
        meeting__learning_set__ended_at__isnull=True,
    ).values_list("meeting__learning_set", "meeting")
    sets: dict[UUID, set[UUID]] = {}
    for learning_set, meeting in abandoned[:AT_ONCE]:
        sets.setdefault(learning_set, set()).add(meeting)
    for learning_set, meetings in sets.items():
        refill(LearningSet.objects.get(pk=learning_set), meetings, at=at)
    return len(sets)


def ask_newly_invited(*, at: datetime) -> int:
    """Whoever is invited while a question about dates is open is asked as well."""
    asked = Voice.objects.filter(
        invitation=OuterRef("pk"), poll=OuterRef(OuterRef("pk"))
    )
    invited = Invitation.objects.filter(
        ~Exists(asked),
        learning_set=OuterRef("learning_set"),
        is_draft=False,
        withdrawn_at__isnull=True,
        used_at__isnull=True,
        expires_at__gt=at,
    ).exclude(email="")
    polls = DatePoll.objects.filter(
        Exists(invited), closed_at__isnull=True, learning_set__ended_at__isnull=True
    ).select_related("learning_set", "made_by")
    found = list(polls[:AT_ONCE])
    for poll in found:
        ask_the_invited(poll.learning_set, by=poll.made_by, at=at)
    return len(found)


def end_polls(*, at: datetime) -> int:
    """A question about dates that have all gone by is over."""
    to_come = PollDate.objects.filter(poll=OuterRef("pk"), starts_at__gt=at)
    over = DatePoll.objects.filter(~Exists(to_come), closed_at__isnull=True)
    return over.update(closed_at=at)


def _untold(word: Told.Word, *, at: datetime) -> MeetingQuerySet:
    told = Told.objects.filter(
        meeting=OuterRef("pk"), starts_at=OuterRef("starts_at"), word=word
    )
    return (
        Meeting.objects.to_come()
        .filter(~Exists(told), starts_at__gt=at, learning_set__ended_at__isnull=True)
        .select_related("learning_set")
        .order_by("starts_at")
    )


def _that_may_have_too_few(*, at: datetime) -> QuerySet[Meeting]:
    """Somebody has said no, or it is close; and those who may come are too few.

    Meetings to which enough come are left alone here: there are many, and they would
    be looked at again and again before those that come after them.
    """
    no = Reply.objects.filter(meeting=OuterRef("pk"), is_coming=False)
    close = Q(starts_at__lte=at + IN_GOOD_TIME)
    says_no = Reply.objects.filter(
        meeting=OuterRef(OuterRef("pk")), person=OuterRef("person"), is_coming=False
    )
    possible = (
        SetMembership.objects.members()
        .filter(~Exists(says_no), learning_set=OuterRef("learning_set"))
        .order_by()
        .values("learning_set")
        .annotate(number=Count("pk"))
        .values("number")
    )
    return (
        Meeting.objects.to_come()
        .filter(Exists(no) | close, starts_at__gt=at)
        .alias(possible=Coalesce(Subquery(possible), 0))
        .filter(possible__lt=QUORUM)
    )


def _tell_that_it_is_soon(meeting: Meeting, *, at: datetime) -> int:
    """Everyone who has not said no; whoever presents is led to their preparation."""
    seen = coming_meeting(meeting)
    presenting = {each.person_id for each in seen.bookings}
    expected = [*seen.coming, *seen.silent]
    with transaction.atomic():
        if not _is_first_to_tell(meeting, Told.Word.SOON, at=at):
            return 0
        _post(
            [each for each in expected if each.pk in presenting],
            Notice.Kind.PRESENTING,
            f"/meetings/{meeting.pk}/preparation/",
            meeting,
            at=at,
        )
        _post(
            [each for each in expected if each.pk not in presenting],
            Notice.Kind.SOON,
            f"/meetings/{meeting.pk}/reply/",
            meeting,
            at=at,
        )
    return 1


def _tell_of_too_few(meeting: Meeting, *, at: datetime) -> int:
    seen = coming_meeting(meeting)
    if not seen.has_too_few(at=at):
        return 0
    with transaction.atomic():
        if not _is_first_to_tell(meeting, Told.Word.TOO_FEW, at=at):
            return 0
        _post(
            leading(meeting.learning_set),
            Notice.Kind.TOO_FEW,
            f"/sets/{meeting.learning_set_id}/dates/",
            meeting,
            at=at,
        )
    return 1


def _is_first_to_tell(meeting: Meeting, word: Told.Word, *, at: datetime) -> bool:
    _told, first = Told.objects.get_or_create(
        meeting=meeting,
        word=word,
        starts_at=meeting.starts_at,
        defaults={"told_at": at},
    )
    return first


def _post(
    people: Collection[Person],
    kind: Notice.Kind,
    path: str,
    meeting: Meeting,
    *,
    at: datetime,
) -> None:
    post_notices(
        people,
        kind=kind,
        path=path,
        at=at,
        set_id=meeting.learning_set_id,
        about_at=meeting.starts_at,
    )
