"""What a person has to show: from their meetings, their sets and their own word."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from askwell.facilitation.evidence import Evidence, Item
from askwell.process.events import Arrived
from askwell.process.formats.shape import Counting
from askwell.web.meetings.models import Entry
from askwell.web.passports.models import Facilitated, Learned, Supervision
from askwell.web.people.models import Person


def evidence(person: Person) -> Iterator[Item]:
    """Three queries."""
    yield from _facilitated(person)
    yield from _supervision(person)
    yield from _learned(person)


def _facilitated(person: Person) -> Iterator[Item]:
    """What is not action learning is kept, and counts for no level (INV-27)."""
    rows = Facilitated.objects.filter(
        person=person, left_out=False, counting=Counting.ACTION_LEARNING.value
    )
    for row in rows.order_by("at"):
        meeting, learning_set = str(row.meeting_key), str(row.set_key)
        yield Item(kind=Evidence.MEETING, at=row.at, about=meeting)
        yield Item(kind=Evidence.LEARNING_SET, at=row.at, about=learning_set)
        hours = row.minutes / 60
        yield Item(kind=Evidence.HOUR, at=row.at, amount=hours, about=meeting)


def _supervision(person: Person) -> Iterator[Item]:
    """Closed meetings they came to, of sets that they marked as for supervision."""
    marked = Supervision.objects.filter(person=person)
    came = Entry.objects.filter(
        kind=Arrived.__name__,
        person=str(person.pk),
        meeting__learning_set__in=marked.values("learning_set"),
        meeting__closed_at__isnull=False,
    )
    found = came.values_list("meeting_id", "meeting__closed_at").distinct()
    for meeting, closed_at in found.order_by("meeting__closed_at"):
        if closed_at:
            yield Item(kind=Evidence.SUPERVISION, at=closed_at, about=str(meeting))


def _learned(person: Person) -> Iterator[Item]:
    """From the beginning of the day that was given."""
    rows = Learned.objects.filter(person=person).defer("what").order_by("on")
    for row in rows:
        at = datetime.combine(row.on, time.min, tzinfo=UTC)
        hours = float(row.hours)
        yield Item(kind=Evidence.CPD_HOUR, at=at, amount=hours, about=str(row.pk))
