"""Programmes with sets that have met, as their managers find them."""

from datetime import timedelta

from django.utils import timezone

from askwell.web.meetings.models import Entry, Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, Programme
from factories import NOON, a_cohort, a_person, a_set, an_enrolment


def a_set_of(
    programme: Programme, *people: Person, attendance: str = "counts", **how: object
) -> LearningSet:
    """A set put together in the programme's first cohort; the first facilitates."""
    cohort = programme.cohorts.first() or a_cohort(programme)
    people = people or (a_person("Amara Okafor"), a_person("Jonas Lindqvist"))
    learning_set = a_set(*people, facilitator=people[0], **how)
    learning_set.cohort, learning_set.attendance = cohort, attendance
    learning_set.save()
    for each in people:
        if not programme.enrolments.filter(person=each).exists():
            an_enrolment(programme, each, cohort=cohort)
    return learning_set


def a_date(learning_set: LearningSet, *, days: int = 7) -> Meeting:
    """A meeting to come."""
    return Meeting.objects.create(
        learning_set=learning_set,
        format="classic_uk",
        booked_minutes=150,
        starts_at=timezone.now() + timedelta(days=days),
    )


def held(learning_set: LearningSet, *came: Person, days: int = 3) -> Meeting:
    """A meeting so many days ago, to which these came."""
    at = timezone.now() - timedelta(days=days)
    meeting = Meeting.objects.create(
        learning_set=learning_set,
        format="classic_uk",
        booked_minutes=150,
        starts_at=at,
        opened_at=at,
        closed_at=at + timedelta(hours=2),
    )
    Entry.objects.bulk_create(
        Entry(meeting=meeting, number=n, kind="Arrived", person=str(one.pk), at=NOON)
        for n, one in enumerate((*came, *came[:1]), 1)
    )
    return meeting
