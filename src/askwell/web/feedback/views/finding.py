"""Finds what an address speaks of; whoever may not read it finds nothing."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from askwell.web.feedback.models import LogEntry, Observation
from askwell.web.feedback.queries.observing import known_to
from askwell.web.feedback.queries.own import reviewable_meetings
from askwell.web.feedback.queries.slots import Looked, look_at
from askwell.web.people.models import Person

READ, BOTH = ["GET", "HEAD"], ["GET", "HEAD", "POST"]


def facilitated(person: Person, meeting_id: UUID) -> Looked:
    """A closed meeting in which they facilitated a slot."""
    meeting = get_object_or_404(reviewable_meetings(person), pk=meeting_id)
    looked = look_at(meeting)
    if looked is None or not looked.led_by(person):
        raise Http404
    return looked


def own_line(person: Person, line_id: UUID) -> LogEntry:
    return get_object_or_404(LogEntry.objects.filter(person=person), pk=line_id)


def known_observation(person: Person, observation_id: UUID) -> Observation:
    return get_object_or_404(known_to(person), pk=observation_id)


def own_observation(person: Person, observation_id: UUID) -> Observation:
    """One about them, signed and opened."""
    rows = known_to(person).filter(
        person=person, signed_at__isnull=False, seen_at__isnull=False
    )
    return get_object_or_404(rows, pk=observation_id)
