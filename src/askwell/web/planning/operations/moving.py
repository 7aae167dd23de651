"""Moving, cancelling and calling again: one meeting, or it and the rest of its series.

The rest keeps its rhythm: each is moved by as many days and hours of the home zone's
clocks as the one that was moved.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import transaction

from askwell.web.meetings import operations as meetings
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.planning.models import Reply
from askwell.web.planning.operations.holding import hold_dates
from askwell.web.planning.practice import practice
from askwell.web.planning.queries.rest import rest_of, starts_after
from askwell.web.planning.refusals import NotPlannedError, Reason


@transaction.atomic
def move_on(
    meeting: Meeting,
    *,
    starts_at: datetime,
    booked_minutes: int,
    format_name: str = "",
    link: str | None = None,
    with_the_rest: bool,
    by: Person,
    at: datetime,
) -> list[Meeting]:
    """Change a meeting's time and more, alone or with all that follow in its series."""
    hold_dates(meeting.learning_set)
    if meeting.cancelled_at:
        raise NotPlannedError(Reason.CANCELLED)
    others = rest_of(meeting) if with_the_rest else []
    moved = zip(
        (meeting, *others), starts_after(meeting, others, starts_at), strict=True
    )
    with _said_in_words():
        return [
            _move(
                each,
                starts_at=start,
                booked_minutes=booked_minutes,
                format_name=format_name,
                link=link,
                by=by,
                at=at,
            )
            for each, start in moved
        ]


def _move(meeting: Meeting, *, starts_at: datetime, **rest: Any) -> Meeting:
    """Whoever said whether they come said it of another time, and is asked anew."""
    if starts_at != meeting.starts_at:
        Reply.objects.filter(meeting=meeting).delete()
    return meetings.move(meeting, starts_at=starts_at, **rest)


@transaction.atomic
def call_off(
    meeting: Meeting, *, with_the_rest: bool, by: Person, at: datetime
) -> list[Meeting]:
    """Cancel a meeting, alone or with all that follow in its series."""
    hold_dates(meeting.learning_set)
    others = rest_of(meeting) if with_the_rest else []
    with _said_in_words():
        return [meetings.cancel(each, by=by, at=at) for each in (meeting, *others)]


def take_back(meeting: Meeting, *, by: Person, at: datetime) -> Meeting:
    """Call a cancelled meeting again, at the time it had."""
    with _said_in_words():
        return meetings.call_again(meeting, by=by, at=at)


def hold_shorter(meeting: Meeting, *, people: int, by: Person, at: datetime) -> Meeting:
    """Hold a meeting with few people as one practice slot, in a format that fits."""
    if meeting.cancelled_at:
        raise NotPlannedError(Reason.CANCELLED)
    short = practice(meeting.format, people=people)
    with _said_in_words():
        return meetings.move(
            meeting,
            starts_at=meeting.starts_at,
            booked_minutes=min(short.minutes, meeting.booked_minutes),
            format_name=short.format,
            by=by,
            at=at,
        )


@contextmanager
def _said_in_words() -> Iterator[None]:
    """Turn what the meeting refuses into what the page can say."""
    try:
        yield
    except meetings.TooLateError as refused:
        reason = Reason.BEGUN if refused.has_begun else Reason.PAST
        raise NotPlannedError(reason) from refused
