"""A set decides whether it goes on; Askwell asks, and does not count for it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.web.meetings.operations import convening
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.queries import current_contract, yet_to_agree
from askwell.web.renewal import operations, queries
from askwell.web.renewal.models import Preference, Renewal
from askwell.web.renewal.refusals import NotNowError, Reason
from factories import NOON, a_person, signed_in
from web.renewal.meets import a_set_that_met, all_say, four, to_come

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return four()


@pytest.fixture
def learning_set(people):
    return a_set_that_met(*people, facilitator=people[0])


@pytest.fixture
def renewal(learning_set, people):
    return operations.ask(learning_set, by=people[0], at=NOON)


def test_asking_twice_is_asking_once(learning_set, people, renewal):
    assert operations.ask(learning_set, by=people[1], at=NOON) == renewal


def test_what_members_would_like_is_told_once_all_have_said(renewal, people):
    all_say(renewal, "go_on", people[:3])
    before = queries.leanings(renewal, at=NOON)

    operations.say(renewal, "pause", by=people[3])

    after = queries.leanings(renewal, at=NOON)
    assert (before.may_decide, before.missing) == (False, 1)
    assert after.may_decide
    assert after.counts == {"go_on": 3, "pause": 1, "end": 0}


def test_one_may_change_ones_mind(renewal, people):
    operations.say(renewal, "end", by=people[1])

    operations.say(renewal, "go_on", by=people[1])

    assert queries.preference_of(people[1], renewal) == "go_on"
    assert renewal.preferences.count() == 1


def test_nothing_is_decided_while_somebody_has_not_said(renewal, people):
    all_say(renewal, "go_on", people[:3])

    with pytest.raises(NotNowError) as refused:
        operations.decide(renewal, "go_on", by=people[0], at=NOON)

    assert refused.value.reason is Reason.NOT_ALL_HAVE_SAID


def test_after_two_weeks_nobody_is_waited_for(renewal, people):
    all_say(renewal, "go_on", people[:3])

    operations.decide(renewal, "go_on", by=people[0], at=NOON + timedelta(days=14))

    assert queries.last_decision(renewal.learning_set).decision == "go_on"


def test_whoever_left_no_longer_counts(renewal, people):
    all_say(renewal, "go_on", people[:3])
    renewal.learning_set.memberships.filter(person=people[3]).update(left_at=NOON)

    assert queries.leanings(renewal, at=NOON).may_decide


class TestHowManySaidWhat:
    def test_is_not_told_of_a_leaver_by_the_difference(self, renewal, people):
        all_say(renewal, "go_on", people[:3])
        operations.say(renewal, "end", by=people[3])
        before = queries.leanings(renewal, at=NOON)

        renewal.learning_set.memberships.filter(person=people[3]).update(left_at=NOON)

        after = queries.leanings(renewal, at=NOON)
        assert (before.may_be_told, after.may_be_told) == (True, False)
        assert after.may_decide

    def test_is_not_told_of_few_when_time_is_up(self, renewal, people):
        all_say(renewal, "go_on", people[:3])

        known = queries.leanings(renewal, at=NOON + timedelta(days=14))

        assert known.may_decide
        assert not known.may_be_told

    def test_stands_on_the_page_only_when_it_may_be_told(
        self, learning_set, renewal, people
    ):
        all_say(renewal, "end", people)
        browser = signed_in(people[1])
        address = reverse("renewal:going_on", args=[learning_set.pk])
        before = browser.get(address).text

        learning_set.memberships.filter(person=people[3]).update(left_at=NOON)

        after = browser.get(address).text
        sentence = "How many said what would tell who said it"
        assert (sentence in before, sentence in after) == (False, True)
        assert ("<dd>4</dd>" in before, "<dd>3</dd>" in after) == (True, False)


class TestGoingOn:
    def test_opens_the_agreement_again(self, learning_set, renewal, people):
        version = current_contract(learning_set).version
        all_say(renewal, "go_on", people)

        operations.decide(renewal, "go_on", meetings=6, by=people[2], at=NOON)

        assert current_contract(learning_set).version == version + 1
        assert len(yet_to_agree(learning_set)) == 4
        assert queries.last_decision(learning_set).meetings == 6

    def test_forgets_what_each_would_have_liked(self, renewal, people):
        all_say(renewal, "go_on", people)

        operations.decide(renewal, "go_on", by=people[2], at=NOON)

        assert not Preference.objects.exists()

    def test_with_a_change_opens_the_next_meeting_with_it(
        self, learning_set, renewal, people
    ):
        all_say(renewal, "go_on", people)
        words = "Begin on time, with whoever is there"

        operations.decide(renewal, "change", words=words, by=people[2], at=NOON)

        begun = convening(to_come(learning_set), seed=1)
        assert begun.improvement == words
        assert begun.improvement_by == str(people[2].pk)

    @pytest.mark.parametrize("screen", ["room", "screen"])
    def test_with_a_change_shows_it_on_every_screen_before_the_meeting(
        self, screen, learning_set, renewal, people
    ):
        all_say(renewal, "go_on", people)
        words = "Begin on time, with whoever is there"
        operations.decide(renewal, "change", words=words, by=people[2], at=NOON)
        meeting = to_come(learning_set)

        page = signed_in(people[3]).get(
            reverse(f"meetings:{screen}", args=[meeting.pk])
        )

        assert "What we wanted to try this time" in page.text
        assert words in page.text

    def test_cannot_be_decided_twice(self, renewal, people):
        all_say(renewal, "go_on", people)
        operations.decide(renewal, "pause", by=people[2], at=NOON)

        with pytest.raises(NotNowError) as refused:
            operations.decide(renewal, "go_on", by=people[2], at=NOON)

        assert refused.value.reason is Reason.DECIDED


class TestDecidingToEnd:
    def test_any_member_notes_it_when_all_would_like_it(self, renewal, people):
        all_say(renewal, "end", people)

        operations.decide(renewal, "end", by=people[3], at=NOON)

        assert queries.last_decision(renewal.learning_set).decision == "end"

    def test_takes_whoever_leads_when_not_all_would(self, renewal, people):
        all_say(renewal, "end", people[:3])
        operations.say(renewal, "go_on", by=people[3])

        with pytest.raises(NotNowError) as refused:
            operations.decide(renewal, "end", by=people[3], at=NOON)
        operations.decide(renewal, "end", by=people[0], at=NOON)

        assert refused.value.reason is Reason.NOT_ALL_WANT_THE_END
        assert queries.last_decision(renewal.learning_set).decision == "end"

    def test_is_not_for_one_alone_where_members_take_turns(self, renewal, people):
        learning_set = renewal.learning_set
        learning_set.facilitated_by = LearningSet.FacilitatedBy.TURNS
        learning_set.save()
        all_say(renewal, "go_on", people[1:3])
        all_say(renewal, "end", [people[0], people[3]])

        with pytest.raises(NotNowError) as refused:
            operations.decide(renewal, "end", by=people[0], at=NOON)
        operations.say(renewal, "end", by=people[1])
        operations.decide(renewal, "end", by=people[0], at=NOON)

        assert refused.value.reason is Reason.NOT_ALL_WANT_THE_END
        assert queries.last_decision(learning_set).decision == "end"

    def test_is_not_for_the_leader_before_all_have_spoken(self, renewal, people):
        all_say(renewal, "end", people[:3])

        with pytest.raises(NotNowError) as refused:
            operations.decide(renewal, "end", by=people[0], at=NOON)

        assert refused.value.reason is Reason.NOT_ALL_HAVE_SAID


def test_nobody_from_outside_has_a_say(renewal):
    with pytest.raises(NotNowError) as refused:
        operations.say(renewal, "end", by=a_person("Eve"))

    assert refused.value.reason is Reason.NOT_YOURS_TO_DO


class TestThePage:
    def test_asks_for_ones_own_wish_first(self, learning_set, people):
        operations.ask(learning_set, by=people[0], at=timezone.now())
        address = reverse("renewal:going_on", args=[learning_set.pk])
        browser = signed_in(people[1])

        browser.post(address, {"choice": "go_on"})

        page = browser.get(address).text
        assert "What you have said" in page
        assert "3 members have not said yet." in page
        assert "What you decide" not in page

    def test_offers_the_decision_and_then_the_dates(
        self, learning_set, renewal, people
    ):
        all_say(renewal, "go_on", people)
        renewal.learning_set.refresh_from_db()
        browser = signed_in(people[1])

        browser.post(
            reverse("renewal:decision", args=[learning_set.pk]),
            {"decision": "go_on", "meetings": "6", "words": ""},
        )

        page = browser.get(reverse("renewal:going_on", args=[learning_set.pk])).text
        assert "6 more meetings." in page
        assert f"/sets/{learning_set.pk}/dates/" in page

    def test_asks_for_the_words_of_a_change(self, learning_set, renewal, people):
        all_say(renewal, "go_on", people)

        page = signed_in(people[1]).post(
            reverse("renewal:decision", args=[learning_set.pk]),
            {"decision": "change", "words": ""},
        )

        assert page.status_code == 422
        assert "Write the one thing you will change." in page.text
        assert Renewal.objects.get().decision == ""

    def test_refuses_an_end_that_not_all_want_and_says_why(
        self, learning_set, renewal, people
    ):
        all_say(renewal, "go_on", people)

        page = signed_in(people[1]).post(
            reverse("renewal:decision", args=[learning_set.pk]), {"decision": "end"}
        )

        assert page.status_code == 409
        assert "Not everyone would like to end." in page.text
