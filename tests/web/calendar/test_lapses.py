"""A set that stops meeting is noticed kindly, once, and shown three ways on."""

from datetime import timedelta

import pytest
from django.urls import reverse

from askwell.web.calendar.models import Lapse
from askwell.web.calendar.queries.lapses import lapse_of
from askwell.web.calendar.tasks import notice_lapses
from askwell.web.meetings import operations as meetings
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice
from askwell.web.planning.models import Series
from factories import NOON, a_person, a_set, everyone_agrees, is_in, signed_in

pytestmark = pytest.mark.django_db

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def jonas():
    return a_person("Jonas Lindqvist")


@pytest.fixture
def learning_set(amara, jonas):
    """Begun by Amara at noon."""
    return a_set(amara, jonas)


def planned(learning_set, starts_at):
    return meetings.schedule(learning_set, starts_at=starts_at, booked_minutes=90)


def held(learning_set, starts_at):
    meeting = planned(learning_set, starts_at)
    meeting.opened_at, meeting.closed_at = starts_at, starts_at + timedelta(hours=2)
    meeting.save()
    return meeting


def told(*, at):
    before = set(Notice.objects.values_list("pk", flat=True))
    notice_lapses(at=at)
    posted = Notice.objects.exclude(pk__in=before)
    return sorted(posted.values_list("person__name", "kind"))


LAPSED = [("Amara Okafor", Notice.Kind.LAPSED)]


class TestNoticing:
    def test_two_missed_meetings_are_a_lapse(self, learning_set):
        for weeks in (1, 2, 9):
            planned(learning_set, NOON + weeks * WEEK)

        assert told(at=NOON + 2 * WEEK) == []
        assert told(at=NOON + 2 * WEEK + DAY + timedelta(minutes=1)) == LAPSED

    def test_one_missed_meeting_is_none(self, learning_set):
        planned(learning_set, NOON + 1 * WEEK)
        planned(learning_set, NOON + 9 * WEEK)

        assert told(at=NOON + 8 * WEEK) == []

    def test_a_meeting_cancelled_was_not_missed(self, amara, learning_set):
        for weeks in (1, 2):
            meeting = planned(learning_set, NOON + weeks * WEEK)
            meetings.cancel(meeting, by=amara, at=NOON)
        planned(learning_set, NOON + 9 * WEEK)

        assert told(at=NOON + 3 * WEEK) == []

    def test_what_was_missed_before_the_last_meeting_is_forgotten(self, learning_set):
        planned(learning_set, NOON + 1 * WEEK)
        held(learning_set, NOON + 2 * WEEK)
        planned(learning_set, NOON + 3 * WEEK)
        planned(learning_set, NOON + 9 * WEEK)

        assert told(at=NOON + 4 * WEEK) == []

    def test_with_nothing_planned_ten_weeks_are_a_lapse(self, learning_set):
        held(learning_set, NOON)

        assert told(at=NOON + 10 * WEEK) == []
        assert told(at=NOON + 10 * WEEK + DAY) == LAPSED

    def test_a_set_that_meets_more_often_is_asked_sooner(self, amara, learning_set):
        Series.objects.create(
            learning_set=learning_set, time_zone="UTC", every_weeks=2, made_by=amara
        )
        held(learning_set, NOON)

        assert told(at=NOON + 4 * WEEK) == []
        assert told(at=NOON + 4 * WEEK + DAY) == LAPSED

    def test_a_set_that_never_met_is_asked_as_well(self, learning_set):
        assert told(at=NOON + 10 * WEEK + DAY) == LAPSED

    def test_a_date_ahead_is_enough(self, learning_set):
        planned(learning_set, NOON + 20 * WEEK)

        assert told(at=NOON + 15 * WEEK) == []

    def test_a_meeting_that_is_on_is_enough(self, learning_set):
        meeting = planned(learning_set, NOON + 20 * WEEK)
        meeting.opened_at = meeting.starts_at
        meeting.save()

        assert told(at=NOON + 21 * WEEK) == []

    def test_a_set_that_ended_rests_in_peace(self, learning_set):
        learning_set.ended_at = NOON
        learning_set.save()

        assert told(at=NOON + 20 * WEEK) == []

    def test_one_person_alone_is_not_a_set_yet(self, amara):
        a_set(amara)

        assert told(at=NOON + 20 * WEEK) == []

    def test_it_is_said_once_for_each_time_a_set_stops(self, learning_set):
        assert told(at=NOON + 11 * WEEK) == LAPSED
        assert told(at=NOON + 30 * WEEK) == []

        held(learning_set, NOON + 31 * WEEK)

        assert told(at=NOON + 32 * WEEK) == []
        assert told(at=NOON + 42 * WEEK) == LAPSED

    def test_looking_costs_one_query(self, learning_set, django_assert_num_queries):
        a_set(a_person(), a_person())
        told(at=NOON + 11 * WEEK)

        with django_assert_num_queries(1):
            assert notice_lapses(at=NOON + 12 * WEEK) == 0


class TestWhoIsTold:
    @pytest.fixture(autouse=True)
    def lapsed(self, learning_set):
        self.learning_set = learning_set

    def names(self):
        return [name for name, _kind in told(at=NOON + 11 * WEEK)]

    def test_those_who_facilitate(self):
        is_in(self.learning_set, a_person("Mei Tanaka"), is_facilitator=True)

        assert self.names() == ["Mei Tanaka"]

    def test_else_the_host(self, jonas):
        self.learning_set.memberships.filter(person=jonas).update(is_host=True)

        assert self.names() == ["Jonas Lindqvist"]

    def test_else_whoever_began_the_set(self):
        assert self.names() == ["Amara Okafor"]

    def test_else_whoever_came_first(self, amara):
        is_in(self.learning_set, a_person("Mei Tanaka"), joined_at=NOON + DAY)
        here = self.learning_set.memberships
        here.filter(person=amara).update(left_at=NOON + DAY)

        assert self.names() == ["Jonas Lindqvist"]


class TestPage:
    @pytest.fixture(autouse=True)
    def lapse(self, learning_set):
        """Amara's set met long ago; the clock on the wall is the real one."""
        return Lapse.objects.create(learning_set=learning_set, since=NOON)

    def act(self, person, name, learning_set, form=None):
        address = reverse(f"calendar:{name}", args=[learning_set.pk])
        browser = signed_in(person)
        return browser.get(address) if form is None else browser.post(address, form)

    def test_it_shows_three_ways_on(self, jonas, learning_set):
        page = self.act(jonas, "lapsed", learning_set)

        for way in ("polls/new/", "lapsed/meeting/", "ending/", "lapsed/quiet/"):
            assert f"/sets/{learning_set.pk}/{way}" in page.text

    def test_it_proposes_the_weekday_and_hour_of_the_last_meeting(
        self, jonas, learning_set
    ):
        """They met on a Tuesday at noon; the next but one Tuesday is proposed."""
        held(learning_set, NOON - 9 * WEEK)

        page = self.act(jonas, "lapsed", learning_set)

        form = page.context["form"]
        assert form.initial["day"].weekday() == NOON.weekday()
        assert form.initial["time"].hour == 12

    def test_one_short_meeting_is_called_from_it(self, jonas, learning_set):
        answer = self.act(
            jonas,
            "lapsed_meeting",
            learning_set,
            {"day": "2097-05-03", "time": "14:00"},
        )

        meeting = Meeting.objects.get()
        assert answer.url == f"/meetings/{meeting.pk}/"
        assert (meeting.format, meeting.booked_minutes) == ("virtual_60", 60)
        assert meeting.changed_by == jonas

    def test_a_time_that_is_past_is_refused_in_place(self, jonas, learning_set):
        form = {"day": "2020-05-03", "time": "14:00"}

        page = self.act(jonas, "lapsed_meeting", learning_set, form)

        assert page.status_code == 422
        assert "That is past. Choose a time to come." in page.text

    def test_until_then_it_is_the_next_step_on_the_front_page(
        self, jonas, learning_set
    ):
        everyone_agrees(learning_set)
        words = f"Find a way on for {learning_set.name}"

        assert words in signed_in(jonas).get("/").text

        self.act(jonas, "lapsed_quiet", learning_set, {})
        assert words not in signed_in(jonas).get("/").text

    def test_not_now_quiets_it(self, jonas, learning_set):
        answer = self.act(jonas, "lapsed_quiet", learning_set, {})

        assert answer.url == learning_set.get_absolute_url()
        assert self.act(jonas, "lapsed", learning_set).status_code == 302

    def test_a_new_date_answers_it(self, lapse, learning_set):
        later = lapse.noticed_at + WEEK

        planned(learning_set, later)

        assert lapse_of(learning_set, at=lapse.noticed_at) is None
        assert lapse_of(learning_set, at=later + 2 * DAY) == lapse

    def test_meeting_again_answers_it(self, lapse, learning_set):
        held(learning_set, lapse.noticed_at + DAY)

        assert lapse_of(learning_set, at=lapse.noticed_at + 2 * DAY) is None
