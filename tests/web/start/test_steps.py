"""The three steps: what they keep, what they refuse, and what finishing does."""

from datetime import timedelta
from itertools import pairwise
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice
from askwell.web.planning.models import DatePoll
from askwell.web.programmes import operations, queries
from askwell.web.programmes.models import LearningSet
from askwell.web.start.models import Beginning
from askwell.web.vault.models import Receipt
from factories import a_person, a_set, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def browser(amara):
    return signed_in(amara)


@pytest.fixture
def beginning(browser):
    browser.post(reverse("start:begin"), purpose())
    return Beginning.objects.get()


def purpose(**given):
    return {
        "meant_for": "network",
        "name": "Herons",
        "purpose": "To think",
        "set_id": uuid4(),
        **given,
    }


def at(name, beginning, *more):
    return reverse(f"start:{name}", args=[beginning.pk, *more])


def as_shown(browser, beginning, **changed):
    """The third step as the page fills it in, with some answers changed."""
    form = browser.get(at("meetings", beginning)).context["form"]
    return {**form.data, "go": "begin", **changed}


def listed(beginning):
    return [one.email for one in queries.written_down(beginning.learning_set)]


class TestWhatFor:
    def test_each_purpose_is_explained_and_one_is_chosen_already(self, browser):
        form = browser.get(reverse("start:begin")).context["form"]

        choices = list(form.fields["meant_for"].choices)
        assert [value for value, _ in choices] == LearningSet.For.values
        assert all("soft" in str(words) for _, words in choices)
        assert form["meant_for"].initial == LearningSet.For.PEERS

    def test_a_name_is_proposed(self, browser):
        form = browser.get(reverse("start:begin")).context["form"]

        assert form["name"].initial == "Amara’s set"

    def test_the_set_is_there_from_the_first_step_on(self, beginning, amara):
        learning_set = beginning.learning_set
        assert learning_set.name == "Herons"
        assert learning_set.meant_for == "network"
        assert learning_set.time_zone == amara.time_zone
        assert queries.membership_of(amara, learning_set).is_facilitator

    def test_pressing_twice_begins_one_set(self, browser):
        form = purpose()

        for _ in range(2):
            browser.post(reverse("start:begin"), form)

        assert LearningSet.objects.count() == 1
        assert Beginning.objects.count() == 1

    def test_another_persons_set_cannot_be_begun_again(self, browser):
        theirs = a_set(a_person())

        answer = browser.post(reverse("start:begin"), purpose(set_id=theirs.pk))

        assert answer.status_code == 200
        assert answer.context["form"].errors
        assert not Beginning.objects.exists()

    def test_a_set_that_was_begun_otherwise_is_not_begun_again(self, browser, amara):
        left = a_set(amara, a_person("Ben"))
        left.memberships.filter(person=amara).update(left_at=timezone.now())

        answer = browser.post(reverse("start:begin"), purpose(set_id=left.pk))

        left.refresh_from_db()
        assert answer.status_code == 200
        assert left.meant_for == ""
        assert not Beginning.objects.exists()

    def test_what_was_said_can_be_said_anew(self, browser, beginning):
        browser.post(
            at("purpose", beginning), purpose(name="Quiet herons", meant_for="change")
        )

        beginning.learning_set.refresh_from_db()
        assert beginning.learning_set.name == "Quiet herons"
        assert beginning.learning_set.meant_for == "change"


class TestGoingOn:
    def test_the_front_page_leads_back_to_where_one_was(self, browser, beginning):
        words = browser.get("/").text

        assert "Go on where you were" in words
        assert at("go_on", beginning) in words

    def test_so_does_beginning_another(self, browser, beginning):
        assert "You were beginning “Herons”" in browser.get(reverse("start:begin")).text

    def test_each_step_is_remembered(self, browser, beginning):
        first = browser.get(at("go_on", beginning))
        browser.post(at("people", beginning), {"typed": "", "go": "on"})

        then = browser.get(at("go_on", beginning))

        assert first.url == at("people", beginning)
        assert then.url == at("meetings", beginning)

    def test_what_is_finished_has_its_own_page(self, browser, beginning):
        browser.post(at("meetings", beginning), as_shown(browser, beginning))

        for name in ("go_on", "purpose", "people", "meetings"):
            answer = browser.get(at(name, beginning))
            assert answer.url == beginning.learning_set.get_absolute_url()
        assert "Go on where you were" not in browser.get("/").text

    def test_whoever_left_the_set_does_not_go_on(self, browser, beginning, amara):
        mine = queries.membership_of(amara, beginning.learning_set)

        operations.leave(mine, at=timezone.now())

        assert browser.get(at("people", beginning)).status_code == 404


class TestGivingUp:
    def test_a_set_that_is_nobody_elses_is_forgotten(self, browser, beginning):
        browser.post(
            at("people", beginning), {"typed": "noor@people.example", "go": "on"}
        )

        answer = browser.post(at("giving_up", beginning))

        assert answer.url == "/"
        assert not LearningSet.objects.exists()
        assert not Notice.objects.exists()
        assert Receipt.objects.get().set_id == beginning.pk

    def test_one_that_others_have_come_to_is_not(self, browser, beginning, amara):
        link = operations.open_link(beginning.learning_set, by=amara, at=timezone.now())
        operations.ask_to_join(link, a_person("Noor"), at=timezone.now())

        answer = browser.post(at("giving_up", beginning))

        assert answer.url == beginning.learning_set.get_absolute_url()
        assert LearningSet.objects.exists()


class TestWho:
    def test_addresses_are_written_down_and_nobody_is_told(self, browser, beginning):
        typed = "Noor Idris <noor@people.example>; ike@people.example"

        answer = browser.post(at("people", beginning), {"typed": typed, "go": "add"})

        assert answer.url == at("people", beginning)
        assert listed(beginning) == ["ike@people.example", "noor@people.example"]
        assert "Noor Idris" in browser.get(answer.url).text
        assert not Notice.objects.exists()

    def test_what_is_wrong_stays_in_the_box_and_is_explained(self, browser, beginning):
        typed = "noor@people.example\nike@people"

        answer = browser.post(
            at("people", beginning), {"typed": typed, "go": "on"}, follow=True
        )

        assert answer.request["PATH_INFO"] == at("people", beginning)
        assert "Something is missing after the @" in answer.text
        assert answer.context["form"]["typed"].value() == "ike@people"
        assert listed(beginning) == ["noor@people.example"]

    def test_what_is_plainly_mistyped_is_corrected_and_asked_about(
        self, browser, beginning
    ):
        answer = browser.post(
            at("people", beginning),
            {"typed": "noor@people.con", "go": "on"},
            follow=True,
        )

        assert "“noor@people.con”: This looks mistyped." in answer.text
        assert answer.context["form"]["typed"].value() == "noor@people.com"
        assert listed(beginning) == []

    def test_it_is_there_on_another_device_as_well(self, browser, beginning, amara):
        browser.post(at("people", beginning), {"typed": "ike@people", "go": "on"})

        elsewhere = signed_in(amara).get(at("people", beginning))

        assert elsewhere.context["form"]["typed"].value() == "ike@people"

    def test_going_back_loses_nothing(self, browser, beginning):
        typed = "noor@people.example\nike@people"

        answer = browser.post(at("people", beginning), {"typed": typed, "go": "back"})

        assert answer.url == at("purpose", beginning)
        beginning.refresh_from_db()
        assert (listed(beginning), beginning.typed) == (
            ["noor@people.example"],
            "ike@people",
        )

    def test_who_is_named_twice_is_asked_once(self, browser, beginning):
        typed = "noor@people.example, noor@people.example"

        answer = browser.post(
            at("people", beginning), {"typed": typed, "go": "add"}, follow=True
        )

        assert listed(beginning) == ["noor@people.example"]
        assert "there twice, asked once" in answer.text

    def test_whoever_begins_it_is_in_it_already(self, browser, beginning, amara):
        answer = browser.post(
            at("people", beginning), {"typed": amara.email, "go": "add"}, follow=True
        )

        assert listed(beginning) == []
        assert "You are in the set already." in answer.text

    def test_a_file_brings_addresses_too(self, browser, beginning):
        file = SimpleUploadedFile(
            "people.csv", b"Name,E-mail\nNoor,noor@people.example\nIke,\n"
        )

        answer = browser.post(
            at("people", beginning),
            {"typed": "eve@people.example", "file": file, "go": "add"},
            follow=True,
        )

        assert listed(beginning) == ["eve@people.example", "noor@people.example"]
        assert answer.context["form"]["typed"].value() == "Ike"

    @pytest.mark.parametrize(
        ("name", "size", "says"),
        [
            ("people.xlsx", 10, "Save the table as .csv"),
            ("people.csv", 300 * 1024, "too large"),
        ],
    )
    def test_other_files_are_explained(self, name, size, says, browser, beginning):
        file = SimpleUploadedFile(name, b"x" * size)

        answer = browser.post(at("people", beginning), {"file": file, "go": "add"})

        assert answer.status_code == 422
        assert says in answer.text

    def test_a_whole_address_book_is_there_to_choose_from(self, browser, beginning):
        many = "\n".join(f"p{number}@people.example" for number in range(30))

        answer = browser.post(
            at("people", beginning), {"typed": many, "go": "on"}, follow=True
        )

        assert listed(beginning) == []
        assert "That is 30 addresses." in answer.text
        assert answer.context["form"]["typed"].value() == many

    def test_somebody_can_be_taken_off_and_what_is_half_typed_stays(
        self, browser, beginning
    ):
        browser.post(
            at("people", beginning), {"typed": "noor@people.example", "go": "add"}
        )
        [noted] = queries.written_down(beginning.learning_set)

        answer = browser.post(
            at("people", beginning), {"typed": "ike@", "off": noted.pk}, follow=True
        )

        assert listed(beginning) == []
        assert answer.context["form"]["typed"].value() == "ike@"

    def test_a_link_to_pass_on_is_one_press_away(self, browser, beginning):
        answer = browser.post(
            at("people", beginning), {"typed": "ike@", "go": "link"}, follow=True
        )

        [link] = queries.open_invitations(beginning.learning_set, at=timezone.now())
        assert f"/join/{link.code}/" in answer.text
        assert answer.context["form"]["typed"].value() == "ike@"

    @pytest.mark.parametrize("number", [1, 3])
    def test_it_costs_the_same_however_many_people(
        self, number, browser, beginning, django_assert_num_queries
    ):
        typed = "\n".join(f"p{each}@people.example" for each in range(number))
        browser.post(at("people", beginning), {"typed": typed, "go": "add"})

        with django_assert_num_queries(7):
            browser.get(at("people", beginning))


class TestHowAndWhen:
    def test_everything_is_answered_already(self, browser, beginning):
        page = browser.get(at("meetings", beginning)).context

        assert page["form"].is_valid()
        assert page["choices"].format == "classic_uk"
        assert len(page["dates"]) == 6

    def test_the_dates_keep_their_hour_over_a_change_of_the_clocks(
        self, browser, beginning
    ):
        year = timezone.now().year + 1
        shown = as_shown(
            browser, beginning, day=f"{year}-03-02", time="10:00", go="look"
        )

        page = browser.post(at("meetings", beginning), shown)

        assert {each.hour for each in page.context["dates"]} == {10}
        assert "the clocks have changed" in page.text

    def test_choices_are_kept_without_being_made(self, browser, beginning, amara):
        shown = as_shown(browser, beginning, minutes="60", go="back")

        browser.post(at("meetings", beginning), shown)

        elsewhere = signed_in(amara).get(at("meetings", beginning)).context
        assert elsewhere["form"]["minutes"].value() == "60"
        assert elsewhere["choices"].format == "virtual_60"
        assert not Meeting.objects.exists()

    def test_a_day_that_has_passed_is_refused(self, browser, beginning):
        shown = as_shown(browser, beginning, day="2020-01-07")

        answer = browser.post(at("meetings", beginning), shown)

        assert answer.status_code == 422
        assert "That is in the past." in answer.text
        assert not Meeting.objects.exists()

    def test_an_unsafe_link_is_refused(self, browser, beginning):
        shown = as_shown(browser, beginning, link="javascript:alert(1)")

        answer = browser.post(at("meetings", beginning), shown)

        assert answer.context["form"].errors.keys() == {"link"}

    def test_an_hour_for_many_is_remarked_on(self, browser, beginning):
        typed = "\n".join(f"p{each}@people.example" for each in range(7))
        browser.post(at("people", beginning), {"typed": typed, "go": "on"})

        page = browser.post(
            at("meetings", beginning),
            as_shown(browser, beginning, minutes="60", go="look"),
        )

        assert "An hour is made for up to six" in page.text


class TestFinishing:
    def finish(self, browser, beginning, **changed):
        return browser.post(
            at("meetings", beginning), as_shown(browser, beginning, **changed)
        )

    def test_it_invites_convenes_and_leads_to_the_set(self, browser, beginning):
        browser.post(
            at("people", beginning), {"typed": "noor@people.example", "go": "on"}
        )

        answer = self.finish(browser, beginning)

        assert answer.url == beginning.learning_set.get_absolute_url()
        assert Notice.objects.filter(address="noor@people.example").exists()
        assert beginning.learning_set.meetings.count() == 6
        first = beginning.learning_set.meetings.earliest("starts_at")
        assert first.booked_minutes == 150
        assert first.options == {"first_meeting": True}

    def test_the_dates_are_five_weeks_apart_on_the_home_zones_clocks(
        self, browser, beginning
    ):
        self.finish(browser, beginning, time_zone="Europe/Madrid", time="09:30")

        meetings = beginning.learning_set.meetings.order_by("starts_at")
        madrid = ZoneInfo("Europe/Madrid")
        local = [each.starts_at.astimezone(madrid) for each in meetings]
        assert {f"{each:%H:%M}" for each in local} == {"09:30"}
        days = [each.date() for each in local]
        gaps = {after - before for before, after in pairwise(days)}
        assert gaps == {timedelta(weeks=5)}

    def test_the_set_learns_what_was_chosen(self, browser, beginning, amara):
        self.finish(
            browser,
            beginning,
            minutes="90",
            facilitates="no",
            time_zone="Europe/Madrid",
            link="https://call.example/herons",
        )

        learning_set = LearningSet.objects.get()
        amara.refresh_from_db()
        assert learning_set.format == "self_managed"
        assert learning_set.usual_minutes == 90
        assert learning_set.time_zone == amara.time_zone == "Europe/Madrid"
        assert learning_set.meeting_link == "https://call.example/herons"
        assert not queries.membership_of(amara, learning_set).is_facilitator

    def test_a_format_chosen_by_name_is_the_one(self, browser, beginning):
        self.finish(browser, beginning, format_name="post_it")

        assert LearningSet.objects.get().format == "post_it"

    def test_dates_can_be_asked_for(self, browser, beginning):
        browser.post(
            at("people", beginning), {"typed": "noor@people.example", "go": "on"}
        )

        self.finish(browser, beginning, when="ask")

        [poll] = DatePoll.objects.all()
        assert poll.dates.count() == 4
        assert (poll.count, poll.every_weeks) == (6, 5)
        told = Notice.objects.filter(address="noor@people.example")
        assert {each.kind for each in told} == {"invited", "dates_asked"}

    def test_or_left_for_later(self, browser, beginning):
        self.finish(browser, beginning, when="later", day="", time="")

        assert not Meeting.objects.exists()
        assert not DatePoll.objects.exists()
        beginning.refresh_from_db()
        assert beginning.finished_at

    def test_pressing_twice_finishes_once(self, browser, beginning):
        shown = as_shown(browser, beginning)

        for _ in range(2):
            browser.post(at("meetings", beginning), shown)

        assert Meeting.objects.count() == 6

    def test_what_stands_in_the_way_is_said_and_nothing_is_lost(
        self, browser, beginning, monkeypatch
    ):
        browser.post(
            at("people", beginning), {"typed": "noor@people.example", "go": "on"}
        )
        monkeypatch.setattr(operations.inviting, "MOST_INVITATIONS_A_DAY", 0)

        answer = self.finish(browser, beginning)

        assert answer.status_code == 409
        assert "You have sent many invitations today." in answer.text
        assert listed(beginning) == ["noor@people.example"]
        assert not Meeting.objects.exists()
