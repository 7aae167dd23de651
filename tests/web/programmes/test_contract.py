"""The pages of what a set agrees: reading, agreeing, wording anew, looking back."""

import pytest
from django.urls import reverse

from askwell.web.programmes import operations, queries
from askwell.web.programmes.models import Contract, LedgerLine
from factories import (
    NOON,
    a_person,
    a_set,
    everyone_agrees,
    is_in,
    minutes,
    signed_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def jonas():
    return a_person("Jonas Lindqvist")


def at(name, learning_set, **more):
    return reverse(f"programmes:{name}", kwargs={"set_id": learning_set.pk, **more})


def worded(learning_set, *points, read="1", by):
    """Keep these points as the new words."""
    form = {"point": points, "read": read}
    return signed_in(by).post(at("contract_edit", learning_set), form)


class TestReading:
    def test_confidentiality_comes_first_with_its_exceptions_and_steps(self, amara):
        learning_set = operations.begin_set(name="Herons", by=amara, at=NOON)

        answer = signed_in(amara).get(at("contract", learning_set))

        first, second, third, *_ = answer.context["points"]
        assert first.startswith("What is said in the set stays in the set.")
        assert second.startswith("There are exceptions.")
        assert third.startswith("Then we go step by step.")

    @pytest.mark.parametrize(
        "promise",
        [
            "right to report wrongdoing",
            "how many of us came",
            "pay or prospects",
            "artificial intelligence",
            "This is not counselling.",
            "every five weeks",
            "Whoever is late",
            "the host minds dates",
        ],
    )
    def test_the_draft_says_what_a_set_needs_to_have_said(self, promise, amara):
        learning_set = operations.begin_set(name="Herons", by=amara, at=NOON)

        assert promise in queries.current_contract(learning_set).words

    def test_markup_in_it_is_only_text(self, amara):
        learning_set = a_set(amara, words="<script>alert(1)</script>")

        words = signed_in(amara).get(at("contract", learning_set)).text

        assert "<script>alert(1)" not in words

    def test_it_is_not_kept_by_the_browser(self, amara):
        answer = signed_in(amara).get(at("contract", a_set(amara)))

        assert "no-store" in answer.headers["Cache-Control"]

    def test_who_joined_is_named_where_everyone_is_asked_anew(self, amara, jonas):
        learning_set = a_set(amara, agreed=True)
        invitation = operations.invite(
            learning_set, email=jonas.email, by=amara, at=NOON
        )
        operations.ask_to_join(invitation, jonas, at=NOON)

        words = signed_in(amara).get(at("contract", learning_set)).text

        assert "Jonas Lindqvist joined, so everyone was asked anew." in words

    def test_a_newcomer_is_not_asked_to_read_it_once_more(self, amara, jonas):
        learning_set = a_set(amara, agreed=True)
        invitation = operations.invite(
            learning_set, email=jonas.email, by=amara, at=NOON
        )
        operations.ask_to_join(invitation, jonas, at=NOON)

        words = signed_in(jonas).get(at("contract", learning_set)).text

        assert "Please read it once more" not in words

    @pytest.mark.parametrize("number", [1, 3])
    def test_it_costs_the_same_however_many_people(
        self, number, amara, django_assert_num_queries
    ):
        learning_set = a_set(amara, *[a_person() for _ in range(number)], agreed=True)
        browser = signed_in(amara)
        browser.get(at("contract", learning_set))

        with django_assert_num_queries(6):
            browser.get(at("contract", learning_set))


class TestAgreeing:
    def test_one_button_agrees(self, amara):
        learning_set = a_set(amara)
        browser = signed_in(amara)

        browser.post(at("agreements", learning_set), {"read": "1"})

        assert queries.is_agreed(learning_set)
        assert "Everyone agrees" in browser.get(at("contract", learning_set)).text

    def test_agreeing_to_an_older_version_shows_the_newer_one(self, amara, jonas):
        learning_set = a_set(amara, jonas)
        worded(learning_set, "Phones off.", by=jonas)

        answer = signed_in(amara).post(at("agreements", learning_set), {"read": "1"})

        assert answer.status_code == 409
        assert "Phones off." in answer.text
        assert not queries.is_agreed(learning_set)

    def test_any_member_asks_everyone_anew(self, amara, jonas):
        learning_set = a_set(amara, jonas, agreed=True)

        signed_in(jonas).post(at("contract_renewal", learning_set), {"read": "1"})

        newest = queries.current_contract(learning_set)
        assert (newest.version, newest.because) == (2, Contract.Because.REOPENED)
        assert newest.words == "What is said here stays here."
        assert queries.yet_to_agree(learning_set) == [amara, jonas]

    def test_while_somebody_has_yet_to_agree_nobody_asks_anew(self, amara, jonas):
        learning_set = a_set(amara, jonas)

        signed_in(jonas).post(at("contract_renewal", learning_set), {"read": "1"})

        assert queries.current_contract(learning_set).version == 1


class TestWordingAnew:
    def test_every_point_has_a_box_of_its_own(self, amara):
        learning_set = a_set(amara, words="Phones off.\n\nWe begin on time.")

        answer = signed_in(amara).get(at("contract_edit", learning_set))

        assert answer.context["points"] == ["Phones off.", "We begin on time."]
        assert answer.text.count('name="point"') == 2

    def test_boxes_left_empty_are_left_out(self, amara):
        learning_set = a_set(amara)

        worded(learning_set, "Phones off.", "", "  ", "We begin on time.", by=amara)

        newest = queries.current_contract(learning_set)
        assert newest.words == "Phones off.\n\nWe begin on time."

    def test_an_empty_agreement_is_refused(self, amara):
        learning_set = a_set(amara)

        answer = worded(learning_set, "", by=amara)

        assert answer.status_code == 422
        assert "an empty agreement binds nobody" in answer.text

    @pytest.mark.parametrize(
        ("move", "points"),
        [
            ("up-1", ["two", "one", "three"]),
            ("down-1", ["one", "three", "two"]),
            ("up-0", ["one", "two", "three"]),
            ("down-2", ["one", "two", "three"]),
            ("remove-0", ["two", "three"]),
            ("add", ["one", "two", "three", ""]),
            ("remove-9", ["one", "two", "three"]),
        ],
    )
    def test_a_button_moves_a_point_and_keeps_nothing_yet(self, move, points, amara):
        learning_set = a_set(amara)
        form = {"point": ["one", "two", "three"], "read": "1", "move": move}

        answer = signed_in(amara).post(at("contract_edit", learning_set), form)

        assert answer.context["points"] == points
        assert queries.current_contract(learning_set).version == 1

    def test_what_was_moved_about_still_answers_the_version_it_was_taken_from(
        self, amara, jonas
    ):
        learning_set = a_set(amara, jonas)
        worded(learning_set, "Theirs.", by=jonas)
        form = {"point": ["Mine."], "read": "1", "move": "add"}

        answer = signed_in(amara).post(at("contract_edit", learning_set), form)

        assert answer.context["read"] == "1"

    def test_words_written_at_the_same_time_are_kept_on_the_page(self, amara, jonas):
        learning_set = a_set(amara, jonas)
        worded(learning_set, "Theirs.", by=jonas)

        answer = worded(learning_set, "Mine.", by=amara)

        assert answer.status_code == 409
        assert "Theirs." in answer.text
        assert answer.context["points"] == ["Mine."]
        worded(learning_set, "Both.", read=answer.context["read"], by=amara)
        assert queries.current_contract(learning_set).words == "Both."

    def test_the_ledger_has_a_line_for_every_version(self, amara, jonas):
        learning_set = a_set(amara, jonas)

        worded(learning_set, "Phones off.", by=jonas)

        [line] = learning_set.ledger.filter(kind=LedgerLine.Kind.CONTRACT)
        assert (line.detail, line.by) == ("2", jonas)


class TestLookingBack:
    @pytest.fixture
    def reworded(self, amara, jonas):
        learning_set = a_set(
            amara, jonas, words="Phones off.\n\nWe begin on time.", agreed=True
        )
        worded(learning_set, "Phones off.", "We begin and end on time.", by=jonas)
        return learning_set

    def test_every_version_says_why_it_came_about(self, reworded, amara):
        words = signed_in(amara).get(at("versions", reworded)).text

        assert "The set began." in words
        assert "Jonas Lindqvist proposed other words." in words

    def test_a_former_version_says_who_agreed_to_it_and_when(self, reworded, amara):
        words = signed_in(amara).get(at("version", reworded, number=1)).text

        assert words.count("agreed on 3 March 2026") == 2
        assert "We begin on time." in words

    def test_a_version_shows_word_by_word_what_changed(self, reworded, amara):
        words = signed_in(amara).get(at("version", reworded, number=2)).text

        assert "We begin<ins> and end</ins> on time." in words
        assert "<del>" not in words.split('id="changed"')[1].split("<ol")[1]

    def test_the_words_of_a_version_that_only_people_reopened_are_said_to_be_the_same(
        self, amara, jonas
    ):
        learning_set = a_set(amara, jonas, agreed=True)
        operations.leave(queries.membership_of(jonas, learning_set), at=NOON)

        words = signed_in(amara).get(at("version", learning_set, number=2)).text

        assert "The words are those of version 1." in words
        assert "Jonas Lindqvist left, so everyone was asked anew." in words

    def test_there_is_no_version_that_never_was(self, reworded, amara):
        answer = signed_in(amara).get(at("version", reworded, number=9))

        assert answer.status_code == 404

    @pytest.mark.parametrize("how", ["guest", "observer"])
    def test_who_visits_reads_only_what_holds_now(self, how, reworded):
        visitor = a_person("Visiting Vera")
        is_in(reworded, visitor, belonging=how)
        browser = signed_in(visitor)

        now = browser.get(at("contract", reworded))

        assert now.status_code == 200
        assert at("versions", reworded) not in now.text
        assert browser.get(at("versions", reworded)).status_code == 404
        assert browser.get(at("version", reworded, number=1)).status_code == 404

    @pytest.mark.parametrize("number", [1, 3])
    def test_it_costs_the_same_however_many_versions(
        self, number, amara, jonas, django_assert_num_queries
    ):
        learning_set = a_set(amara, jonas, agreed=True)
        for read in range(1, number + 1):
            later = NOON + minutes(read)
            operations.agree_anew(learning_set, read=read, by=amara, at=later)
            everyone_agrees(learning_set, at=later)
        browser = signed_in(amara)
        browser.get(at("versions", learning_set))

        with django_assert_num_queries(6):
            browser.get(at("versions", learning_set))
