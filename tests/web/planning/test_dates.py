"""The page of dates, and several meetings planned at once."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from askwell.web.meetings import operations as meetings
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.planning import queries
from askwell.web.planning.models import Booking, Reply
from factories import is_in, signed_in
from web.planning.plans import a_meeting, a_series, a_set_at_home, in_days, people

pytestmark = pytest.mark.django_db


def dates_of(learning_set):
    return reverse("planning:dates", args=[learning_set.pk])


def test_an_empty_page_says_how_meetings_come_about():
    amara, *_others = people()
    learning_set = a_set_at_home([amara])

    page = signed_in(amara).get(dates_of(learning_set)).text

    assert "No meeting is planned" in page
    assert reverse("planning:series", args=[learning_set.pk]) in page
    assert reverse("planning:poll_new", args=[learning_set.pk]) in page
    assert reverse("meetings:new", args=[learning_set.pk]) in page


def test_each_meeting_shows_who_comes_and_who_presents():
    amara, bea, chidi, *others = people()
    learning_set = a_set_at_home([amara, bea, chidi, *others])
    meeting = a_meeting(learning_set)
    Reply.objects.create(meeting=meeting, person=bea, is_coming=True)
    Reply.objects.create(meeting=meeting, person=chidi, is_coming=False)
    Booking.objects.create(meeting=meeting, person=bea)

    page = signed_in(amara).get(dates_of(learning_set)).text

    assert "Coming: Bea Lind" in page
    assert "Cannot come: Chidi Eze" in page
    assert "3 have not said yet." in page
    assert "presenting: Bea Lind" in page


def test_whoever_lives_elsewhere_sees_both_clocks():
    amara, kenji = people(2)
    Person.objects.filter(pk=kenji.pk).update(time_zone="Asia/Tokyo")
    learning_set = a_set_at_home([amara, kenji])
    meeting = a_meeting(learning_set)

    away = signed_in(kenji).get(dates_of(learning_set)).text
    home = signed_in(amara).get(dates_of(learning_set)).text

    for zone in ("Asia/Tokyo", "Europe/London"):
        assert f"{meeting.starts_at.astimezone(ZoneInfo(zone)):%H:%M}" in away
    assert "In London:" in away
    assert "In London:" not in home


def test_whose_hour_is_a_burden_is_said_of_everyone():
    amara, bea = people(2)
    Person.objects.filter(pk=bea.pk).update(time_zone="America/Los_Angeles")
    learning_set = a_set_at_home([amara, bea])
    a_meeting(learning_set)

    page = signed_in(amara).get(dates_of(learning_set)).text

    assert "One meeting is outside 8 to 19 hours for them" in page


def test_a_page_of_many_dates_asks_no_more_of_the_database_than_of_one():
    amara, bea, *others = people()
    learning_set = a_set_at_home([amara, bea, *others])
    browser = signed_in(amara)

    counts = []
    for more in (1, 2):
        for _each in range(more):
            series = a_series(learning_set, amara, count=2)
            for occurrence in series.occurrences.all():
                meeting = occurrence.meeting
                Reply.objects.create(meeting=meeting, person=bea, is_coming=True)
                Booking.objects.create(meeting=meeting, person=bea)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            browser.get(dates_of(learning_set))
        counts.append(len(asked))

    assert counts == [counts[0], counts[0]]


def test_a_guest_is_among_those_who_come():
    amara, bea = people(2)
    learning_set = a_set_at_home([amara], guests=[bea])
    meeting = a_meeting(learning_set)

    browser = signed_in(bea)
    answer = browser.post(
        reverse("planning:reply", args=[meeting.pk]), {"reply": "yes", "from": "dates"}
    )

    assert answer.url == reverse("planning:reply", args=[meeting.pk])
    (coming,) = queries.upcoming(learning_set, at=in_days(0))
    assert coming.coming == [bea]
    assert coming.possible == 1


def test_a_guest_is_expected_at_the_first_meeting_after_they_came_alone():
    amara, bea = people(2)
    learning_set = a_set_at_home([amara], guests=[bea])
    a_meeting(learning_set, days=3)
    a_meeting(learning_set, days=30)

    first, second = queries.upcoming(learning_set, at=in_days(0))

    assert first.silent == [amara, bea]
    assert second.silent == [amara]


def test_a_guest_of_a_meeting_that_is_on_is_expected_at_no_other():
    amara, bea = people(2)
    learning_set = a_set_at_home([amara], guests=[bea])
    a_meeting(learning_set, days=3)
    Meeting.objects.create(
        learning_set=learning_set,
        format="classic_uk",
        booked_minutes=90,
        starts_at=in_days(0),
        opened_at=in_days(0),
    )

    (coming,) = queries.upcoming(learning_set, at=in_days(1))

    assert coming.silent == [amara]


class TestTooFew:
    def seen(self, learning_set, *, at=None):
        (coming,) = queries.upcoming(learning_set, at=in_days(-1))
        return coming, coming.has_too_few(at=at or in_days(0))

    @pytest.mark.parametrize(("absent", "too_few"), [(1, False), (2, True)])
    def test_a_set_of_five_can_do_without_one(self, absent, too_few):
        members = people()
        learning_set = a_set_at_home(members)
        meeting = a_meeting(learning_set)
        for each in members[:absent]:
            Reply.objects.create(meeting=meeting, person=each, is_coming=False)

        coming, has_too_few = self.seen(learning_set)

        assert has_too_few == too_few
        assert coming.possible == 5 - absent

    @pytest.mark.parametrize(("days", "too_few"), [(-10, False), (-2, True)])
    def test_a_set_that_is_still_too_small_is_told_two_days_before(self, days, too_few):
        learning_set = a_set_at_home(people(3))
        meeting = a_meeting(learning_set)

        _coming, has_too_few = self.seen(
            learning_set, at=meeting.starts_at + timedelta(days=days)
        )

        assert has_too_few == too_few

    def test_a_guest_is_no_member(self):
        *members, guest = people()
        learning_set = a_set_at_home(members, guests=[guest])
        meeting = a_meeting(learning_set)
        Reply.objects.create(meeting=meeting, person=members[0], is_coming=False)

        _coming, has_too_few = self.seen(learning_set)

        assert has_too_few

    def test_a_facilitator_from_outside_is_no_member(self):
        *members, coach = people()
        learning_set = a_set_at_home(members)
        is_in(learning_set, coach, belonging="facilitator", is_facilitator=True)
        meeting = a_meeting(learning_set)
        Reply.objects.create(meeting=meeting, person=members[0], is_coming=False)

        _coming, has_too_few = self.seen(learning_set)

        assert has_too_few

    def test_the_page_offers_three_ways_on(self):
        amara, bea, *others = people()
        learning_set = a_set_at_home([amara, bea, *others])
        meeting = a_meeting(learning_set)
        for each in (amara, bea):
            Reply.objects.create(meeting=meeting, person=each, is_coming=False)

        page = signed_in(amara).get(dates_of(learning_set)).text

        assert "Too few for a set meeting" in page
        for name in ("time", "practice", "cancellation"):
            assert reverse(f"planning:{name}", args=[meeting.pk]) in page

    def test_a_practice_slot_is_shorter_and_meant_for_so_few(self):
        members = people()
        learning_set = a_set_at_home(members)
        meeting = a_meeting(learning_set, booked_minutes=180)
        for each in members[:2]:
            Reply.objects.create(meeting=meeting, person=each, is_coming=False)

        signed_in(members[0]).post(reverse("planning:practice", args=[meeting.pk]))

        meeting.refresh_from_db()
        coming, _too_few = self.seen(learning_set)
        assert meeting.booked_minutes < 180
        assert meeting.sequence == 1
        assert coming.is_a_practice


class TestSeries:
    def form(self, learning_set, **typed):
        return {
            "day": f"{in_days(14):%Y-%m-%d}",
            "time": "10:00",
            "booked_minutes": "150",
            "count": "4",
            "every_weeks": "3",
            "home_zone": "Europe/London",
            **typed,
        }

    def test_the_dates_are_seen_before_they_are_fixed(self):
        amara, *_others = people()
        learning_set = a_set_at_home([amara])
        address = reverse("planning:series", args=[learning_set.pk])
        browser = signed_in(amara)

        shown = browser.post(address, self.form(learning_set))

        assert "Look at these dates first" in shown.text
        assert not Meeting.objects.exists()
        done = browser.post(
            address, self.form(learning_set, seen=shown.context["fingerprint"])
        )
        assert done.url == dates_of(learning_set)
        assert Meeting.objects.count() == 4

    def test_other_dates_than_those_seen_are_shown_first(self):
        amara, *_others = people()
        learning_set = a_set_at_home([amara])
        address = reverse("planning:series", args=[learning_set.pk])
        browser = signed_in(amara)
        shown = browser.post(address, self.form(learning_set))

        again = browser.post(
            address,
            self.form(learning_set, seen=shown.context["fingerprint"], time="11:00"),
        )

        assert "Look at these dates first" in again.text
        assert not Meeting.objects.exists()

    def test_the_dates_first_proposed_can_be_taken_at_once(self):
        amara, *_others = people()
        learning_set = a_set_at_home([amara])
        address = reverse("planning:series", args=[learning_set.pk])
        browser = signed_in(amara)
        page = browser.get(address)
        proposed = {
            name: str(field.value())
            for name, field in ((f.name, f) for f in page.context["form"])
        }
        proposed["time"] = page.context["form"].initial["time"].strftime("%H:%M")

        browser.post(address, proposed | {"seen": page.context["fingerprint"]})

        assert Meeting.objects.count() == 6

    def test_it_warns_of_hours_that_move_before_the_dates_are_fixed(self):
        amara, kenji = people(2)
        Person.objects.filter(pk=kenji.pk).update(time_zone="Asia/Tokyo")
        learning_set = a_set_at_home([amara, kenji])
        address = reverse("planning:series", args=[learning_set.pk])

        page = signed_in(amara).post(
            address, self.form(learning_set, count="12", every_weeks="5", look="yes")
        )

        assert "their clock shows" in page.text
        assert not Meeting.objects.exists()

    def test_a_set_without_a_home_zone_is_given_one(self):
        amara, *_others = people()
        learning_set = a_set_at_home([amara])
        learning_set.time_zone = "UTC"
        learning_set.save()

        a_series(learning_set, amara, home_zone="Asia/Tokyo")

        learning_set.refresh_from_db()
        assert learning_set.time_zone == "Asia/Tokyo"

    def test_a_day_in_the_past_is_refused_in_words(self):
        amara, *_others = people()
        learning_set = a_set_at_home([amara])
        address = reverse("planning:series", args=[learning_set.pk])

        answer = signed_in(amara).post(
            address, self.form(learning_set, day="2020-01-01")
        )

        assert answer.status_code == 422
        assert "That is in the past" in answer.text


class TestReplies:
    @pytest.mark.parametrize(
        ("said", "kept"), [(["yes"], [True]), (["no"], [False]), (["no", "open"], [])]
    )
    def test_a_reply_is_one_tap_and_can_be_taken_back(self, said, kept):
        amara, *_others = people()
        meeting = a_meeting(a_set_at_home([amara]))
        browser = signed_in(amara)

        for each in said:
            browser.post(reverse("planning:reply", args=[meeting.pk]), {"reply": each})

        assert list(Reply.objects.values_list("is_coming", flat=True)) == kept

    def test_it_leads_back_to_the_page_it_was_given_on(self):
        amara, *_others = people()
        learning_set = a_set_at_home([amara])
        meeting = a_meeting(learning_set)
        browser = signed_in(amara)
        address = reverse("planning:reply", args=[meeting.pk])

        back = [
            browser.post(address, {"reply": "yes", "from": page}).url
            for page in ("dates", "set", "front", "")
        ]

        assert back == [
            f"{dates_of(learning_set)}#meeting-{meeting.pk}",
            learning_set.get_absolute_url(),
            "/",
            address,
        ]

    def test_nobody_replies_to_a_meeting_that_is_cancelled(self):
        amara, *_others = people()
        meeting = a_meeting(a_set_at_home([amara]))
        meetings.cancel(meeting, by=amara, at=in_days(0))

        answer = signed_in(amara).post(
            reverse("planning:reply", args=[meeting.pk]), {"reply": "yes"}, follow=True
        )

        assert "was cancelled" in answer.text
        assert not Reply.objects.exists()

    def test_whoever_presents_is_led_to_their_preparation(self):
        amara, *_others = people()
        meeting = a_meeting(a_set_at_home([amara]))
        Booking.objects.create(meeting=meeting, person=amara)

        page = signed_in(amara).get(reverse("planning:reply", args=[meeting.pk])).text

        assert "It is your turn to present" in page
        assert reverse("meetings:preparation", args=[meeting.pk]) in page
