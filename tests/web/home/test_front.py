"""The front page: one next step, whoever looks."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from askwell.web.meetings.models import Meeting
from askwell.web.surveys.models import Asked, Round
from factories import (
    a_person,
    a_programme,
    a_set,
    an_action,
    everyone_agrees,
    is_in,
    signed_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


def three_others():
    return [a_person(name) for name in ("Jonas", "Mei", "Rashid")]


def a_meeting(learning_set, *, days=3, **how):
    return Meeting.objects.create(
        learning_set=learning_set,
        format="classic_uk",
        booked_minutes=150,
        starts_at=timezone.now() + timedelta(days=days),
        **how,
    )


def front(person) -> str:
    return signed_in(person).get("/").text


class TestVisitors:
    def test_it_says_what_askwell_is(self):
        assert "Help one another think." in Client().get("/").text

    def test_the_demonstration_is_the_next_step_where_there_is_one(self, settings):
        settings.DEMO = True
        assert "Step into the demonstration" in Client().get("/").text

    def test_and_beginning_a_set_where_there_is_none(self, settings):
        settings.DEMO = False
        words = Client().get("/").text

        assert "demonstration" not in words
        assert "Begin a set" in words


class TestTheNextStep:
    def test_is_to_begin_a_set_for_somebody_in_none(self, amara):
        assert "You are in no set yet" in front(amara)

    def test_is_to_read_the_agreement(self, amara):
        a_set(amara, *three_others(), name="Herons")

        assert "Read what Herons agrees" in front(amara)

    def test_is_to_invite_people_to_a_small_set(self, amara):
        a_set(amara, agreed=True, name="Herons")

        assert "Invite people to Herons" in front(amara)

    def test_is_to_arrange_a_meeting(self, amara):
        a_set(amara, *three_others(), agreed=True)

        assert "Arrange the next meeting" in front(amara)

    def test_is_the_next_meeting(self, amara):
        learning_set = a_set(amara, *three_others(), agreed=True)
        meeting = a_meeting(learning_set)

        words = front(amara)

        assert "Next meeting" in words
        assert f"/meetings/{meeting.pk}/" in words

    def test_is_the_meeting_in_progress_before_all_else(self, amara):
        learning_set = a_set(amara, *three_others())
        a_meeting(learning_set, days=-1, opened_at=timezone.now())

        assert "Enter the room" in front(amara)

    def test_is_to_wait_for_a_set_that_was_asked(self, amara):
        a_set(a_person("Jonas"), waiting=[amara], name="Herons")

        assert "Herons has not answered yet" in front(amara)

    def test_is_the_meeting_for_a_guest(self, amara):
        learning_set = a_set(a_person("Jonas"), guests=[amara])
        a_meeting(learning_set, opened_at=timezone.now())

        assert "Enter the room" in front(amara)


class TestWhoeverWaits:
    def test_is_led_to_the_door_of_a_meeting_that_is_on(self, amara):
        learning_set = a_set(a_person("Jonas"), waiting=[amara])
        meeting = a_meeting(learning_set, opened_at=timezone.now())

        assert f"/meetings/{meeting.pk}/" in front(amara)

    def test_is_not_told_when_the_next_one_is(self, amara):
        learning_set = a_set(a_person("Jonas"), waiting=[amara])
        meeting = a_meeting(learning_set)

        assert f"/meetings/{meeting.pk}/" not in front(amara)


def test_a_meeting_of_another_set_is_not_shown(amara):
    a_meeting(a_set(a_person("Jonas"), name="Not hers"))

    assert "Not hers" not in front(amara)


def test_a_meeting_that_is_over_or_long_past_is_not_next(amara):
    learning_set = a_set(amara, *three_others(), agreed=True)
    a_meeting(learning_set, closed_at=timezone.now(), opened_at=timezone.now())
    a_meeting(learning_set, days=-1)

    assert "Arrange the next meeting" in front(amara)


def test_a_set_that_has_ended_says_until_when_to_take_what_is_ones_own(amara):
    learning_set = a_set(amara, agreed=True)
    learning_set.ended_at = timezone.now()
    learning_set.forget_on = date(2031, 3, 14)
    learning_set.save()

    words = front(amara)

    assert "Take what is yours before 14 March 2031." in words
    assert "No meeting arranged yet" not in words


def test_only_ones_own_actions_are_shown(amara):
    jonas = a_person("Jonas")
    learning_set = a_set(amara, jonas)
    an_action(jonas, learning_set, words="Of Jonas")
    an_action(amara, learning_set, words="Of Amara")

    words = front(amara)

    assert "Of Amara" in words
    assert "Of Jonas" not in words


def test_times_are_told_in_ones_own_time_zone(amara):
    amara.time_zone = "Asia/Tokyo"
    amara.save()
    learning_set = a_set(amara, *three_others(), agreed=True)
    starts_at = timezone.now().replace(hour=20, minute=30) + timedelta(days=2)
    a_meeting(learning_set)
    Meeting.objects.update(starts_at=starts_at)

    assert "05:30" in front(amara)


def test_a_round_of_questions_stays_within_reach_behind_the_next_step(amara):
    learning_set = a_set(amara, *three_others())
    round_ = Round.objects.create(programme=a_programme(), begun_at=timezone.now())
    Asked.objects.create(round=round_, person=amara, learning_set=learning_set)

    assert "Answer a few questions of" in front(amara)

    round_.asked.update(has_answered=True)

    assert "Answer a few questions of" not in front(amara)


def queries_of_a_front_with(number: int) -> int:
    """How many questions the database is asked for so many sets."""
    person = a_person()
    for _ in range(number):
        learning_set = a_set(person)
        everyone_agrees(learning_set)
        is_in(learning_set, a_person())
        an_action(person, learning_set)
        a_meeting(learning_set)
    browser = signed_in(person)
    browser.get("/")
    with CaptureQueriesContext(connection) as asked:
        browser.get("/")
    return len(asked)


def test_it_costs_the_same_however_many_sets():
    assert queries_of_a_front_with(1) == queries_of_a_front_with(3)


def test_what_a_set_is_called_that_one_has_left_is_not_told(amara):
    a_set(amara, name="Herons")
    left = a_set(a_person("Ben"), left=[amara], name="Renamed since")
    an_action(amara, left, words="Ask the ward clerks")

    words = front(amara)

    assert "Ask the ward clerks" in words
    assert "Renamed since" not in words
