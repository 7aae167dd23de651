"""A person's own topics, on pages of their own."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from askwell.web.topics import operations
from askwell.web.topics.models import Topic
from factories import NOON, a_person, a_set, a_topic, signed_in

pytestmark = pytest.mark.django_db

PAGE = "/topics/"


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


def of(name, topic):
    return reverse(f"topics:{name}", args=[topic.pk])


def brought(topic, learning_set, *, weeks=0):
    operations.bring(
        topic.pk,
        owner=topic.owner_id,
        learning_set=learning_set.pk,
        meeting=uuid4(),
        slot=1,
        at=NOON + timedelta(weeks=weeks),
    )


class TestKeeping:
    def test_i_keep_a_topic_with_one_line(self, amara):
        form = {"headline": "The rota that nobody wants", "kind": "challenge"}

        answer = signed_in(amara).post(PAGE, form)

        topic = Topic.objects.get()
        assert (topic.owner, topic.headline, topic.kind) == (
            amara,
            "The rota that nobody wants",
            "challenge",
        )
        assert answer.url == of("topic", topic)

    @pytest.mark.parametrize("kind", Topic.Kind.values)
    def test_it_can_be_of_every_kind(self, kind, amara):
        signed_in(amara).post(PAGE, {"headline": "A line", "kind": kind})

        assert Topic.objects.get().kind == kind

    def test_without_a_line_it_is_not_kept_and_i_read_why(self, amara):
        answer = signed_in(amara).post(PAGE, {"headline": " ", "kind": "topic"})

        assert answer.status_code == 422
        assert "This field is required" in answer.text
        assert not Topic.objects.exists()

    def test_an_empty_page_asks_what_is_on_my_mind(self, amara):
        assert "What is on your mind?" in signed_in(amara).get(PAGE).text

    def test_nobody_elses_topics_are_on_it(self, amara):
        a_topic(a_person("Jonas"), "Of Jonas")

        assert "Of Jonas" not in signed_in(amara).get(PAGE).text


class TestWriting:
    def test_four_questions_get_me_ready(self, amara):
        topic, browser = a_topic(amara), signed_in(amara)
        answers = {
            "what": "Nobody wants Sundays.",
            "why_now": "Two have given notice.",
            "tried": "Asking for volunteers.",
            "worthwhile": "To know what I want.",
        }

        browser.post(of("preparing", topic), answers)

        words = browser.get(of("topic", topic)).text
        assert all(answer in words for answer in answers.values())

    def test_what_i_empty_again_is_gone(self, amara):
        topic, browser = a_topic(amara), signed_in(amara)
        browser.post(of("preparing", topic), {"what": "Nobody wants Sundays."})

        browser.post(of("preparing", topic), {"what": ""})

        assert Topic.objects.get().what is None

    def test_i_look_at_it_from_three_sides_and_at_the_ground(self, amara):
        topic, browser = a_topic(amara), signed_in(amara)

        browser.post(
            of("lenses", topic),
            {"gamma": "To ask.", "task": "familiar", "setting": "unfamiliar"},
        )

        assert "To ask." in browser.get(of("topic", topic)).text
        assert "You know the work, not the place." in (
            browser.get(of("lenses", topic)).text
        )

    def test_i_say_anew_what_it_is_and_what_it_hangs_together_with(self, amara):
        topic, browser = a_topic(amara), signed_in(amara)

        browser.post(
            of("wording", topic),
            {
                "headline": "Who sleeps on Sundays?",
                "kind": "opportunity",
                "change": "The merger",
                "horizon": "beyond",
            },
        )

        words = browser.get(of("topic", topic)).text
        assert "Who sleeps on Sundays?" in words
        assert "beyond this year" in words
        assert "The merger" in words

    def test_my_five_ticks_hold_nothing_up(self, amara):
        topic, browser = a_topic(amara), signed_in(amara)

        browser.post(of("look", topic), {"is_live": "on", "matters": "on"})

        assert "2 of 5 hold" in browser.get(of("topic", topic)).text
        assert Topic.objects.get().is_open


class TestLayingAside:
    def test_i_withdraw_it_and_nobody_asks_why(self, amara):
        topic, browser = a_topic(amara), signed_in(amara)

        browser.post(of("withdrawal", topic))

        assert Topic.objects.get().status == Topic.Status.WITHDRAWN
        assert "Withdrawn" in browser.get(PAGE).text

    def test_i_close_it_with_what_came_of_it(self, amara):
        topic, browser = a_topic(amara), signed_in(amara)

        browser.post(
            of("closing", topic),
            {"brought_clarity": "on", "stands": "1", "ending": "We meet at seven."},
        )

        topic = Topic.objects.get()
        assert topic.status == Topic.Status.CLOSED
        assert (topic.brought_clarity, topic.brought_action) == (True, False)
        assert topic.stands == Topic.Stands.MORE
        assert "We meet at seven." in browser.get(of("topic", topic)).text

    def test_that_nothing_came_of_it_is_fine(self, amara):
        topic = a_topic(amara)

        signed_in(amara).post(of("closing", topic), {})

        topic = Topic.objects.get()
        assert (topic.status, topic.stands) == (Topic.Status.CLOSED, None)

    def test_i_take_it_up_again(self, amara):
        topic, browser = a_topic(amara), signed_in(amara)
        browser.post(of("closing", topic), {"ending": "For now."})

        browser.post(of("reopening", topic))

        topic = Topic.objects.get()
        assert topic.is_open
        assert topic.ending == "For now."

    @pytest.mark.parametrize("page", ["wording", "preparing", "lenses", "look"])
    def test_what_is_laid_aside_is_taken_up_before_it_is_changed(self, page, amara):
        topic, browser = a_topic(amara), signed_in(amara)
        browser.post(of("withdrawal", topic))

        answer = browser.post(of(page, topic), {"headline": "New", "what": "New"})

        assert answer.url == of("topic", topic)
        assert Topic.objects.get().headline == "The rota that nobody wants"

    def test_i_delete_it_with_its_words(self, amara):
        topic, browser = a_topic(amara), signed_in(amara)

        assert "Delete this topic?" in browser.get(of("deletion", topic)).text
        browser.post(of("deletion", topic))

        assert not Topic.objects.exists()


class TestTakingAlong:
    def test_the_sheet_holds_my_own_words_and_names_no_set(self, amara):
        topic = a_topic(amara)
        brought(topic, a_set(amara, a_person("Jonas"), name="Tuesday herons"))

        words = signed_in(amara).get(of("export", topic)).text

        assert "The rota that nobody wants" in words
        assert "3 March 2026" in words
        assert "herons" not in words

    def test_as_text_it_reads_like_a_letter(self, amara):
        topic = a_topic(amara, kind="challenge")
        operations.change(topic, {"tried": "Asking."}, by=amara, at=NOON)
        brought(topic, a_set(amara))

        answer = signed_in(amara).get(of("export", topic), {"as": "text"})

        assert answer.text == (
            "# The rota that nobody wants\n\n"
            "A challenge\n\n"
            "## What I have tried\n\n"
            "Asking.\n\n"
            "## Brought to a set on\n\n"
            "- 3 March 2026\n"
        )
        assert answer.headers["Content-Disposition"] == (
            'attachment; filename="topic.md"'
        )

    def test_for_other_software_it_is_json(self, amara):
        topic = a_topic(amara)
        operations.change(topic, {"what": "Sundays."}, by=amara, at=NOON)

        answer = signed_in(amara).get(of("export", topic), {"as": "json"})

        assert json.loads(answer.text) == {
            "headline": "The rota that nobody wants",
            "kind": "topic",
            "change": None,
            "status": "open",
            "horizon": None,
            "task": None,
            "setting": None,
            "stands": None,
            "created_at": "2026-03-03T12:00:00+00:00",
            "changed_at": "2026-03-03T12:00:00+00:00",
            "words": {"what": "Sundays."},
            "brought_at": [],
        }


class TestOperations:
    def test_nobody_else_changes_or_deletes_it(self, amara):
        topic, jonas = a_topic(amara), a_person("Jonas")

        with pytest.raises(operations.NotTheOwnerError):
            operations.change(topic, {"what": "Mine now"}, by=jonas, at=NOON)
        with pytest.raises(operations.NotTheOwnerError):
            operations.delete(topic, by=jonas)

    def test_what_is_laid_aside_is_not_closed_again(self, amara):
        topic = a_topic(amara)
        operations.withdraw(topic, by=amara, at=NOON)

        with pytest.raises(operations.LaidAsideError):
            operations.close(topic, {}, by=amara, at=NOON)

    def test_the_same_topic_kept_twice_is_kept_once(self, amara):
        topic_id = uuid4()

        a_topic(amara, topic_id=topic_id)
        a_topic(amara, topic_id=topic_id)

        assert Topic.objects.count() == 1


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_however_many_topics(
    number, amara, django_assert_num_queries
):
    learning_set = a_set(amara)
    for weeks in range(number):
        brought(a_topic(amara), learning_set, weeks=weeks)
        operations.withdraw(a_topic(amara), by=amara, at=NOON)
    browser = signed_in(amara)
    browser.get(PAGE)

    with django_assert_num_queries(6):
        browser.get(PAGE)


@pytest.mark.parametrize("number", [1, 3])
def test_a_topic_costs_the_same_however_often_it_was_brought(
    number, amara, django_assert_num_queries
):
    topic, learning_set = a_topic(amara), a_set(amara)
    for weeks in range(number):
        brought(topic, learning_set, weeks=weeks)
    browser = signed_in(amara)
    browser.get(of("topic", topic))

    with django_assert_num_queries(5):
        browser.get(of("topic", topic))
