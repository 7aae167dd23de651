"""Moving, cancelling, calling again: one meeting or the rest; sets that have ended."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.web.meetings import operations as meetings
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.planning import operations
from askwell.web.planning.models import Booking, Reply
from factories import signed_in
from web.planning.plans import a_meeting, a_series, a_set_at_home, in_days, people

pytestmark = pytest.mark.django_db


def dates_of(learning_set):
    return reverse("planning:dates", args=[learning_set.pk])


class TestMoving:
    def starts(self):
        return list(
            Meeting.objects.order_by("starts_at").values_list("starts_at", flat=True)
        )

    def test_the_rest_of_a_series_keeps_its_rhythm_and_hour(self):
        amara, *_others = people()
        learning_set = a_set_at_home([amara])
        a_series(learning_set, amara, count=12, every_weeks=5)
        before = self.starts()
        second = Meeting.objects.order_by("starts_at")[1]
        london = ZoneInfo("Europe/London")

        operations.move_on(
            second,
            starts_at=second.starts_at + timedelta(days=1, hours=2),
            booked_minutes=120,
            with_the_rest=True,
            by=amara,
            at=in_days(0),
        )

        def shown(starts):
            return [each.astimezone(london).replace(tzinfo=None) for each in starts]

        shift = timedelta(days=1, hours=2)
        expected = [each + shift for each in shown(before[1:])]
        assert shown(self.starts()) == [*shown(before[:1]), *expected]

    def test_who_comes_is_asked_anew_about_another_time(self):
        amara, *_others = people()
        meeting = a_meeting(a_set_at_home([amara]), by=amara)
        operations.reply(meeting, by=amara, coming=True, at=in_days(0))

        operations.move_on(
            meeting,
            starts_at=meeting.starts_at + timedelta(days=1),
            booked_minutes=meeting.booked_minutes,
            with_the_rest=False,
            by=amara,
            at=in_days(0),
        )

        assert not Reply.objects.filter(meeting=meeting).exists()

    def test_one_meeting_is_moved_alone(self):
        amara, *_others = people()
        learning_set = a_set_at_home([amara])
        a_series(learning_set, amara)
        before = self.starts()
        first = Meeting.objects.order_by("starts_at")[0]

        signed_in(amara).post(
            reverse("planning:time", args=[first.pk]),
            {
                "day": f"{in_days(11):%Y-%m-%d}",
                "time": "09:30",
                "booked_minutes": "90",
                "rest": "no",
                "meeting_format": "virtual_60",
                "link": "https://call.example/lane",
            },
        )

        first.refresh_from_db()
        local = first.starts_at.astimezone(ZoneInfo("Europe/London"))
        assert f"{local:%H:%M}" == "09:30"
        assert (first.format, first.options) == ("virtual_60", {})
        assert (first.link, first.sequence) == ("https://call.example/lane", 1)
        assert self.starts()[1:] == before[1:]

    @pytest.mark.parametrize("link", ["http://call.example/lane", "ftp://call.example"])
    def test_a_link_that_is_not_safe_is_refused(self, link):
        amara, *_others = people()
        meeting = a_meeting(a_set_at_home([amara]), days=3)
        starts_at = timezone.localtime(meeting.starts_at)

        answer = signed_in(amara).post(
            reverse("planning:time", args=[meeting.pk]),
            {
                "day": f"{starts_at:%Y-%m-%d}",
                "time": f"{starts_at:%H:%M}",
                "booked_minutes": "90",
                "meeting_format": "classic_uk",
                "link": link,
            },
        )

        assert answer.status_code == 422
        assert Meeting.objects.get().link == meeting.link

    def test_the_rest_of_a_series_is_cancelled_and_each_called_again(self):
        amara, *_others = people()
        learning_set = a_set_at_home([amara])
        a_series(learning_set, amara)
        _first, second, third = Meeting.objects.order_by("starts_at")
        browser = signed_in(amara)

        browser.post(
            reverse("planning:cancellation", args=[second.pk]), {"rest": "yes"}
        )
        browser.post(
            reverse("planning:cancellation", args=[third.pk]), {"again": "yes"}
        )

        cancelled = Meeting.objects.filter(cancelled_at__isnull=False)
        assert list(cancelled) == [second]
        assert "Call it again" in browser.get(dates_of(learning_set)).text

    def test_a_meeting_that_has_begun_stays_where_it_is(self):
        amara, *_others = people()
        meeting = a_meeting(a_set_at_home([amara]))
        Meeting.objects.filter(pk=meeting.pk).update(opened_at=in_days(0))

        answer = signed_in(amara).post(
            reverse("planning:cancellation", args=[meeting.pk]), follow=True
        )

        meeting.refresh_from_db()
        assert meeting.cancelled_at is None
        assert "This meeting has begun" in answer.text

    def test_a_cancelled_meeting_is_called_again_before_it_is_moved(self):
        amara, *_others = people()
        meeting = a_meeting(a_set_at_home([amara]))
        meetings.cancel(meeting, by=amara, at=in_days(0))

        answer = signed_in(amara).post(
            reverse("planning:time", args=[meeting.pk]),
            {
                "day": f"{in_days(11):%Y-%m-%d}",
                "time": "09:30",
                "booked_minutes": "90",
                "meeting_format": meeting.format,
            },
            follow=True,
        )

        assert "Call it again first" in answer.text

    def test_what_a_move_means_on_everyones_clock_is_seen_first(self):
        amara, kenji = people(2)
        Person.objects.filter(pk=kenji.pk).update(time_zone="Asia/Tokyo")
        meeting = a_meeting(a_set_at_home([amara, kenji]))
        address = reverse("planning:time", args=[meeting.pk])
        browser = signed_in(amara)
        typed = {
            "day": f"{in_days(11):%Y-%m-%d}",
            "time": "12:00",
            "booked_minutes": "90",
            "meeting_format": meeting.format,
        }

        warned = browser.post(address, typed)
        before = Meeting.objects.get().starts_at
        browser.post(address, typed | {"seen": warned.context["fingerprint"]})

        assert "outside 8 to 19 hours" in warned.text
        assert before == meeting.starts_at
        assert Meeting.objects.get().starts_at != meeting.starts_at


class TestEndedSets:
    def ended(self, learning_set):
        learning_set.ended_at = timezone.now()
        learning_set.save()

    def test_nothing_about_its_meetings_is_changed_and_it_is_said_why(self):
        amara, bea = people(2)
        learning_set = a_set_at_home([amara, bea])
        first, second = a_meeting(learning_set), a_meeting(learning_set, days=20)
        mine = Booking.objects.create(meeting=first, person=amara)
        theirs = Booking.objects.create(meeting=second, person=bea)
        poll = operations.ask_for_dates(
            learning_set,
            dates=[in_days(9)],
            minutes=90,
            by=amara,
            at=timezone.now(),
        )
        self.ended(learning_set)
        of_set, of_first = [learning_set.pk], [first.pk]
        browser = signed_in(amara)

        answers = [
            browser.post(reverse(f"planning:{name}", args=args), typed, follow=True)
            for name, args, typed in (
                ("reply", of_first, {"reply": "no"}),
                ("cancellation", of_first, {}),
                ("practice", of_first, {}),
                ("turns", of_set, {}),
                ("turn", [mine.pk], {"answer": "take"}),
                ("turn", [mine.pk], {"answer": "pass"}),
                ("swaps", [mine.pk], {"with": str(theirs.pk)}),
                ("poll", [poll.pk], {str(poll.dates.get().pk): "yes"}),
                ("poll_choice", [poll.pk], {"date": str(poll.dates.get().pk)}),
            )
        ]

        said = "so nothing in it can be changed"
        assert [said in each.text for each in answers] == [True] * 9
        assert not Reply.objects.exists()
        assert Meeting.objects.count() == 2

    def test_no_more_meetings_are_planned_in_it(self):
        amara, *_others = people()
        learning_set = a_set_at_home([amara])
        self.ended(learning_set)
        browser = signed_in(amara)

        series = browser.get(reverse("planning:series", args=[learning_set.pk]))
        typed = {f.name: str(f.value()) for f in series.context["form"]}
        typed["time"] = "10:00"
        shown = browser.post(
            reverse("planning:series", args=[learning_set.pk]), typed
        ).context["fingerprint"]
        planned = browser.post(
            reverse("planning:series", args=[learning_set.pk]), typed | {"seen": shown}
        )

        assert "This set has ended" in planned.text
        assert "It meets no more" in browser.get(dates_of(learning_set)).text
        assert not Meeting.objects.exists()

    def test_no_single_meeting_is_called_in_it_either(self):
        amara, *_others = people()
        learning_set = a_set_at_home([amara])
        self.ended(learning_set)

        answer = signed_in(amara).post(
            reverse("meetings:new", args=[learning_set.pk]),
            {
                "meeting_format": "classic_uk",
                "day": f"{in_days(3):%Y-%m-%d}",
                "time": "10:00",
                "booked_minutes": "90",
            },
        )

        assert answer.status_code == 422
        assert "This set has ended" in answer.text
