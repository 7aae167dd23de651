"""Sharing out the turns to present: offered, taken, passed on, given back."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notices
from askwell.web.planning.models import Booking
from askwell.web.planning.operations.holding import hold_dates
from askwell.web.planning.queries.turns import Rota, rota
from askwell.web.planning.refusals import NotPlannedError, Reason
from askwell.web.planning.turns import shared_out
from askwell.web.programmes.models import LearningSet


@transaction.atomic
def offer_turns(
    learning_set: LearningSet,
    *,
    at: datetime,
    only: Collection[UUID] | None = None,
) -> list[Booking]:
    """Offer every free turn at the meetings to come, or at some of them.

    What is booked stays as it is; turns of those who have left the set are free again.
    """
    hold_dates(learning_set)
    known = rota(learning_set, at=at)
    _free_the_turns_of_leavers(known)
    offers = shared_out(known.sittings, known.people, seed=known.seed)
    offered = [
        _offer(UUID(meeting), UUID(person), at=at)
        for meeting, people in offers.items()
        for person in people
        if only is None or UUID(meeting) in only
    ]
    note_in_meetings([UUID(each.key) for each in known.sittings])
    return offered


def _free_the_turns_of_leavers(known: Rota) -> None:
    booked = Booking.objects.filter(
        meeting__in=[UUID(each.key) for each in known.sittings]
    )
    booked.exclude(person__in=[UUID(each) for each in known.people]).delete()


def _offer(meeting: UUID, person: UUID, *, at: datetime) -> Booking:
    return Booking.objects.create(meeting_id=meeting, person_id=person, made_at=at)


@transaction.atomic
def take_turn(booking: Booking, *, by: Person) -> None:
    """Say yes to a turn that was offered."""
    hold_dates(booking.meeting.learning_set)
    held = _own(booking, by)
    held.state = Booking.State.TAKEN
    held.save(update_fields=["state"])


@transaction.atomic
def pass_on(booking: Booking, *, by: Person, at: datetime) -> None:
    """Leave a turn to the next in line, without a reason; one's place stays."""
    hold_dates(booking.meeting.learning_set)
    held = _own(booking, by)
    held.state = Booking.State.PASSED
    held.save(update_fields=["state"])
    refill(held.meeting.learning_set, [held.meeting_id], by=by, at=at)


def _own(booking: Booking, by: Person) -> Booking:
    held = (
        Booking.objects.select_for_update(of=("self",))
        .select_related("meeting")
        .get(pk=booking.pk)
    )
    if held.person_id != by.pk or not held.stands:
        raise NotPlannedError(Reason.NOT_YOURS)
    if held.meeting.opened_at:
        raise NotPlannedError(Reason.BEGUN)
    return held


def note_in_meetings(meetings: Iterable[UUID]) -> None:
    """Let the meetings themselves know who presents, for their lobby and order."""
    for meeting in Meeting.objects.filter(pk__in=list(meetings)):
        standing = meeting.bookings.filter(state__in=Booking.STANDING)
        people = standing.order_by("made_at", "pk").values_list("person_id", flat=True)
        booked = [str(person) for person in people]
        if booked != meeting.booked:
            meeting.booked = booked
            meeting.save(update_fields=["booked"])


def release(meeting: Meeting, person: Person) -> bool:
    """Whoever cannot come has no turn there; whether they had one."""
    booked = Booking.objects.filter(meeting=meeting, person=person)
    stood = booked.filter(state__in=Booking.STANDING)
    deleted, _each = stood.delete()
    return bool(deleted)


def refill(
    learning_set: LearningSet,
    meetings: Collection[UUID],
    *,
    at: datetime,
    by: Person | None = None,
) -> None:
    """Offer what has become free at these meetings, and tell whoever is offered it."""
    for booking in offer_turns(learning_set, at=at, only=meetings):
        post_notices(
            [booking.person],
            kind=Notice.Kind.PRESENTING,
            path=f"/meetings/{booking.meeting_id}/reply/",
            by=by,
            at=at,
            set_id=learning_set.pk,
            about_at=booking.meeting.starts_at,
        )
