"""Sets with meetings to come, for the tests of planning."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone

from askwell.web.meetings import operations as meetings
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.planning import operations
from askwell.web.planning.models import Series
from askwell.web.programmes.models import LearningSet
from factories import a_person, a_set

NAMES = ("Amara Okafor", "Bea Lind", "Chidi Eze", "Dana Roth", "Eli Sato")


def people(number: int = 5, time_zone: str = "Europe/London") -> list[Person]:
    """Some of the cast, on the same clock."""
    found = [a_person(name) for name in NAMES[:number]]
    Person.objects.filter(pk__in=[each.pk for each in found]).update(
        time_zone=time_zone
    )
    for each in found:
        each.refresh_from_db()
    return found


def a_set_at_home(members: Sequence[Person], **how: object) -> LearningSet:
    """A set whose meetings keep their hour in London."""
    learning_set = a_set(*members, **how)
    learning_set.time_zone = "Europe/London"
    learning_set.save()
    return learning_set


def in_days(number: int) -> datetime:
    """At noon of the universal clock, so many days from now."""
    now = timezone.now().replace(hour=12, minute=0, second=0, microsecond=0)
    return now + timedelta(days=number)


def a_meeting(learning_set: LearningSet, days: int = 10, **how: object) -> Meeting:
    return meetings.schedule(
        learning_set, **{"starts_at": in_days(days), "booked_minutes": 150} | how
    )


def a_series(learning_set: LearningSet, by: Person, **how: object) -> Series:
    return operations.plan_series(
        learning_set,
        **{
            "first": in_days(10),
            "count": 3,
            "every_weeks": 2,
            "minutes": 150,
            "by": by,
            "at": timezone.now(),
        }
        | how,
    )
