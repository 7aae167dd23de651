"""Whose dates, polls and turns are whose; whatever is not said here is refused."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from askwell.web.meetings.models import Meeting
from askwell.web.meetings.rules import attended_meetings, readable_meetings
from askwell.web.people.models import Person
from askwell.web.planning.models import Booking, DatePoll, Swap, Voice
from askwell.web.programmes.rules import readable_sets


def answerable_meetings(person: Person) -> QuerySet[Meeting]:
    """Whoever is in the meetings of a set says whether they come; guests too."""
    return attended_meetings(person)


def changeable_meetings(person: Person) -> QuerySet[Meeting]:
    """The dates of a set belong to everyone who is of it."""
    return readable_meetings(person)


def readable_polls(person: Person) -> QuerySet[DatePoll]:
    return DatePoll.objects.select_related("learning_set", "made_by").filter(
        learning_set__in=readable_sets(person)
    )


def own_bookings(person: Person) -> QuerySet[Booking]:
    """A turn is answered by whoever it is offered to, while they are of the set."""
    return Booking.objects.select_related("meeting__learning_set").filter(
        person=person, meeting__learning_set__in=readable_sets(person)
    )


def swappable_bookings(booking: Booking, *, at: datetime) -> QuerySet[Booking]:
    """The turns of others at other meetings of the same set, still to come.

    Nobody would present twice at one meeting.
    """
    here = booking.meeting
    standing = Booking.objects.filter(state__in=Booking.STANDING)
    mine = standing.filter(person=booking.person_id)
    return (
        Booking.objects.select_related("meeting", "person")
        .filter(
            state__in=Booking.STANDING,
            meeting__learning_set=here.learning_set_id,
            meeting__in=Meeting.objects.to_come().filter(starts_at__gt=at),
        )
        .exclude(meeting__in=mine.values("meeting"))
        .exclude(person__in=standing.filter(meeting=here).values("person"))
        .order_by("meeting__starts_at", "person__name")
    )


def own_swaps(person: Person) -> QuerySet[Swap]:
    """A swap is answered by whoever was asked."""
    return Swap.objects.select_related("mine__meeting", "theirs").filter(
        Q(theirs__person=person),
        theirs__meeting__learning_set__in=readable_sets(person),
    )


def poll_behind(code: str) -> DatePoll | None:
    """The poll whose link somebody holds; a set that has ended asks no more."""
    polls = DatePoll.objects.select_related("learning_set", "made_by")
    return polls.filter(code=code, learning_set__ended_at__isnull=True).first()


def voice_behind(code: str) -> Voice | None:
    """The voice that somebody's own link belongs to, while its invitation stands.

    A member answers on the poll's own page, signed in.
    """
    voices = Voice.objects.select_related("poll__learning_set", "poll__made_by")
    return voices.filter(
        Q(invitation__isnull=True) | Q(invitation__withdrawn_at__isnull=True),
        code=code,
        person__isnull=True,
        poll__learning_set__ended_at__isnull=True,
    ).first()


def own_voices(person: Person) -> QuerySet[Voice]:
    """Those a person has in the polls of sets they read."""
    return Voice.objects.filter(person=person, poll__in=readable_polls(person))


def belongs_to(person: Person, set_id: UUID) -> bool:
    return readable_sets(person).filter(pk=set_id).exists()
