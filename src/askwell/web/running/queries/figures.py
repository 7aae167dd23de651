"""The figures a sponsor is given: few, frozen for a week, and none of small groups.

A figure that changes from day to day tells who came and who went. So they stand as
they were on Monday, people are counted in fives, and below a certain size nothing is
shown at all.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Q

from askwell.web.enrolments.models import Enrolment
from askwell.web.meetings.models import Meeting
from askwell.web.programmes.models import LearningSet, Programme

FEWEST_PEOPLE, FEWEST_SETS = 10, 3
IN_STEPS_OF = 5


@dataclass(frozen=True)
class Figures:
    """A programme from as far away as its sponsor stands."""

    as_of: datetime
    sets: int | None = None
    """Going on then; None where there are too few of them to be shown."""
    people: int | None = None
    """Taking part then: at least so many."""
    meetings: int | None = None
    """Held by then."""

    @property
    def are_shown(self) -> bool:
        return self.sets is not None


def figures_of(programme: Programme, *, at: datetime) -> Figures:
    """As they were at the beginning of this week."""
    as_of = monday_before(at)
    people = _taking_part(programme, as_of)
    sets = _going_on(programme, as_of)
    if people < FEWEST_PEOPLE or sets < FEWEST_SETS:
        return Figures(as_of)
    return Figures(
        as_of,
        sets=sets,
        people=people - people % IN_STEPS_OF,
        meetings=_held(programme, as_of),
    )


def monday_before(at: datetime) -> datetime:
    """The instant at which the present week began, in UTC."""
    today = at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return today - timedelta(days=today.weekday())


def _taking_part(programme: Programme, as_of: datetime) -> int:
    here = Q(status=Enrolment.Status.JOINED)
    left_since = Q(status=Enrolment.Status.LEFT, left_at__gt=as_of)
    people = Enrolment.objects.filter(
        here | left_since, programme=programme, answered_at__lte=as_of
    )
    return people.count()


def _going_on(programme: Programme, as_of: datetime) -> int:
    sets = LearningSet.objects.filter(
        Q(ended_at__isnull=True) | Q(ended_at__gt=as_of),
        cohort__programme=programme,
        created_at__lte=as_of,
    )
    return sets.count()


def _held(programme: Programme, as_of: datetime) -> int:
    held = Meeting.objects.filter(learning_set__cohort__programme=programme)
    return held.filter(closed_at__lte=as_of).count()
