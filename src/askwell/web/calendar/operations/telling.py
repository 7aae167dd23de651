"""Telling calendars: of what is new, of what moved, and of what no longer holds."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.web.calendar.models import Told
from askwell.web.calendar.queries.telling import (
    ahead,
    meetings_to_tell_of,
    people_coming_to,
)
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notices
from askwell.web.programmes.models import LearningSet

# Whatever more there is waits for the next call.
AT_A_TIME = 200


def tell_all(*, at: datetime, learning_set: LearningSet | None = None) -> int:
    """Tell every calendar, or those of one set, what it does not know yet.

    Reads what is so, not what happened: whatever was cut off is made up for by the
    next call, and what has been told is not told again.
    """
    waiting = meetings_to_tell_of(at=at)
    if learning_set is not None:
        waiting = waiting.filter(learning_set=learning_set)
    keys: list[UUID] = list(waiting.values_list("pk", flat=True)[:AT_A_TIME])
    return sum(tell_of(meeting, at=at) for meeting in keys)


@transaction.atomic
def tell_of(meeting_id: UUID, *, at: datetime) -> int:
    """Post what each calendar does not know yet of one meeting; say how much.

    The meeting is locked meanwhile, so that two workers do not tell the same.
    """
    held = ahead(at=at).filter(pk=meeting_id).select_for_update(of=("self",))
    meeting = held.select_related("learning_set").first()
    if meeting is None:
        return 0
    told = _told_of(meeting)
    coming = {one.pk: one for one in people_coming_to(meeting, at=at)}
    holding = {key for key, one in told.items() if not one.is_off}
    moved = {key for key in holding if told[key].seen != meeting.sequence}
    gone = {key: told[key].person for key in holding - coming.keys()}
    kind = Notice.Kind
    return sum(
        (
            _tell(meeting, _but(coming, holding), kind.CONVENED, told, at=at),
            _tell(meeting, _only(coming, moved), kind.MOVED, told, at=at),
            _tell(meeting, list(gone.values()), kind.CANCELLED, told, at=at),
        )
    )


def _told_of(meeting: Meeting) -> dict[UUID, Told]:
    rows = Told.objects.filter(meeting=meeting).select_related("person")
    return {one.person_id: one for one in rows}


def _only(people: Mapping[UUID, Person], keys: set[UUID]) -> list[Person]:
    return [one for key, one in people.items() if key in keys]


def _but(people: Mapping[UUID, Person], keys: set[UUID]) -> list[Person]:
    return [one for key, one in people.items() if key not in keys]


def _tell(
    meeting: Meeting,
    people: list[Person],
    kind: Notice.Kind,
    told: Mapping[UUID, Told],
    *,
    at: datetime,
) -> int:
    """One batch of notices; whoever called the meeting is told like everybody."""
    theirs = _is_still_theirs(meeting, kind)
    notices = post_notices(
        people,
        kind=kind,
        path=f"/meetings/{meeting.pk}/" if theirs else "/",
        at=at,
        set_id=meeting.learning_set_id if theirs else None,
        about_at=meeting.starts_at,
    )
    rows = [
        _row(meeting, person, notice, told, at=at)
        for person, notice in zip(people, notices, strict=True)
    ]
    Told.objects.bulk_create([one for one in rows if one.person_id not in told])
    Told.objects.bulk_update(
        [one for one in rows if one.person_id in told],
        ["sequence", "seen", "is_off", "told_at", "notice"],
    )
    return len(notices)


def _is_still_theirs(meeting: Meeting, kind: Notice.Kind) -> bool:
    """Who has left hears of it alone, and finds no page of the set behind it."""
    return kind != Notice.Kind.CANCELLED or meeting.cancelled_at is not None


def _row(
    meeting: Meeting,
    person: Person,
    notice: Notice,
    told: Mapping[UUID, Told],
    *,
    at: datetime,
) -> Told:
    """What the calendar knows now; its own number rises with every word to it."""
    known = told.get(person.pk)
    row = known or Told(meeting=meeting, person=person)
    row.sequence = max(row.sequence + 1 if known else 0, meeting.sequence)
    row.seen = meeting.sequence
    row.is_off = notice.kind == Notice.Kind.CANCELLED
    row.told_at = at
    row.notice = notice
    return row
