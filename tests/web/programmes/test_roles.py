"""The pages on who does what: facilitating next, hosting, voting, and the ledger."""

import re

import pytest
from django.urls import reverse

from askwell.web.programmes import operations, queries
from askwell.web.programmes.models import Belonging, LedgerLine, Vote
from factories import NOON, a_person, a_set, is_in, minutes, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def jonas():
    return a_person("Jonas Lindqvist")


@pytest.fixture
def learning_set(amara, jonas):
    """Amara's set, which Jonas facilitates."""
    return a_set(amara, facilitator=jonas)


def at(name, learning_set, **more):
    return reverse(f"programmes:{name}", kwargs={"set_id": learning_set.pk, **more})


def words_of(answer):
    """What stands on the page, without its lines and tags."""
    return " ".join(answer.text.split())


class TestWhoDoesWhat:
    def test_it_says_who_facilitates_next_and_why(self, learning_set, amara):
        words = words_of(signed_in(amara).get(at("roles", learning_set)))

        assert "Jonas Lindqvist" in words
        assert "as usual" in words

    def test_the_facilitator_hands_the_next_meeting_over(
        self, learning_set, amara, jonas
    ):
        hers = queries.membership_of(amara, learning_set)

        signed_in(jonas).post(at("next_facilitator", learning_set), {"person": hers.pk})

        learning_set.refresh_from_db()
        assert learning_set.next_facilitator == amara

    def test_somebody_of_another_set_cannot_be_chosen(self, learning_set, jonas):
        elsewhere = queries.membership_of(jonas, a_set(jonas))

        answer = signed_in(jonas).post(
            at("next_facilitator", learning_set), {"person": elsewhere.pk}
        )

        assert answer.status_code == 422

    def test_a_member_offers_and_takes_the_offer_back(self, learning_set, amara):
        browser = signed_in(amara)

        browser.post(at("offer", learning_set), {"says": "yes"})
        offered = words_of(browser.get(at("roles", learning_set)))
        browser.post(at("offer", learning_set), {"says": "no"})

        assert "Offering to: Amara Okafor." in offered
        assert queries.roles_of(learning_set).offered_by == []

    def test_one_press_makes_oneself_the_host_and_another_steps_back(
        self, learning_set, amara
    ):
        browser, mine = signed_in(amara), queries.membership_of(amara, learning_set)

        browser.post(at("host", learning_set), {"person": mine.pk})
        chosen = queries.host_of(learning_set)
        browser.post(at("host", learning_set), {"person": ""})

        assert chosen == mine
        assert queries.host_of(learning_set) is None

    def test_taking_turns_it_shows_the_order_of_turns(self, learning_set, amara, jonas):
        learning_set.facilitated_by = "turns"
        learning_set.save()
        operations.keep_who_facilitated(learning_set, [amara.pk], at=NOON)

        answer = signed_in(amara).get(at("roles", learning_set))

        turns = answer.text.split('<ol class="turns">')[1].split("</ol>")[0]
        assert turns.index("Jonas") < turns.index("Amara")
        assert "last on 3 March 2026" in turns

    def test_a_set_without_a_facilitator_is_told_what_to_choose(self, amara):
        words = words_of(signed_in(amara).get(at("roles", a_set(amara))))

        assert "Nobody facilitates for good just now." in words

    def test_the_dial_is_said_in_a_plain_sentence(self, learning_set, jonas):
        browser = signed_in(jonas)

        browser.post(at("dial", learning_set), {"dial": "co_leads"})

        words = words_of(browser.get(at("roles", learning_set)))
        assert "A member leads and the facilitator helps" in words

    def test_leading_no_more_is_answered_with_the_way_to_a_vote(
        self, learning_set, jonas
    ):
        answer = signed_in(jonas).post(at("dial", learning_set), {"dial": "none"})

        assert answer.status_code == 409
        assert "own vote" in answer.text

    def test_a_member_withdraws_a_consent_without_being_named(
        self, learning_set, amara
    ):
        watching = is_in(learning_set, a_person("Olu"), belonging=Belonging.OBSERVER)
        browser = signed_in(amara)

        browser.post(at("consent_withdrawal", learning_set, membership_id=watching.pk))

        words = words_of(browser.get(at("ledger", learning_set)))
        assert "Olu is no longer here: not everyone consents any longer." in words

    @pytest.mark.parametrize("number", [1, 3])
    def test_it_costs_the_same_however_many_people(
        self, number, amara, django_assert_num_queries
    ):
        learning_set = a_set(amara, *[a_person() for _ in range(number)])
        for _ in range(number):
            is_in(learning_set, a_person(), belonging=Belonging.OBSERVER)
        browser = signed_in(amara)
        browser.get(at("roles", learning_set))

        with django_assert_num_queries(6):
            browser.get(at("roles", learning_set))


class TestVoting:
    @pytest.fixture
    def vote(self, learning_set, amara):
        return operations.open_vote(learning_set, Vote.Kind.TURNS, by=amara, at=NOON)

    def test_a_member_asks_the_set_and_is_led_to_the_question(
        self, learning_set, amara
    ):
        answer = signed_in(amara).post(at("votes", learning_set), {"kind": "turns"})

        assert answer.url == queries.open_vote(learning_set).get_absolute_url()

    def test_who_has_answered_is_shown_and_never_what(self, vote, amara, jonas):
        operations.answer_vote(vote, says_yes=False, by=jonas, at=NOON + minutes(1))

        words = words_of(signed_in(amara).get(vote.get_absolute_url()))

        assert words.count(">has answered</span>") == 1
        assert words.count("not yet") == 1
        assert "You have said" not in words

    def test_a_first_yes_and_a_first_no_are_both_heard(self, vote, amara):
        browser = signed_in(amara)

        page = browser.get(vote.get_absolute_url()).text

        buttons = re.findall(r'name="(\w+)" value="(yes|no)"', page)
        assert buttons == [("says", "yes"), ("says", "no")]

    def test_everybodys_yes_is_carried_out_and_said(self, learning_set, amara, jonas):
        signed_in(amara).post(at("votes", learning_set), {"kind": "turns"})
        path = queries.open_vote(learning_set).get_absolute_url()

        for person in (amara, jonas):
            signed_in(person).post(path, {"says": "yes"})

        words = words_of(signed_in(amara).get(path))
        assert "The set said yes" in words
        assert "From now on you take turns." in words

    def test_a_vote_of_another_set_is_not_there(self, vote):
        stranger = a_person("Stranger")
        own = a_set(stranger)

        answer = signed_in(stranger).get(at("vote", own, vote_id=vote.pk))

        assert answer.status_code == 404


class TestTheLedger:
    def test_it_says_what_was_done_the_newest_first(self, learning_set, amara, jonas):
        operations.choose_host(
            learning_set,
            queries.membership_of(jonas, learning_set),
            by=amara,
            at=NOON + minutes(1),
        )

        answer = signed_in(amara).get(at("ledger", learning_set))

        assert [each["words"] for each in answer.context["lines"]] == [
            "Jonas Lindqvist is the host.",
            "Amara Okafor began the set.",
        ]
        assert "By Amara Okafor" in words_of(answer)

    @pytest.mark.parametrize("kind", LedgerLine.Kind.values)
    def test_every_kind_of_line_has_its_words(self, kind, learning_set, amara):
        operations.enter(learning_set, LedgerLine.Kind(kind), by=amara, at=NOON)

        answer = signed_in(amara).get(at("ledger", learning_set))

        assert all(each["words"] for each in answer.context["lines"])

    def test_thirty_lines_are_a_page(self, learning_set, amara):
        for number in range(40):
            operations.enter(
                learning_set,
                LedgerLine.Kind.EXPORT,
                by=amara,
                at=NOON + minutes(number),
            )
        browser = signed_in(amara)

        first = browser.get(at("ledger", learning_set))
        second = browser.get(at("ledger", learning_set), {"page": "2"})

        assert len(first.context["lines"]) == 30
        assert len(second.context["lines"]) == 11
        assert "Page 1 of 2" in words_of(first)

    @pytest.mark.parametrize("number", [1, 3])
    def test_it_costs_the_same_however_many_lines(
        self, number, learning_set, amara, django_assert_num_queries
    ):
        for _ in range(number):
            operations.enter(learning_set, LedgerLine.Kind.LEFT, by=a_person(), at=NOON)
        browser = signed_in(amara)
        browser.get(at("ledger", learning_set))

        with django_assert_num_queries(5):
            browser.get(at("ledger", learning_set))


class TestPeople:
    def test_it_says_who_is_who(self, learning_set, amara):
        outside, watching, learning = (a_person(name) for name in ("Del", "Olu", "Tia"))
        is_in(learning_set, outside, belonging="facilitator", is_facilitator=True)
        is_in(learning_set, watching, belonging="observer")
        is_in(learning_set, learning, belonging="trainee")

        words = words_of(signed_in(amara).get(at("people", learning_set)))

        assert "Facilitator from outside, facilitates the next meeting" in words
        assert "Watches, and says nothing" in words
        assert "Learns to facilitate" in words
        assert "2 members" in words

    @pytest.mark.parametrize("belonging", ["observer", "trainee", "facilitator"])
    def test_there_is_a_link_for_each_way_to_belong(
        self, belonging, learning_set, amara
    ):
        signed_in(amara).post(at("links", learning_set), {"belonging": belonging})

        [link] = learning_set.invitations.all()
        assert link.belonging == belonging
