"""A person's own reviews and practice log."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Q, QuerySet, Sum

from askwell.process.events import Arrived
from askwell.web.feedback.models import LogEntry, Review
from askwell.web.feedback.queries.slots import Looked, looked_at
from askwell.web.meetings.models import Entry, Meeting
from askwell.web.meetings.rules import attended_meetings
from askwell.web.people.models import Person
from askwell.web.programmes.rules import attended_sets

LATELY: Final = 12
LONG_AGO: Final = timedelta(days=400)


def review_of(person: Person, meeting: Meeting) -> Review | None:
    return Review.objects.filter(person=person, meeting=meeting).first()


def reviewable_meetings(person: Person) -> QuerySet[Meeting]:
    """Those whose room they may enter still, and those they have reviewed."""
    mine = Review.objects.filter(person=person)
    theirs = Q(pk__in=mine.values("meeting"))
    still = Q(learning_set__in=attended_sets(person))
    found = Meeting.objects.select_related("learning_set").filter(theirs | still)
    return found.filter(closed_at__isnull=False)


def facilitated_lately(person: Person, *, at: datetime) -> list[Looked]:
    """The last meetings in which they facilitated a slot, the newest first."""
    came = Entry.objects.filter(kind=Arrived.__name__, person=str(person.pk))
    meetings = attended_meetings(person).filter(
        pk__in=came.values("meeting"), closed_at__gt=at - LONG_AGO
    )
    looked = looked_at(meetings.order_by("-closed_at")[:LATELY])
    return [each for each in looked if each.led_by(person)]


@dataclass(frozen=True)
class Line:
    """One line of the log, and the meeting it is about where it is there still."""

    entry: LogEntry
    meeting: Meeting | None


def log_of(person: Person) -> list[Line]:
    """The newest first; two queries however long it is."""
    entries = list(LogEntry.objects.filter(person=person))
    keys = {each.meeting_key for each in entries if each.meeting_key}
    there: dict[UUID, Meeting] = attended_meetings(person).in_bulk(keys) if keys else {}
    return list(_lines(entries, there))


def _lines(entries: list[LogEntry], there: dict[UUID, Meeting]) -> Iterator[Line]:
    for each in entries:
        meeting = there.get(each.meeting_key) if each.meeting_key else None
        yield Line(each, meeting)


def words_in_log(person: Person) -> int:
    counted = LogEntry.objects.filter(person=person).aggregate(Sum("number_of_words"))
    return counted["number_of_words__sum"] or 0
