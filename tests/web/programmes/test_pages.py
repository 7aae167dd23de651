"""The pages of a set: beginning it, its people, its agreement."""

import pytest
from django.urls import reverse

from askwell.process.formats import FORMATS
from askwell.web.programmes import queries
from factories import NOON, a_person, a_set, is_in, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def jonas():
    return a_person("Jonas Lindqvist")


def at(name, learning_set, **more):
    return reverse(f"programmes:{name}", kwargs={"set_id": learning_set.pk, **more})


class TestChanging:
    def form(self, **given):
        return {
            "name": "Herons",
            "purpose": "To think",
            "meeting_format": "virtual_60",
            "meeting_link": "https://call.example/herons",
            **given,
        }

    def test_every_format_is_explained_in_a_sentence(self, amara):
        words = signed_in(amara).get(at("edit", a_set(amara))).text

        for each in FORMATS:
            assert each.title in words
            assert each.sentence.replace("'", "&#x27;") in words

    def test_a_link_that_is_no_safe_link_is_refused(self, amara):
        answer = signed_in(amara).post(
            at("edit", a_set(amara)), self.form(meeting_link="javascript:alert(1)")
        )

        assert answer.context["form"].errors.keys() == {"meeting_link"}

    def test_any_member_may_change_it(self, amara, jonas):
        learning_set = a_set(amara, jonas)

        signed_in(jonas).post(at("edit", learning_set), self.form(name="Quiet herons"))

        learning_set.refresh_from_db()
        assert learning_set.name == "Quiet herons"


class TestPeople:
    def test_it_names_members_guests_and_who_waits(self, amara, jonas):
        learning_set = a_set(
            amara,
            guests=[a_person("Guest Gil")],
            waiting=[a_person("Waiting Wen")],
            left=[jonas],
        )

        words = signed_in(amara).get(at("people", learning_set)).text

        assert "Guest Gil" in words
        assert "Waiting Wen" in words
        assert "Jonas" not in words

    def test_an_invitation_is_sent_from_it(self, amara):
        learning_set = a_set(amara)

        signed_in(amara).post(
            at("invitations", learning_set), {"email": "noor@people.example"}
        )

        [invitation] = learning_set.invitations.all()
        assert invitation.email == "noor@people.example"

    def test_a_set_that_has_ended_invites_and_asks_nobody(self, amara):
        learning_set = a_set(amara)
        learning_set.ended_at = NOON
        learning_set.save(update_fields=["ended_at"])
        browser = signed_in(amara)

        people = browser.get(at("people", learning_set)).text
        agreement = browser.get(at("contract", learning_set)).text

        assert at("invitations", learning_set) not in people
        assert at("agreements", learning_set) not in agreement
        assert at("contract_edit", learning_set) not in agreement

    def test_several_are_invited_at_once(self, amara):
        learning_set = a_set(amara)
        typed = "noor@people.example, ike@people.example\nnoor@people.example"

        signed_in(amara).post(at("invitations", learning_set), {"email": typed})

        invited = {each.email for each in learning_set.invitations.all()}
        assert invited == {"noor@people.example", "ike@people.example"}
        assert learning_set.invitations.count() == 2

    def test_an_address_that_is_none_is_explained_where_it_was_typed(self, amara):
        answer = signed_in(amara).post(
            at("invitations", a_set(amara)), {"email": "noor"}
        )

        assert answer.status_code == 422
        assert "There is no @ in it." in answer.text

    def test_the_guests_link_can_be_made_copied_and_closed(self, amara):
        learning_set = a_set(amara)
        browser = signed_in(amara)
        browser.post(at("links", learning_set), {"belonging": "guest"})
        [link] = learning_set.invitations.all()
        assert f"/join/{link.code}/" in browser.get(at("people", learning_set)).text

        browser.post(at("withdrawal", learning_set, invitation_id=link.pk))

        assert f"/join/{link.code}/" not in browser.get(at("people", learning_set)).text

    def test_a_formed_set_says_whose_yes_is_missing(self, amara, jonas):
        learning_set = a_set(amara, jonas, agreed=True)
        newcomer = is_in(learning_set, a_person("Mei"), joined_at=None)
        browser = signed_in(amara)

        browser.post(
            at("answer", learning_set, membership_id=newcomer.pk), {"answer": "yes"}
        )

        words = browser.get(at("people", learning_set)).text
        assert "Still to answer: Jonas Lindqvist." in words

    def test_somebody_of_another_set_is_not_answered_here(self, amara, jonas):
        elsewhere = is_in(a_set(jonas), a_person("Mei"), joined_at=None)

        answer = signed_in(amara).post(
            at("answer", a_set(amara), membership_id=elsewhere.pk), {"answer": "yes"}
        )

        assert answer.status_code == 404
        elsewhere.refresh_from_db()
        assert elsewhere.is_waiting

    @pytest.mark.parametrize("number", [1, 3])
    def test_it_costs_the_same_however_many_people(
        self, number, amara, django_assert_num_queries
    ):
        learning_set = a_set(
            amara,
            *[a_person() for _ in range(number)],
            guests=[a_person() for _ in range(number)],
            waiting=[a_person() for _ in range(number)],
        )
        browser = signed_in(amara)
        browser.get(at("people", learning_set))

        with django_assert_num_queries(8):
            browser.get(at("people", learning_set))


class TestLeaving:
    def test_a_page_says_first_what_it_means(self, amara, jonas):
        learning_set = a_set(amara, jonas)

        words = signed_in(jonas).get(at("leaving", learning_set)).text

        assert "no reason is asked" in words
        assert jonas in queries.members_of(learning_set)

    def test_then_one_button_does_it(self, amara, jonas):
        learning_set = a_set(amara, jonas)

        signed_in(jonas).post(at("leaving", learning_set))

        assert queries.members_of(learning_set) == [amara]
