"""Keeping the rota: filled fairly, passed on, and told in good time."""

from collections.abc import Iterable, Mapping
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


def keep_rota(learning_set: LearningSet, *, at: datetime) -> bool:
    """Name somebody for every turn ahead that has nobody who can; whether it changed.

    Whoever was named stays, unless they cannot come, present, or left the set. Safe to
    call at any time, and by many at once; where nothing is to be done, nothing is held.
    """
    planned = rota(learning_set, at=at)
    if _is_settled(learning_set, planned, at=at):
        return False
    return _keep(learning_set, at=at)


@transaction.atomic
def _keep(learning_set: LearningSet, *, at: datetime) -> bool:
    learning_set = hold_dates(learning_set)
    planned = rota(learning_set, at=at)
    stands, wanted = _stands(learning_set), _wanted(planned)
    gone = [each.pk for place, each in stands.items() if _is_gone(each, wanted, place)]
    missing = [
        Duty(meeting_id=place[0], number=place[1], person=person, made_at=at)
        for place, person in wanted.items()
        if place not in stands or stands[place].pk in gone
    ]
    if _is_for_the_lobby(learning_set, planned):
        follow_rota(learning_set, _first(planned))
    Duty.objects.filter(pk__in=gone).delete()
    Duty.objects.bulk_create(missing)
    _mark_lobby(learning_set, planned)
    _write_on_meetings(learning_set, planned)
    told = sum(_tell(each, at=at) for each in planned)
    return bool(gone or missing or told)


Place = tuple[UUID, int]


def _stands(learning_set: LearningSet) -> dict[Place, Duty]:
    named = Duty.objects.filter(
        meeting__learning_set=learning_set,
        meeting__opened_at__isnull=True,
        meeting__closed_at__isnull=True,
        state=Duty.State.NAMED,
    )
    return {(each.meeting_id, each.number): each for each in named}


def _wanted(planned: Iterable[OfMeeting]) -> dict[Place, Person]:
    return {
        (each.meeting.pk, turn.number): turn.person
        for each in planned
        for turn in each.turns
        if turn.person
    }


def _is_gone(duty: Duty, wanted: Mapping[Place, Person], place: Place) -> bool:
    return place not in wanted or wanted[place].pk != duty.person_id


def _is_settled(
    learning_set: LearningSet, planned: list[OfMeeting], *, at: datetime
) -> bool:
    stands, wanted = _stands(learning_set), _wanted(planned)
    soon = {each.meeting.pk for each in planned if _is_soon(each, at=at)}
    untold = any(
        each.told_at is None and each.meeting_id in soon for each in stands.values()
    )
    named = {place: each.person_id for place, each in stands.items()}
    same = named == {place: person.pk for place, person in wanted.items()}
    known = _is_marked(stands, planned) and _is_written(learning_set, planned)
    return same and known and not (untold or _is_for_the_lobby(learning_set, planned))


def _first(planned: list[OfMeeting]) -> Person | None:
    return planned[0].turns[0].person if planned else None


def _is_for_the_lobby(learning_set: LearningSet, planned: list[OfMeeting]) -> bool:
    """Whether the next meeting has yet to learn who is first on the rota.

    A set that is led again has nobody named by the rota any more; who was named there
    by hand is not the rota’s to change.
    """
    if not is_shared(learning_set):
        named = _stands(learning_set).values()
        return any(each.person_id == learning_set.next_facilitator_id for each in named)
    first = _first(planned)
    return first is not None and first.pk != learning_set.next_facilitator_id


def _mark_lobby(learning_set: LearningSet, planned: list[OfMeeting]) -> None:
    """Of all turns, the next is the one that the room knows of."""
    ours = Duty.objects.filter(meeting__learning_set=learning_set)
    ours.filter(in_lobby=True).update(in_lobby=False)
    if planned:
        first = ours.filter(meeting=planned[0].meeting, number=1)
        first.filter(state=Duty.State.NAMED).update(in_lobby=True)


def _is_marked(stands: Mapping[Place, Duty], planned: list[OfMeeting]) -> bool:
    marked = [place for place, each in stands.items() if each.in_lobby]
    first = [(each.meeting.pk, 1) for each in planned[:1] if each.turns[0].person]
    return marked == first


def _write_on_meetings(learning_set: LearningSet, planned: list[OfMeeting]) -> None:
    """The room of each meeting reads there who facilitates which slot."""
    shared = {each.meeting.pk: each.names for each in planned}
    for meeting in _unopened(learning_set):
        rota = shared.get(meeting.pk, [])
        if meeting.rota != rota:
            Meeting.objects.filter(pk=meeting.pk).update(rota=rota)


def _unopened(learning_set: LearningSet) -> list[Meeting]:
    to_come = learning_set.meetings.filter(opened_at__isnull=True)
    return list(to_come.filter(closed_at__isnull=True))


def _is_written(learning_set: LearningSet, planned: list[OfMeeting]) -> bool:
    """Most often nothing is: then no meeting is looked at one by one."""
    on_meetings = {each.meeting.pk: each.meeting.rota for each in planned}
    others = learning_set.meetings.to_come().exclude(pk__in=on_meetings)
    same = on_meetings == {each.meeting.pk: each.names for each in planned}
    return same and not others.exclude(rota=[]).exists()


def _is_soon(planned: OfMeeting, *, at: datetime) -> bool:
    return planned.meeting.starts_at <= at + IN_GOOD_TIME


def _tell(planned: OfMeeting, *, at: datetime) -> int:
    """Once to each, some days before: with everything that is to come."""
    if not _is_soon(planned, at=at):
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
