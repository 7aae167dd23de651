"""The private address at which a person's own calendar asks."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.web.calendar.models import Subscription
from askwell.web.calendar.operations.subscribing import make_address
from askwell.web.calendar.tasks import keep_calendars
from askwell.web.meetings import operations as meetings
from askwell.web.meetings.models import Meeting
from askwell.web.programmes import operations as sets
from askwell.web.programmes.queries import membership_of
from factories import NOON, a_person, a_set, is_in, signed_in
from web.calendar.reading import meetings_in, parsed

pytestmark = pytest.mark.django_db

WEEK = timedelta(weeks=1)


@pytest.fixture(autouse=True)
def unhurried():
    """What earlier tests asked for does not count."""
    cache.clear()


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def learning_set(amara):
    return a_set(amara, a_person("Jonas Lindqvist"), name="Thursday set")


@pytest.fixture
def address(amara):
    return of(make_address(amara, at=NOON))


def of(subscription):
    return reverse("calendar:subscription", args=[subscription.secret])


def planned(learning_set, *, weeks=1):
    starts_at = timezone.now().replace(microsecond=0) + weeks * WEEK
    meeting = meetings.schedule(learning_set, starts_at=starts_at, booked_minutes=90)
    keep_calendars(at=timezone.now())
    return meeting


def asked(address, **headers):
    """A calendar has neither session nor cookies."""
    return Client().get(address, headers=headers)


def shown(address):
    return [
        (one.uid.split("@")[0], one.starts_at, one.sequence, one.status)
        for one in meetings_in(asked(address).content)
    ]


class TestWhatIsShown:
    def test_every_meeting_of_every_set_by_time(self, amara, learning_set, address):
        later = planned(learning_set, weeks=6)
        sooner = planned(a_set(amara, name="Another set"), weeks=2)
        planned(a_set(a_person(), name="Somebody else's set"))

        assert shown(address) == [
            (str(one.pk), one.starts_at, 0, "CONFIRMED") for one in (sooner, later)
        ]

    def test_a_meeting_moved_is_shown_at_its_new_time(
        self, amara, learning_set, address
    ):
        meeting = planned(learning_set)
        then = meeting.starts_at + WEEK

        meetings.move(meeting, starts_at=then, by=amara, at=timezone.now())
        keep_calendars(at=timezone.now())

        assert shown(address) == [(str(meeting.pk), then, 1, "CONFIRMED")]

    def test_a_meeting_cancelled_is_marked_so(self, amara, learning_set, address):
        meeting = planned(learning_set)

        meetings.cancel(meeting, by=amara, at=timezone.now())
        keep_calendars(at=timezone.now())

        assert shown(address) == [(str(meeting.pk), meeting.starts_at, 1, "CANCELLED")]

    def test_who_left_a_set_sees_its_meetings_no_more(
        self, amara, learning_set, address
    ):
        planned(learning_set)

        sets.leave(membership_of(amara, learning_set), at=timezone.now())
        keep_calendars(at=timezone.now())

        assert shown(address) == []

    def test_neither_the_name_of_a_set_nor_of_a_person_is_in_it(
        self, learning_set, address
    ):
        planned(learning_set)

        answer = asked(address)

        assert "Thursday" not in answer.text
        assert "Amara" not in answer.text
        assert {one.summary for one in meetings_in(answer.content)} == {"Set meeting"}

    def test_it_says_what_it_is_and_when_to_look_again(self, address):
        calendar = parsed(asked(address).content)

        assert calendar.method.value == "PUBLISH"
        assert calendar.x_wr_calname.value == "Set meetings"
        assert calendar.refresh_interval.value == "PT4H"


class TestTheAddress:
    def test_it_is_needed_in_full(self, address):
        assert asked(address).status_code == 200
        assert asked(address.replace(".ics", "0.ics")).status_code == 404
        assert asked(f"{address[:-37]}.ics").status_code == 404
        assert asked(reverse("calendar:subscription", args=["x"])).status_code == 404

    def test_the_table_alone_does_not_tell_it(self, amara):
        subscription = make_address(amara, at=NOON)

        assert subscription.secret not in str(Subscription.objects.values().get())

    def test_a_new_one_stops_the_old_one(self, amara, address):
        signed_in(amara).post(reverse("calendar:address"), {"address": "new"})

        anew = of(Subscription.objects.get(person=amara))
        assert asked(address).status_code == 404
        assert asked(anew).status_code == 200

    def test_it_can_be_given_up(self, amara, address):
        signed_in(amara).post(reverse("calendar:address"), {"address": "none"})

        assert asked(address).status_code == 404

    def test_somebody_who_may_no_longer_sign_in_is_not_answered(self, amara, address):
        amara.is_active = False
        amara.save()

        assert asked(address).status_code == 404

    def test_who_asks_too_often_is_slowed_down(self, address):
        answers = [asked(address).status_code for _ in range(61)]

        assert answers == [200] * 60 + [429]


class TestAskingAgain:
    def test_nothing_is_sent_again_that_is_known(self, learning_set, address):
        planned(learning_set)
        known = asked(address).headers["ETag"]

        again = asked(address, if_none_match=known)

        assert (again.status_code, again.content) == (304, b"")

    def test_what_is_new_is_sent(self, learning_set, address):
        planned(learning_set)
        known = asked(address).headers["ETag"]

        planned(learning_set, weeks=2)

        assert asked(address, if_none_match=known).status_code == 200

    def test_a_program_that_goes_by_the_date_is_answered_too(
        self, learning_set, address
    ):
        planned(learning_set)
        known = asked(address).headers["Last-Modified"]

        assert asked(address, if_modified_since=known).status_code == 304

    def test_nobody_between_keeps_it(self, address):
        assert asked(address).headers["Cache-Control"] == "private, no-cache"

    @pytest.mark.parametrize("number", [1, 3])
    def test_it_costs_as_much_for_many_meetings_as_for_one(
        self, number, learning_set, address, django_assert_num_queries
    ):
        for week in range(number):
            planned(learning_set, weeks=week + 1)

        with django_assert_num_queries(4):
            asked(address)


class TestThePage:
    def test_first_it_offers_to_make_an_address(self, amara):
        page = signed_in(amara).get(reverse("calendar:calendar"))

        assert "Make an address for your calendar" in page.text
        assert "webcal:" not in page.text

    def test_then_it_shows_the_address_and_how_to_use_it(
        self, amara, address, settings
    ):
        settings.BASE_URL = "https://askwell.example"

        page = signed_in(amara).get(reverse("calendar:calendar"))

        assert f'href="webcal://askwell.example{address}"' in page.text
        assert f'value="https://askwell.example{address}"' in page.text

    def test_it_warns_of_an_hour_that_moves_on_ones_own_clock(self, learning_set):
        """The set keeps its hour in London; in Tokyo it comes an hour later."""
        mei = a_person("Mei Tanaka")
        mei.time_zone = "Asia/Tokyo"
        mei.save()
        home = a_set(mei)
        for month, day, hour in ((9, 3, 8), (10, 1, 8), (11, 5, 9)):
            meetings.schedule(
                home,
                starts_at=NOON.replace(year=2097, month=month, day=day, hour=hour),
                booked_minutes=90,
            )
        keep_calendars(at=NOON)

        page = signed_in(mei).get(reverse("calendar:calendar"))

        assert "your meeting begins at 18:00 on your clock, not at 17:00" in page.text


class TestOneMeeting:
    def test_a_member_takes_it_home(self, amara, learning_set):
        meeting = planned(learning_set)

        answer = signed_in(amara).get(reverse("calendar:meeting", args=[meeting.pk]))

        [found] = meetings_in(answer.content)
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert found.starts_at == meeting.starts_at

    def test_also_before_the_calendar_was_told_of_it(self, amara, learning_set):
        meeting = meetings.schedule(
            learning_set, starts_at=timezone.now() + WEEK, booked_minutes=90
        )

        answer = signed_in(amara).get(reverse("calendar:meeting", args=[meeting.pk]))

        assert len(meetings_in(answer.content)) == 1


class TestWhoseTurnItIs:
    """Where members facilitate by rota; nobody reads another's name in a calendar."""

    OWN, OTHERS = "It is your turn to facilitate.", "Whose turn it is to facilitate"

    def described(self, person):
        ics = asked(of(make_address(person, at=NOON))).text.replace("\r\n ", "")
        return next(line for line in ics.splitlines() if "DESCRIPTION" in line)

    def test_each_is_told_of_their_own_turn_and_of_the_way_to_swap(
        self, amara, learning_set
    ):
        learning_set.facilitated_by = learning_set.FacilitatedBy.TURNS
        learning_set.save()
        meeting = planned(learning_set)
        Meeting.objects.filter(pk=meeting.pk).update(rota=[str(amara.pk)])
        jonas = learning_set.memberships.exclude(person=amara).get().person

        mine, theirs = self.described(amara), self.described(jonas)

        assert self.OWN in mine
        assert f"/sets/{learning_set.pk}/handing-over/" in mine
        assert self.OTHERS in theirs
        assert "Amara" not in theirs

    def test_a_turn_passed_on_changes_what_the_calendar_is_shown(
        self, amara, learning_set, address
    ):
        learning_set.facilitated_by = learning_set.FacilitatedBy.TURNS
        learning_set.save()
        meeting = planned(learning_set)
        Meeting.objects.filter(pk=meeting.pk).update(rota=[str(amara.pk)])
        before = asked(address)
        Meeting.objects.filter(pk=meeting.pk).update(rota=[""])

        known = {"If-None-Match": before.headers["ETag"]}
        after = asked(address, **known)

        assert (after.status_code, "Last-Modified" in after.headers) == (200, False)
        assert self.OWN not in after.text

    def test_a_guest_and_a_set_that_is_led_read_nothing_of_it(self, learning_set):
        guest = a_person("Gita Rao")
        is_in(learning_set, guest, belonging="guest", joined_at=timezone.now())
        planned(learning_set)
        led = self.described(learning_set.memberships.first().person)
        learning_set.facilitated_by = learning_set.FacilitatedBy.TURNS
        learning_set.save()

        assert "facilitate" not in led
        assert "facilitate" not in self.described(guest)
