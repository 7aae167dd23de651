"""Who is to have which meeting in their calendar, and where that is not so yet."""

from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from askwell.web.calendar.models import Told
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import (
    Belonging,
    LearningSet,
    SetMembership,
    SetMembershipQuerySet,
)

# How much there is of whatever calendars may have to be told of.
Counted = tuple[int | None, ...]

TAKES_PLACE = Q(cancelled_at__isnull=True, learning_set__ended_at__isnull=True)


def ahead(*, at: datetime) -> QuerySet[Meeting]:
    """Nobody is told of what has begun or is past."""
    return Meeting.objects.filter(
        starts_at__gt=at, opened_at__isnull=True, closed_at__isnull=True
    )


def meetings_to_tell_of(*, at: datetime) -> QuerySet[Meeting]:
    """Meetings ahead that somebody's calendar does not know as they are; one query."""
    come = _coming(OuterRef("learning_set"), OuterRef(OuterRef("starts_at")), at=at)
    known = Told.objects.filter(
        meeting=OuterRef(OuterRef("pk")),
        person=OuterRef("person"),
        seen=OuterRef(OuterRef("sequence")),
        is_off=False,
    )
    holding = Told.objects.filter(meeting=OuterRef("pk"), is_off=False)
    still_come = _coming(
        OuterRef("meeting__learning_set"),
        OuterRef(OuterRef("meeting__starts_at")),
        at=at,
    ).filter(person=OuterRef("person"))
    return (
        ahead(at=at)
        .filter(
            (TAKES_PLACE & Exists(come.exclude(Exists(known))))
            | (~TAKES_PLACE & Exists(holding))
            | Exists(holding.exclude(Exists(still_come)))
        )
        .order_by("starts_at")
    )


def counted() -> Counted:
    """Becomes another when a meeting is called, moved or cancelled, or people change.

    Three queries that read through their tables once and join nothing.
    """
    meetings = Meeting.objects.aggregate(
        Count("pk"), Sum("sequence"), Count("cancelled_at")
    )
    people = SetMembership.objects.aggregate(Count("joined_at"), Count("left_at"))
    ended = LearningSet.objects.aggregate(Count("ended_at"))
    return (*meetings.values(), *people.values(), *ended.values())


def people_coming_to(meeting: Meeting, *, at: datetime) -> list[Person]:
    """Everybody whose calendar is to hold it; nobody if it does not take place."""
    if meeting.cancelled_at or meeting.learning_set.ended_at:
        return []
    come = _coming(meeting.learning_set_id, meeting.starts_at, at=at)
    return [one.person for one in come.select_related("person").order_by("asked_at")]


def _coming(
    learning_set: Any, starts_at: Any, *, at: datetime
) -> SetMembershipQuerySet:
    """Who belongs to a meeting of a set: a guest to the first that is still to come.

    Once that has been held, or is on, no later one is theirs.
    """
    another = Meeting.objects.filter(
        Q(closed_at__gt=OuterRef("joined_at"))
        | Q(opened_at__isnull=False, closed_at__isnull=True)
        | Q(opened_at__isnull=True, starts_at__gt=at, starts_at__lt=starts_at),
        learning_set=OuterRef("learning_set"),
        cancelled_at__isnull=True,
    )
    return SetMembership.objects.current().filter(
        ~Q(belonging=Belonging.GUEST) | ~Exists(another), learning_set=learning_set
    )
