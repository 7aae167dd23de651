"""A person's own actions, on a page of their own."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from askwell.web.actions import operations
from askwell.web.actions.models import Action, Status
from factories import NOON, a_person, a_set, an_action, signed_in

pytestmark = pytest.mark.django_db

PAGE = "/actions/"


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


def of(name, action):
    return reverse(f"actions:{name}", args=[action.pk])


def test_it_shows_what_i_chose_and_how_i_shall_know(amara):
    an_action(amara, words="Ask the clerks", how_known="Six answers")

    words = signed_in(amara).get(PAGE).text

    assert "Ask the clerks" in words
    assert "Six answers" in words


def test_it_is_empty_until_something_was_chosen(amara):
    assert "No open actions" in signed_in(amara).get(PAGE).text


def test_nobody_elses_actions_are_on_it(amara):
    jonas = a_person("Jonas")
    an_action(jonas, a_set(amara, jonas), words="Of Jonas")

    assert "Of Jonas" not in signed_in(amara).get(PAGE).text


def test_it_counts_and_ranks_nothing(amara):
    """INV-10."""
    for status in (Status.DONE, Status.DROPPED):
        operations.report_back(
            an_action(amara), by=amara, meeting=uuid4(), status=status, at=NOON
        )

    words = signed_in(amara).get(PAGE).text

    assert "%" not in words.split("<main")[1].split("</main>")[0]


def test_i_word_it_anew(amara):
    action = an_action(amara)

    signed_in(amara).post(
        of("action", action), {"words": "Ask the night shift", "due_on": "2026-04-01"}
    )

    action = Action.objects.get()
    assert (action.words, action.due_on) == ("Ask the night shift", date(2026, 4, 1))


def test_i_drop_it_and_take_it_up_again(amara):
    action = an_action(amara)
    browser = signed_in(amara)

    browser.post(of("dropping", action), {"drop": "yes"})
    assert "Dropped, to be told next time" in browser.get(PAGE).text
    browser.post(of("dropping", action), {"drop": "no"})
    assert Action.objects.get().status == Status.OPEN


def test_what_i_reported_stays_as_i_reported_it(amara):
    action = an_action(amara)
    operations.report_back(
        action, by=amara, meeting=uuid4(), status=Status.DONE, learned="A lot", at=NOON
    )
    browser = signed_in(amara)

    assert "A lot" in browser.get(PAGE).text
    assert browser.get(of("action", action)).status_code == 404


def test_my_actions_stay_mine_after_i_have_left_the_set(amara):
    learning_set = a_set(a_person("Jonas"), left=[amara], name="The old set")
    an_action(amara, learning_set, words="Still mine")

    words = signed_in(amara).get(PAGE).text

    assert "Still mine" in words
    assert "The old set" not in words


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_however_many_actions(
    number, amara, django_assert_num_queries
):
    learning_set = a_set(amara)
    for _ in range(number):
        an_action(amara, learning_set)
        operations.report_back(
            an_action(amara, learning_set),
            by=amara,
            meeting=uuid4(),
            status=Status.DONE,
            at=NOON,
        )
    browser = signed_in(amara)
    browser.get(PAGE)

    with django_assert_num_queries(7):
        browser.get(PAGE)
