"""A person's own actions, on a page of their own."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.web.actions import operations, queries
from askwell.web.actions.models import Action, Status
from askwell.web.programmes.models import Belonging
from factories import (
    NOON,
    a_person,
    a_set,
    a_topic,
    an_action,
    is_in,
    signed_in,
)

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
        of("wording", action), {"words": "Ask the night shift", "due_on": "2026-04-01"}
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

    assert "A lot" in browser.get(f"{PAGE}?show=settled").text
    assert "A lot" in browser.get(of("action", action)).text
    assert browser.get(of("wording", action)).status_code == 404


def test_my_actions_stay_mine_after_i_have_left_the_set(amara):
    learning_set = a_set(a_person("Jonas"), left=[amara], name="The old set")
    an_action(amara, learning_set, words="Still mine")

    words = signed_in(amara).get(PAGE).text

    assert "Still mine" in words
    assert "The old set" not in words


def test_open_and_settled_are_shown_apart(amara):
    an_action(amara, words="Still to do")
    told = an_action(amara, words="Long done")
    operations.report_back(told, by=amara, meeting=uuid4(), status=Status.DONE, at=NOON)
    browser = signed_in(amara)

    opened, settled = browser.get(PAGE).text, browser.get(f"{PAGE}?show=settled").text

    assert ("Still to do" in opened, "Long done" in opened) == (True, False)
    assert ("Still to do" in settled, "Long done" in settled) == (False, True)


class TestChoosingBetweenMeetings:
    def test_it_is_kept_in_the_set_that_hears_of_it(self, amara):
        learning_set = a_set(amara)

        signed_in(amara).post(
            reverse("actions:new"),
            {"words": "Ask Rosa", "learning_set": learning_set.pk},
        )

        [action] = queries.awaiting_report(learning_set)
        assert (action.owner, action.words, action.made_in) == (amara, "Ask Rosa", None)

    def test_it_may_be_about_a_topic_of_mine(self, amara):
        learning_set, topic = a_set(amara), a_topic(amara)

        signed_in(amara).post(
            reverse("actions:new"),
            {"words": "Ask", "learning_set": learning_set.pk, "topic": topic.pk},
        )

        assert Action.objects.get().topic == topic

    def test_who_is_in_one_set_is_not_asked_in_which(self, amara):
        learning_set = a_set(amara)

        form = signed_in(amara).get(reverse("actions:new")).context["form"]

        field = form["learning_set"]
        assert (field.is_hidden, field.value()) == (True, learning_set.pk)

    def test_an_address_may_name_the_set_and_the_topic(self, amara):
        first, second = a_set(amara, name="First"), a_set(amara, name="Second")
        topic = a_topic(amara)
        address = f"{reverse('actions:new')}?learning_set={second.pk}&topic={topic.pk}"

        form = signed_in(amara).get(address).context["form"]

        assert form["learning_set"].value() == str(second.pk) != str(first.pk)
        assert form["topic"].value() == str(topic.pk)

    def test_what_changed_leads_to_what_it_became(self, amara):
        learning_set = a_set(amara)
        action = an_action(amara, learning_set)
        operations.report_back(
            action, by=amara, meeting=uuid4(), status=Status.CHANGED, at=NOON
        )

        page = signed_in(amara).get(of("action", action)).text

        assert f"/actions/new/?learning_set={learning_set.pk}" in page

    @pytest.mark.parametrize("foreign", ["learning_set", "topic"])
    def test_what_is_not_mine_cannot_be_chosen(self, foreign, amara):
        jonas = a_person("Jonas")
        mine = {"learning_set": a_set(amara).pk, "topic": a_topic(amara).pk}
        others = {"learning_set": a_set(jonas).pk, "topic": a_topic(jonas).pk}

        answer = signed_in(amara).post(
            reverse("actions:new"),
            {"words": "Ask", **mine, foreign: others[foreign]},
        )

        assert answer.status_code == 422
        assert not Action.objects.exists()

    def test_a_set_i_have_left_hears_nothing_more(self, amara):
        learning_set = a_set(a_person("Jonas"), left=[amara])

        with pytest.raises(operations.NotInTheSetError):
            operations.choose(
                learning_set=learning_set, owner=amara, words="Ask", at=NOON
            )

    @pytest.mark.parametrize(
        "belonging", [Belonging.FACILITATOR, Belonging.OBSERVER, Belonging.GUEST]
    )
    def test_who_is_not_of_the_set_chooses_nothing_in_it(self, belonging, amara):
        """INV-2."""
        learning_set = a_set(a_person("Jonas"))
        is_in(learning_set, amara, belonging=belonging)

        with pytest.raises(operations.NotInTheSetError):
            operations.choose(
                learning_set=learning_set, owner=amara, words="Ask", at=NOON
            )

    def test_i_undo_it_while_it_is_fresh(self, amara):
        operations.choose(
            learning_set=a_set(amara), owner=amara, words="Oh no", at=timezone.now()
        )
        action = Action.objects.get()

        signed_in(amara).post(of("withdrawal", action))

        assert not Action.objects.exists()

    def test_later_it_is_dropped_and_told_instead(self, amara):
        """INV-9."""
        action = an_action(amara)

        answer = signed_in(amara).post(of("withdrawal", action), follow=True)

        assert "no longer fresh" in answer.text
        assert Action.objects.filter(pk=action.pk).exists()

    def test_what_was_chosen_in_a_meeting_is_not_undone(self, amara):
        action = an_action(amara, meeting=uuid4())

        with pytest.raises(operations.TooLateError):
            operations.take_back(action, by=amara, at=NOON)


class TestWithoutANextMeeting:
    @pytest.fixture
    def action(self, amara):
        return an_action(amara, a_set(a_person("Jonas"), left=[amara]))

    def test_i_say_for_myself_what_came_of_it(self, amara, action):
        signed_in(amara).post(
            of("telling", action), {"status": "done", "learned": "To ask sooner"}
        )

        [told] = action.report_backs.select_related("action")
        assert (told.meeting, told.learned) == (None, "To ask sooner")
        assert list(queries.settled_actions(amara)) == [action]

    def test_where_the_set_meets_again_the_set_hears_it(self, amara):
        """INV-9."""
        action = an_action(amara, a_set(amara))

        signed_in(amara).post(of("telling", action), {"status": "done"})

        assert list(queries.open_actions(amara)) == [action]
        with pytest.raises(operations.StillToBeToldError):
            operations.settle_alone(
                action,
                by=amara,
                status=Status.DONE,
                told=operations.Told(),
                at=NOON,
            )

    def test_nobody_else_says_it_for_me(self, action):
        with pytest.raises(operations.NotTheOwnerError):
            operations.settle_alone(
                action,
                by=a_person("Jonas"),
                status=Status.DONE,
                told=operations.Told(),
                at=NOON,
            )


@pytest.mark.parametrize("number", [1, 3])
def test_one_action_costs_the_same_however_much_is_noted(
    number, amara, django_assert_num_queries
):
    action = an_action(amara)
    for day in range(number):
        operations.keep_note(action, by=amara, words="Some", at=NOON)
        operations.remind(
            action, by=amara, due_at=timezone.now() + timedelta(days=day + 1), at=NOON
        )
    browser = signed_in(amara)
    browser.get(of("action", action))

    with django_assert_num_queries(9):
        browser.get(of("action", action))


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

    with django_assert_num_queries(6):
        browser.get(PAGE)
