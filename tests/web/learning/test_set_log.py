"""What a set has learned together, meeting by meeting; for its members."""

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.web.learning import queries
from askwell.web.learning.models import Tried
from askwell.web.meetings import memory
from askwell.web.meetings.operations import wish
from factories import a_person, signed_in
from web.learning.held import SEEN, SHARED, WELL, WISH, a_set_that_meets

pytestmark = pytest.mark.django_db


@pytest.fixture
def thursday():
    memory._known.clear()
    return a_set_that_meets()


def page_of(thursday):
    return f"/sets/{thursday.learning_set.pk}/log/"


def say(person, meeting, answer):
    address = reverse("learning:trial", args=[meeting.pk])
    return signed_in(person).post(address, {"answer": answer})


def test_it_says_what_was_shared_done_well_and_wished(thursday):
    thursday.whole()

    page = signed_in(thursday.ana).get(page_of(thursday)).text

    for words in (SHARED, WELL, WISH, "Chiara Russo"):
        assert words in page


def test_what_a_presenter_learned_in_their_time_is_not_in_it(thursday):
    thursday.whole()

    assert SEEN not in signed_in(thursday.ben).get(page_of(thursday)).text


def test_the_newest_meeting_stands_first(thursday):
    first, second = (thursday.whole(days=day) for day in (0, 35))

    log = queries.log_of(thursday.learning_set)

    assert [leaf.meeting for leaf in log.leaves] == [second, first]
    assert [leaf.number for leaf in log.leaves] == [2, 1]


def test_the_last_wish_is_on_top(thursday):
    thursday.whole(wish="An older wish")
    thursday.whole(days=35, wish="The newer wish")

    log = queries.log_of(thursday.learning_set)

    assert log.wish.words == "The newer wish"


def test_what_was_decided_since_takes_the_place_of_the_wish(thursday):
    thursday.whole(wish="An older wish")
    wish(thursday.learning_set, "Meet twice a year", by=thursday.chi, at=timezone.now())

    log = queries.log_of(thursday.learning_set)

    assert log.wish == queries.Said("Meet twice a year", "Chiara Russo")


class TestWhetherItWasTried:
    def test_any_member_says_so_for_the_set(self, thursday):
        meeting = thursday.whole()
        thursday.whole(days=35)

        say(thursday.chi, meeting, "partly")

        leaf = queries.log_of(thursday.learning_set).leaves[1]
        assert (leaf.tried, Tried.objects.get().by) == ("partly", thursday.chi)

    def test_the_last_answer_stands_and_can_be_taken_back(self, thursday):
        meeting = thursday.whole()
        for answer in ("no", "yes"):
            say(thursday.ana, meeting, answer)
        assert Tried.objects.get().answer == "yes"

        say(thursday.ana, meeting, "")

        assert not Tried.objects.exists()

    def test_it_is_asked_once_the_set_has_met_again(self, thursday):
        thursday.whole()
        browser = signed_in(thursday.ana)
        assert "Did we?" not in browser.get(page_of(thursday)).text

        thursday.whole(days=35)

        assert browser.get(page_of(thursday)).text.count("Did we?") == 1

    def test_nobody_outside_the_set_says_so(self, thursday):
        meeting = thursday.whole()

        assert say(a_person("Jonas"), meeting, "yes").status_code == 404
        assert not Tried.objects.exists()


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_however_many_meetings(
    number, thursday, django_assert_num_queries
):
    for day in range(number):
        thursday.whole(days=day)
    browser = signed_in(thursday.ana)
    browser.get(page_of(thursday))
    memory._known.clear()

    with django_assert_num_queries(12):
        browser.get(page_of(thursday))
