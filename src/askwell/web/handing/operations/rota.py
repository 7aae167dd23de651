"""Keeping the rota: filled fairly, passed on, and told in good time."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from askwell.web.handing.models import Duty
from askwell.web.handing.queries.rota import OfMeeting, is_shared, rota
from askwell.web.handing.refusals import Reason, need
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice
from askwell.web.planning.operations.holding import hold_dates
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.operations import follow_rota

IN_GOOD_TIME = timedelta(days=4)


@transaction.atomic
def keep_rota(learning_set: LearningSet, *, at: datetime) -> bool:
    """Name somebody for every turn ahead that has nobody who can; whether it changed.

    Whoever was named stays, unless they cannot come, present, or left the set. Safe to
    call at any time, and by many at once.
    """
    learning_set = hold_dates(learning_set)
    planned = rota(learning_set, at=at)
    changed = _write(learning_set, planned, at=at)
    if planned or changed:
        _let_the_next_meeting_know(learning_set, planned)
    told = sum(_tell(each, at=at) for each in planned)
    return changed or bool(told)


def _write(
    learning_set: LearningSet, planned: Iterable[OfMeeting], *, at: datetime
) -> bool:
    wanted = {
        (each.meeting.pk, turn.number): turn.person
        for each in planned
        for turn in each.turns
        if turn.person
    }
    named = Duty.objects.filter(
        meeting__learning_set=learning_set,
        meeting__opened_at__isnull=True,
        meeting__closed_at__isnull=True,
        state=Duty.State.NAMED,
    )
    stands = {(each.meeting_id, each.number): each for each in named}
    gone = [
        each.pk
        for place, each in stands.items()
        if place not in wanted or wanted[place].pk != each.person_id
    ]
    Duty.objects.filter(pk__in=gone).delete()
    missing = [
        Duty(meeting_id=meeting, number=number, person=person, made_at=at)
        for (meeting, number), person in wanted.items()
        if _is_missing(stands.get((meeting, number)), person)
    ]
    Duty.objects.bulk_create(missing)
    return bool(gone or missing)


def _is_missing(stands: Duty | None, person: Person) -> bool:
    return stands is None or stands.person_id != person.pk


def _let_the_next_meeting_know(
    learning_set: LearningSet, planned: list[OfMeeting]
) -> None:
    """The room’s lobby gives the role to whoever is first on the rota."""
    first = planned[0].turns[0].person if planned else None
    if first is not None or not is_shared(learning_set):
        follow_rota(learning_set, first)


def _tell(planned: OfMeeting, *, at: datetime) -> int:
    """Once to each, some days before: with everything that is to come."""
    if planned.meeting.starts_at > at + IN_GOOD_TIME:
        return 0
    untold = Duty.objects.filter(
        meeting=planned.meeting, state=Duty.State.NAMED, told_at__isnull=True
    )
    people = {each.person for each in untold.select_related("person")}
    untold.update(told_at=at)
    for person in people:
        post_notice(
            kind=Notice.Kind.ROTA,
            path=f"/sets/{planned.meeting.learning_set_id}/handing-over/",
            person=person,
            at=at,
            set_id=planned.meeting.learning_set_id,
            about_at=planned.meeting.starts_at,
        )
    return len(people)


@transaction.atomic
def pass_on(meeting: Meeting, number: int, *, by: Person, at: datetime) -> None:
    """Leave one's turn to the next in line; no reason is asked."""
    learning_set = hold_dates(meeting.learning_set)
    meeting = Meeting.objects.get(pk=meeting.pk)
    need(meeting.opened_at is None, Reason.BEGUN)
    need(_has_turn(learning_set, meeting.pk, number, by, at=at), Reason.NOT_YOUR_TURN)
    Duty.objects.filter(meeting=meeting, person=by).delete()
    Duty.objects.create(
        meeting=meeting, number=number, person=by, state=Duty.State.PASSED, made_at=at
    )
    if learning_set.next_facilitator_id == by.pk:
        follow_rota(learning_set, None)
    keep_rota(learning_set, at=at)


def _has_turn(
    learning_set: LearningSet, meeting: UUID, number: int, by: Person, *, at: datetime
) -> bool:
    return any(
        each.meeting.pk == meeting and turn.number == number and turn.person == by
        for each in rota(learning_set, at=at)
        for turn in each.turns
    )
