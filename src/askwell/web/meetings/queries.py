"""Questions about meetings: whose they are, what came of them, what comes next."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from askwell.process import State
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, SetMembership

# A meeting that nobody opened is still "next" for so long after its time.
LATE = timedelta(hours=4)


def next_meeting(learning_set: LearningSet, *, at: datetime) -> Meeting | None:
    """The one in progress, else the next to come, if there is any."""
    own = Meeting.objects.filter(learning_set=learning_set)
    in_progress = own.in_progress().order_by("starts_at").first()
    if in_progress:
        return in_progress
    coming = own.to_come().filter(starts_at__gt=at - LATE)
    return coming.order_by("starts_at").first()


def meetings_held(learning_set: LearningSet) -> QuerySet[Meeting]:
    """The meetings so far, the newest first."""
    return learning_set.meetings.held().order_by("-closed_at")


def names_in(meeting: Meeting, state: State) -> dict[str, str]:
    """The name of everybody the meeting knows, and of everybody in the set."""
    members = SetMembership.objects.filter(
        learning_set=meeting.learning_set, left_at__isnull=True
    ).values_list("person_id", flat=True)
    known = {UUID(person) for person in (*state.people, *state.joining)}
    people = Person.objects.filter(pk__in=known.union(members))
    return {str(person.pk): str(person) for person in people}
