"""Whose turn it is: the bookings of the meetings to come, and what is still free."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from askwell.process.formats import format_named
from askwell.process.plan import plan
from askwell.web.meetings.history import turns_taken
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.planning.models import Booking, Reply, Swap
from askwell.web.planning.queries.people import presenters_of
from askwell.web.planning.turns import Past, Sitting
from askwell.web.programmes.models import LearningSet


@dataclass(frozen=True)
class Rota:
    """The meetings to come as the rotation sees them, and the people it knows."""

    sittings: list[Sitting]
    people: dict[str, Past]
    seed: int


def rota(learning_set: LearningSet, *, at: datetime) -> Rota:
    """As many queries for many meetings as for one."""
    meetings = list(coming(learning_set, at=at))
    people = presenters_of(learning_set)
    known = {str(each.pk) for each in people}
    bookings = list(Booking.objects.filter(meeting__in=meetings).order_by("made_at"))
    away = Reply.objects.filter(meeting__in=meetings, is_coming=False)
    absent = set(away.values_list("meeting_id", "person_id"))
    taken = turns_taken(learning_set)
    return Rota(
        sittings=[_sitting(each, known, bookings, absent) for each in meetings],
        people={
            person: Past(
                presented_on=max(taken.get(person, ()), default=None),
                slots=len(taken.get(person, ())),
            )
            for person in sorted(known)
        },
        seed=learning_set.pk.int % 2**31,
    )


def coming(learning_set: LearningSet, *, at: datetime) -> Iterable[Meeting]:
    """The meetings to come, the next one first."""
    own = Meeting.objects.to_come().filter(learning_set=learning_set)
    return own.filter(starts_at__gt=at).order_by("starts_at")


def _sitting(
    meeting: Meeting,
    known: Collection[str],
    bookings: Iterable[Booking],
    absent: Collection[tuple[UUID, UUID]],
) -> Sitting:
    here = [each for each in bookings if each.meeting_id == meeting.pk]
    away = {str(person) for missed, person in absent if missed == meeting.pk}
    return Sitting(
        key=str(meeting.pk),
        on=meeting.starts_at.date(),
        slots=slots_at(meeting, people=len(known)),
        booked=tuple(
            str(each.person_id)
            for each in here
            if each.stands and str(each.person_id) in known
        ),
        not_asked=frozenset(
            away | {str(each.person_id) for each in here if not each.stands}
        ),
    )


def slots_at(meeting: Meeting, *, people: int) -> int:
    """How many may present, if each comes with one action to report on."""
    shape = format_named(meeting.format)
    here = max(people, shape.least_people)
    script = shape.script(meeting.options)
    fits = plan(script, people=here, booked=meeting.booked_minutes, open_actions=here)
    return fits.slots


def standing_bookings(meetings: Collection[Meeting]) -> list[Booking]:
    """Turns that are offered or taken, in the order in which they were offered."""
    return list(
        Booking.objects.filter(meeting__in=meetings, state__in=Booking.STANDING)
        .select_related("person", "meeting")
        .order_by("meeting__starts_at", "made_at", "person__name")
    )


def open_swaps(person: Person, learning_set: LearningSet) -> list[Swap]:
    """What others ask this person to swap, and what the person has asked."""
    mine = Q(mine__person=person) | Q(theirs__person=person)
    return list(
        Swap.objects.filter(
            mine,
            answered_at__isnull=True,
            mine__state__in=Booking.STANDING,
            theirs__state__in=Booking.STANDING,
            mine__meeting__learning_set=learning_set,
        )
        .select_related(
            "mine__person", "mine__meeting", "theirs__person", "theirs__meeting"
        )
        .order_by("asked_at")
    )
