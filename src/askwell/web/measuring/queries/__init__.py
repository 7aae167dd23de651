"""Questions about measuring: what a set sees of itself, and a person of themselves."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q, QuerySet

from askwell.insight.metrics import RULES
from askwell.insight.own import OwnCounts
from askwell.insight.tally import Sum
from askwell.web.learning.models import Tried
from askwell.web.measuring.models import Measure, OwnMeasure
from askwell.web.measuring.trying import REVIEWS_TRIED, as_sum
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet


@dataclass(frozen=True, slots=True)
class OfMeeting:
    """What one meeting adds to a metric of its set."""

    at: datetime
    sum: Sum


@dataclass(frozen=True, slots=True)
class Own:
    """What a person did in one meeting."""

    at: datetime
    learning_set_name: str
    counts: OwnCounts


def not_measured() -> QuerySet[Meeting]:
    """Closed meetings that the present rules have not measured as they now are."""
    due = Q(measured__isnull=True) | ~Q(measured__rules=RULES)
    further = ~Q(measured__head=F("head"))
    held = Meeting.objects.held().filter(head__gt=0)
    return held.filter(due | further).order_by("closed_at")


def of_set(learning_set: LearningSet) -> dict[str, list[OfMeeting]]:
    """By metric, the oldest meeting first: for the set alone."""
    found: defaultdict[str, list[OfMeeting]] = defaultdict(list)
    measures = Measure.objects.filter(meeting__learning_set=learning_set)
    for each in measures.select_related("meeting").order_by("meeting__closed_at", "id"):
        found[each.metric].append(OfMeeting(_closed(each.meeting), each.sum))
    tried = Tried.objects.filter(meeting__learning_set=learning_set)
    for answer in tried.order_by("said_at"):
        found[REVIEWS_TRIED].append(OfMeeting(answer.said_at, as_sum(answer)))
    return dict(found)


def own(person: Person, *, newest: int | None = None) -> list[Own]:
    """What somebody did in each of their meetings, the oldest first: for them alone.

    Of the `newest` so many alone, if given.
    """
    rows = OwnMeasure.objects.filter(person=person, meeting__closed_at__isnull=False)
    return [
        Own(
            _closed(each.meeting),
            each.meeting.learning_set.name,
            OwnCounts.from_json(each.counts),
        )
        for each in reversed(
            rows.select_related("meeting__learning_set").order_by(
                "-meeting__closed_at", "-meeting_id"
            )[:newest]
        )
        if each.counts is not None
    ]


def _closed(meeting: Meeting) -> datetime:
    return meeting.closed_at or meeting.starts_at
