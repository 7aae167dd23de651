"""Who learns to facilitate in the demonstration, and what they can show."""

from datetime import datetime

import pytest

from askwell.web.cohorts.models import Place
from askwell.web.cohorts.queries import managed
from askwell.web.demo.people import person
from askwell.web.demo.training import bring_in_training
from askwell.web.feedback.models import Asking, LogEntry, Observation
from askwell.web.passports.models import Badge
from askwell.web.people.models import Notice
from askwell.web.practising.models import Run
from askwell.web.practising.queries.runs import moves_of, played, seats_of
from askwell.web.programmes.models import Belonging, SetMembership
from askwell.web.training.models import Asked, LessonDone
from web.demo.conftest import NOW

pytestmark = pytest.mark.django_db


def test_a_practice_set_is_over_and_another_waits(demonstration: datetime) -> None:
    runs = Run.objects.filter(seats__person=person("Femke"))

    over = [
        played(run, seats_of(run), moves_of(run), now=NOW).over
        for run in runs.order_by("began_at")
    ]

    assert over == [True, False]


def test_a_cohort_shows_one_level_and_no_more(demonstration: datetime) -> None:
    cohort = Place.objects.get(person=person("Femke")).cohort

    rows = managed(cohort, at=NOW).trainees

    assert [(each.place.called, each.stage is not None) for each in rows] == [
        (person("Femke").name, True),
        (person("Meera").name, False),
        (person("Darren").name, False),
    ]


def test_members_have_said_how_it_was(demonstration: datetime) -> None:
    assert LogEntry.objects.filter(person=person("Delroy")).count() == 2
    assert Asking.objects.get().closed_at is not None


def test_two_slots_were_observed_and_a_badge_says_so(demonstration: datetime) -> None:
    seen = Observation.objects.filter(person=person("Delroy"), seen_at__isnull=False)
    badge = Badge.objects.get(person=person("Delroy"))
    watching = SetMembership.objects.get(
        person=person("Tomasz"), belonging=Belonging.OBSERVER
    )

    assert (seen.count(), badge.level) == (2, "L2")
    assert watching.left_at is not None


def test_a_second_loading_adds_nothing_to_it(demonstration: datetime) -> None:
    bring_in_training(at=NOW)

    assert (Run.objects.count(), Place.objects.count()) == (4, 5)
    assert Notice.objects.waiting().count() == 0


def test_what_a_visitor_deleted_does_not_come_back(demonstration: datetime) -> None:
    Run.objects.filter(seats__person=person("Femke")).delete()
    LogEntry.objects.filter(person=person("Delroy")).delete()

    bring_in_training(at=NOW)

    assert (Run.objects.count(), LogEntry.objects.count()) == (2, 0)


def test_some_lessons_are_done_and_some_questions_written(
    demonstration: datetime,
) -> None:
    femke = person("Femke")

    assert LessonDone.objects.filter(person=femke).count() == 4
    assert Asked.objects.filter(person=femke).count() == 3
