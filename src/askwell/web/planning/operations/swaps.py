"""Swapping turns by agreement: one asks, the other says yes or no."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice
from askwell.web.planning.models import Booking, Swap
from askwell.web.planning.operations.holding import hold_dates
from askwell.web.planning.operations.turns import note_in_meetings
from askwell.web.planning.refusals import NotPlannedError, Reason


@transaction.atomic
def ask_to_swap(mine: Booking, theirs: Booking, *, by: Person, at: datetime) -> Swap:
    """Ask somebody to present at my meeting, and I at theirs."""
    hold_dates(mine.meeting.learning_set)
    if mine.person_id != by.pk or theirs.person_id == by.pk:
        raise NotPlannedError(Reason.NOT_YOURS)
    _must_be_possible(mine, theirs)
    swap, made = Swap.objects.get_or_create(
        mine=mine, theirs=theirs, answered_at=None, defaults={"asked_at": at}
    )
    if made:
        _tell(swap, Notice.Kind.SWAP_ASKED, person=theirs.person, by=by, at=at)
    return swap


@transaction.atomic
def answer_swap(swap: Swap, *, yes: bool, by: Person, at: datetime) -> None:
    """With a yes both present at each other's meeting, and have said yes to it."""
    hold_dates(swap.mine.meeting.learning_set)
    held = (
        Swap.objects.select_for_update(of=("self",))
        .select_related("mine__meeting", "theirs__meeting")
        .get(pk=swap.pk)
    )
    if held.theirs.person_id != by.pk:
        raise NotPlannedError(Reason.NOT_YOURS)
    if held.answered_at:
        raise NotPlannedError(Reason.ANSWERED)
    asker = held.mine.person
    if yes:
        _must_be_possible(held.mine, held.theirs)
        _change_places(held.mine, held.theirs)
        _settle_what_else_was_asked(held, at=at)
    held.answered_at, held.is_agreed = at, yes
    held.save(update_fields=["answered_at", "is_agreed"])
    _tell(held, Notice.Kind.SWAP_ANSWERED, person=asker, by=by, at=at)


def _must_be_possible(mine: Booking, theirs: Booking) -> None:
    meetings = (mine.meeting, theirs.meeting)
    if mine.meeting.learning_set_id != theirs.meeting.learning_set_id:
        raise NotPlannedError(Reason.NOT_YOURS)
    if not (mine.stands and theirs.stands):
        raise NotPlannedError(Reason.ANSWERED)
    if any(each.opened_at or each.cancelled_at for each in meetings):
        raise NotPlannedError(Reason.BEGUN)
    if _stands_there(mine.person, theirs) or _stands_there(theirs.person, mine):
        raise NotPlannedError(Reason.BOOKED_ALREADY)


def _stands_there(person: Person, at_the_meeting_of: Booking) -> bool:
    return Booking.objects.filter(
        meeting=at_the_meeting_of.meeting, person=person, state__in=Booking.STANDING
    ).exists()


def _change_places(mine: Booking, theirs: Booking) -> None:
    """A turn that one of them had passed on there before is theirs again after all."""
    asker, asked = mine.person, theirs.person
    for booking, newcomer in ((mine, asked), (theirs, asker)):
        passed = Booking.objects.filter(meeting=booking.meeting, person=newcomer)
        passed.delete()
        booking.person, booking.state = newcomer, Booking.State.TAKEN
        booking.save(update_fields=["person", "state"])
    note_in_meetings([mine.meeting_id, theirs.meeting_id])


def _settle_what_else_was_asked(agreed: Swap, *, at: datetime) -> None:
    """These turns have other people now: what was asked about them is over."""
    bookings = (agreed.mine_id, agreed.theirs_id)
    about_them = Q(mine__in=bookings) | Q(theirs__in=bookings)
    others = Swap.objects.filter(about_them, answered_at__isnull=True)
    others.exclude(pk=agreed.pk).update(answered_at=at)


def _tell(
    swap: Swap, kind: Notice.Kind, *, person: Person, by: Person, at: datetime
) -> None:
    set_id = swap.mine.meeting.learning_set_id
    post_notice(
        kind=kind,
        path=f"/sets/{set_id}/turns/",
        person=person,
        by=by,
        at=at,
        set_id=set_id,
    )
