"""Which dates suit whom: asked inside, answered by anybody who holds a link."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice, Person
from askwell.web.planning import operations
from askwell.web.planning.models import Answer, DatePoll, Voice
from askwell.web.planning.queries.polls import grid
from askwell.web.planning.refusals import NotPlannedError, Reason
from askwell.web.planning.tasks import ask_newly_invited, end_polls
from askwell.web.programmes import operations as sets
from factories import a_person, is_in, signed_in
from web.planning.plans import a_set_at_home, in_days, people

pytestmark = pytest.mark.django_db

TOKYO = "Asia/Tokyo"


@pytest.fixture(autouse=True)
def unhurried():
    """Answers of earlier tests do not count."""
    cache.clear()


def a_poll(learning_set, by, *days, **how):
    return operations.ask_for_dates(
        learning_set,
        **{
            "dates": [in_days(day) for day in days or (8, 9, 10)],
            "minutes": 150,
            "by": by,
            "at": timezone.now(),
        }
        | how,
    )


def says(poll, *answers):
    """What is typed about each date, in their order."""
    dates = poll.dates.order_by("starts_at")
    return {str(date.pk): said for date, said in zip(dates, answers, strict=True)}


def kept(voice):
    return list(
        Answer.objects.filter(voice=voice)
        .order_by("date__starts_at")
        .values_list("suits", flat=True)
    )


def answered_by(poll, person, *answers):
    voice = operations.voice_of(poll, person, at=timezone.now())
    dates = poll.dates.order_by("starts_at")
    operations.answer_poll(
        voice, {date.pk: said for date, said in zip(dates, answers, strict=True)}
    )


class TestAsking:
    def test_everyone_else_in_the_set_and_every_address_invited_is_asked(self):
        amara, bea = people(2)
        learning_set = a_set_at_home([amara, bea])
        sets.invite(
            learning_set, email="kenji@people.example", by=amara, at=timezone.now()
        )
        Notice.objects.all().delete()

        poll = a_poll(learning_set, amara)

        voice = Voice.objects.get()
        asked = Notice.objects.filter(kind=Notice.Kind.DATES_ASKED).order_by("address")
        assert list(asked.values_list("person", "address", "path")) == [
            (bea.pk, "", f"/polls/{poll.pk}/"),
            (None, "kenji@people.example", f"/p/{voice.code}/"),
        ]

    def test_whoever_is_invited_later_is_asked_once_as_well(self):
        (amara,) = people(1)
        learning_set = a_set_at_home([amara])
        a_poll(learning_set, amara)
        sets.invite(
            learning_set, email="kenji@people.example", by=amara, at=timezone.now()
        )

        done = [ask_newly_invited(at=timezone.now()) for _time in range(2)]

        assert done == [1, 0]
        asked = Notice.objects.filter(kind=Notice.Kind.DATES_ASKED)
        assert [each.address for each in asked] == ["kenji@people.example"]

    def test_the_form_asks_about_the_dates_typed(self):
        (amara,) = people(1)
        learning_set = a_set_at_home([amara])
        typed = {
            "date_1": f"{in_days(9):%Y-%m-%d}T10:00",
            "date_2": f"{in_days(8):%Y-%m-%d}T10:00",
            "booked_minutes": "90",
            "count": "1",
            "every_weeks": "5",
        }

        signed_in(amara).post(
            reverse("planning:poll_new", args=[learning_set.pk]), typed
        )

        poll = DatePoll.objects.get()
        london = ZoneInfo("Europe/London")
        hours = [each.starts_at.astimezone(london) for each in poll.dates.all()]
        assert [f"{each:%H:%M}" for each in hours] == ["10:00", "10:00"]
        assert hours[0] < hours[1]

    def test_one_date_is_no_choice(self):
        (amara,) = people(1)
        learning_set = a_set_at_home([amara])

        answer = signed_in(amara).post(
            reverse("planning:poll_new", args=[learning_set.pk]),
            {
                "date_1": f"{in_days(9):%Y-%m-%d}T10:00",
                "booked_minutes": "90",
                "count": "1",
                "every_weeks": "5",
            },
        )

        assert answer.status_code == 422
        assert "Offer at least two dates" in answer.text

    def test_dates_in_the_past_are_not_asked_about(self):
        (amara,) = people(1)

        with pytest.raises(NotPlannedError) as refused:
            a_poll(a_set_at_home([amara]), amara, -1)

        assert refused.value.reason is Reason.PAST


class TestInside:
    def test_a_member_answers_and_changes_the_answer(self):
        amara, bea = people(2)
        poll = a_poll(a_set_at_home([amara, bea]), amara)
        browser = signed_in(bea)

        for answers in (("yes", "no", "maybe"), ("no", "no", "yes")):
            browser.post(reverse("planning:poll", args=[poll.pk]), says(poll, *answers))

        assert kept(Voice.objects.get(person=bea)) == ["no", "no", "yes"]

    def test_members_see_who_says_what_and_which_date_suits_best(self):
        amara, bea, chidi = people(3)
        poll = a_poll(a_set_at_home([amara, bea, chidi]), amara)
        answered_by(poll, bea, "yes", "maybe", "yes")
        answered_by(poll, chidi, "no", "maybe", "yes")

        page = signed_in(amara).get(reverse("planning:poll", args=[poll.pk])).text

        (best,) = [each for each in grid(poll).columns if each.is_best]
        assert best.date.starts_at == in_days(10)
        assert "2 yes: Bea Lind, Chidi Eze" in page
        assert "2 if need be: Bea Lind, Chidi Eze" in page

    def test_of_dates_that_suit_alike_the_one_at_better_hours_is_best(self):
        amara, kenji = people(2)
        Person.objects.filter(pk=kenji.pk).update(time_zone=TOKYO)
        kenji.refresh_from_db()
        early, late = in_days(8).replace(hour=8), in_days(7).replace(hour=14)
        poll = a_poll(a_set_at_home([amara, kenji]), amara, dates=[early, late])
        for person in (amara, kenji):
            answered_by(poll, person, "yes", "yes")

        (best,) = [each for each in grid(poll).columns if each.is_best]

        assert best.date.starts_at == early

    def test_the_chosen_dates_become_meetings_and_the_question_ends(self):
        amara, bea = people(2)
        poll = a_poll(a_set_at_home([amara, bea]), amara)
        first, _second, third = poll.dates.order_by("starts_at")
        browser = signed_in(amara)

        browser.post(
            reverse("planning:poll_choice", args=[poll.pk]),
            {"date": [str(first.pk), str(third.pk)]},
        )

        starts = Meeting.objects.order_by("starts_at").values_list(
            "starts_at", flat=True
        )
        assert list(starts) == [first.starts_at, third.starts_at]
        with pytest.raises(NotPlannedError) as refused:
            answered_by(poll, bea, "yes", "yes", "yes")
        assert refused.value.reason is Reason.CLOSED
        page = browser.get(reverse("planning:poll", args=[poll.pk])).text
        assert "The dates are chosen" in page

    def test_one_date_may_begin_a_whole_series(self):
        (amara,) = people(1)
        poll = a_poll(a_set_at_home([amara]), amara, count=4, every_weeks=2)
        first, *_others = poll.dates.order_by("starts_at")

        made = operations.choose_dates(poll, [first.pk], by=amara, at=timezone.now())

        assert len(made) == 4
        assert made[0].starts_at == first.starts_at

    def test_nothing_is_chosen_by_pressing_without_a_date(self):
        (amara,) = people(1)
        poll = a_poll(a_set_at_home([amara]), amara)

        answer = signed_in(amara).post(
            reverse("planning:poll_choice", args=[poll.pk]), follow=True
        )

        assert "Choose at least one of the dates" in answer.text
        assert not Meeting.objects.exists()

    def test_a_question_may_be_ended_without_a_date(self):
        (amara,) = people(1)
        poll = a_poll(a_set_at_home([amara]), amara)
        browser, address = signed_in(amara), reverse("planning:poll", args=[poll.pk])

        browser.post(reverse("planning:poll_choice", args=[poll.pk]), {"none": "yes"})

        assert "This question has ended" in browser.get(address).text
        assert not Meeting.objects.exists()

    def test_a_question_about_dates_that_have_gone_by_is_over(self):
        (amara,) = people(1)
        poll = a_poll(a_set_at_home([amara]), amara, 3, 5)

        done = [end_polls(at=in_days(day)) for day in (4, 6, 7)]

        assert done == [0, 1, 0]
        poll.refresh_from_db()
        assert poll.closed_at == in_days(6)

    def test_the_page_asks_as_much_of_the_database_for_many_as_for_one(
        self, django_assert_max_num_queries
    ):
        amara, *others = people()
        poll = a_poll(a_set_at_home([amara, *others]), amara)
        browser, address = signed_in(amara), reverse("planning:poll", args=[poll.pk])
        answered_by(poll, others[0], "yes", "yes", "yes")
        with django_assert_max_num_queries(30) as asked:
            browser.get(address)
        once = len(asked)

        for each in others[1:]:
            answered_by(poll, each, "yes", "no", "maybe")
        with django_assert_max_num_queries(once):
            browser.get(address)


class TestOpenly:
    def open_address(self, poll):
        return reverse("planning:open_poll", args=[poll.code])

    def test_somebody_without_an_account_answers_under_a_name(self):
        (amara,) = people(1)
        poll = a_poll(a_set_at_home([amara]), amara)

        answer = Client().post(
            self.open_address(poll),
            {"name": "Kenji Mori", "zone": TOKYO, **says(poll, "yes", "no", "maybe")},
        )

        voice = Voice.objects.get()
        assert answer.url == reverse("planning:open_poll", args=[voice.code])
        assert (voice.name, voice.time_zone) == ("Kenji Mori", TOKYO)
        assert kept(voice) == ["yes", "no", "maybe"]

    def test_a_name_that_was_typed_is_told_from_a_members(self):
        (amara,) = people(1)
        poll = a_poll(a_set_at_home([amara]), amara)
        typed = {"name": str(amara), "zone": TOKYO}
        Client().post(self.open_address(poll), typed | says(poll, "yes", "no", "no"))

        page = signed_in(amara).get(reverse("planning:poll", args=[poll.pk])).text

        assert f"1 yes: {amara} (by the link)" in page

    def test_their_own_link_remembers_them_on_any_device(self):
        (amara,) = people(1)
        poll = a_poll(a_set_at_home([amara]), amara)
        typed = {"name": "Kenji Mori", "zone": TOKYO}
        own = Client().post(
            self.open_address(poll), typed | says(poll, "yes", "no", "maybe")
        )

        elsewhere = Client()
        page = elsewhere.get(own.url).text
        elsewhere.post(own.url, {"zone": TOKYO, **says(poll, "no", "no", "no")})

        assert "Your own link" in page
        assert kept(Voice.objects.get()) == ["no", "no", "no"]

    def test_the_device_remembers_them_when_they_open_the_first_link_again(self):
        (amara,) = people(1)
        poll = a_poll(a_set_at_home([amara]), amara)
        browser = Client()
        typed = {"name": "Kenji Mori", "zone": TOKYO}
        own = browser.post(
            self.open_address(poll), typed | says(poll, "yes", "no", "maybe")
        )

        again = browser.get(self.open_address(poll))

        assert again.url == own.url

    def test_others_see_how_many_can_come_and_not_who_nor_which_set(self):
        amara, bea = people(2)
        learning_set = a_set_at_home([amara, bea], name="Tuesday herons")
        poll = a_poll(learning_set, amara)
        answered_by(poll, bea, "yes", "no", "maybe")

        page = Client().get(self.open_address(poll)).text

        assert "1 yes · 0 if need be · 0 no" in page
        assert "Amara Okafor asks" in page
        assert "Bea Lind" not in page
        assert "Tuesday herons" not in page

    def test_dates_are_shown_on_the_clock_that_was_chosen(self):
        (amara,) = people(1)
        poll = a_poll(a_set_at_home([amara]), amara)
        (first, *_others) = poll.dates.order_by("starts_at")

        at_home = Client().get(self.open_address(poll)).text
        away = Client().get(self.open_address(poll), {"zone": TOKYO}).text

        london = first.starts_at.astimezone(ZoneInfo("Europe/London"))
        assert f"{london:%H:%M}" in at_home
        assert f"{first.starts_at.astimezone(ZoneInfo(TOKYO)):%H:%M}" in away

    def test_a_zone_that_is_none_is_passed_over(self):
        (amara,) = people(1)
        poll = a_poll(a_set_at_home([amara]), amara)

        answer = Client().get(self.open_address(poll), {"zone": "Moon/Crater"})

        assert answer.context["zone"] == "Europe/London"

    def test_who_was_invited_by_mail_needs_no_name(self):
        (amara,) = people(1)
        learning_set = a_set_at_home([amara])
        sets.invite(
            learning_set, email="kenji@people.example", by=amara, at=timezone.now()
        )
        poll = a_poll(learning_set, amara)
        address = reverse("planning:open_poll", args=[Voice.objects.get().code])

        Client().post(address, {"zone": TOKYO, **says(poll, "yes", "yes", "no")})

        inside = signed_in(amara).get(reverse("planning:poll", args=[poll.pk])).text
        assert "1 yes: kenji@people.example" in inside

    def test_a_link_closes_when_the_invitation_is_withdrawn(self):
        (amara,) = people(1)
        learning_set = a_set_at_home([amara])
        invitation = sets.invite(
            learning_set, email="kenji@people.example", by=amara, at=timezone.now()
        )
        a_poll(learning_set, amara)
        address = reverse("planning:open_poll", args=[Voice.objects.get().code])

        sets.withdraw(invitation, by=amara, at=timezone.now())

        assert Client().get(address).status_code == 404

    def test_what_was_answered_by_mail_is_theirs_once_they_have_joined(self):
        (amara,) = people(1)
        learning_set = a_set_at_home([amara])
        sets.invite(
            learning_set, email="kenji@people.example", by=amara, at=timezone.now()
        )
        poll = a_poll(learning_set, amara)
        mailed = Voice.objects.get()
        operations.answer_openly(
            poll,
            mailed,
            answers={poll.dates.first().pk: "yes"},
            time_zone=TOKYO,
            at=timezone.now(),
        )
        kenji = a_person("Kenji Mori", email="kenji@people.example")
        is_in(learning_set, kenji)

        signed_in(kenji).post(
            reverse("planning:poll", args=[poll.pk]), says(poll, "no", "no", "no")
        )

        mailed.refresh_from_db()
        assert mailed.person == kenji
        assert Voice.objects.count() == 1
        mailed_link = reverse("planning:open_poll", args=[mailed.code])
        assert signed_in(kenji).get(mailed_link).url == f"/polls/{poll.pk}/"
        assert signed_in(amara).get(mailed_link).status_code == 404
        assert Client().get(mailed_link).status_code == 404

    def test_a_member_who_opens_the_link_answers_inside(self):
        (amara,) = people(1)
        poll = a_poll(a_set_at_home([amara]), amara)

        answer = signed_in(amara).get(self.open_address(poll))

        assert answer.url == reverse("planning:poll", args=[poll.pk])

    def test_without_a_name_or_an_answer_nothing_is_kept(self):
        (amara,) = people(1)
        poll = a_poll(a_set_at_home([amara]), amara)

        answer = Client().post(self.open_address(poll), {"zone": TOKYO})

        assert answer.status_code == 422
        assert not Voice.objects.exists()

    def test_too_many_answers_from_one_address_have_to_wait(self, settings):
        (amara,) = people(1)
        poll = a_poll(a_set_at_home([amara]), amara)
        browser = Client()

        codes = [
            browser.post(self.open_address(poll), {"zone": TOKYO}).status_code
            for _time in range(61)
        ]

        assert codes == [422] * 60 + [429]

    def test_a_poll_holds_so_many_voices_and_those_in_it_may_still_change(self):
        (amara,) = people(1)
        poll = a_poll(a_set_at_home([amara]), amara)
        Voice.objects.bulk_create(Voice(poll=poll, name=f"N{n}") for n in range(60))
        own = reverse("planning:open_poll", args=[Voice.objects.first().code])

        newcomer = Client().post(
            self.open_address(poll),
            {"name": "Kenji", "zone": TOKYO, **says(poll, "yes", "yes", "yes")},
        )
        known = Client().post(own, {"zone": TOKYO, **says(poll, "yes", "no", "no")})

        assert (newcomer.status_code, known.status_code) == (429, 302)

    def test_nobody_answers_for_a_set_that_has_ended(self):
        (amara,) = people(1)
        learning_set = a_set_at_home([amara])
        poll = a_poll(learning_set, amara)
        learning_set.ended_at = timezone.now() - timedelta(hours=1)
        learning_set.save()

        assert Client().get(self.open_address(poll)).status_code == 404
