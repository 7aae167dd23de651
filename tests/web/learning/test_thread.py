"""The learning thread: topic, questions, action, what happened, what was learned."""

from datetime import timedelta
from uuid import uuid4

import pytest

from askwell.process.choices import ActionStatus
from askwell.web.actions import operations as actions
from askwell.web.learning import queries
from askwell.web.learning.queries.thread import Kind
from askwell.web.learning.screens import picture
from askwell.web.meetings import memory
from askwell.web.topics.models import Brought
from factories import NOON, a_person, a_set, a_topic, an_action, signed_in
from web.learning.held import (
    OPEN_QUESTION,
    OTHER,
    SEEN,
    TOPIC,
    a_set_that_meets,
    action_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def thursday():
    memory._known.clear()
    return a_set_that_meets()


@pytest.fixture
def told(thursday):
    """Brought at one meeting, told of at the next."""
    first = thursday.whole()
    second = thursday.begun(NOON + timedelta(days=35))
    thursday.report(
        second, status=ActionStatus.DONE, did="I asked", learned="Go in person"
    )
    thursday.end(second)
    return first, second


def kinds(chapter):
    return [each.kind for each in chapter.stations]


def test_it_goes_from_what_i_brought_to_what_i_learned(thursday, told):
    action = action_of(told[0])

    thread = queries.thread_of(thursday.ana, action.pk)

    first, second = thread.chapters
    assert kinds(first) == [Kind.BROUGHT, Kind.QUESTION, Kind.LEARNED, Kind.CHOSEN]
    assert [each.words for each in first.stations[1:3]] == [OPEN_QUESTION, SEEN]
    assert kinds(second) == [Kind.TOLD]
    assert second.stations[0].learned == "Go in person"
    assert [first.meeting, second.meeting] == [each.pk for each in told]


def test_what_i_noted_in_between_stands_in_between(thursday):
    meeting = thursday.whole()
    action = action_of(meeting)
    later = action.created_at + timedelta(days=3)
    actions.keep_note(action, by=thursday.ana, words="Half way", at=later)

    thread = queries.thread_of(thursday.ana, action.pk)

    assert [each.meeting for each in thread.chapters] == [meeting.pk, None]
    assert kinds(thread.chapters[1]) == [Kind.NOTED]


def test_a_topic_ties_its_times_at_several_meetings_together(thursday):
    topic = a_topic(thursday.ana)
    meetings = [thursday.whole(days=day) for day in (0, 35)]
    for meeting in meetings:
        action = action_of(meeting)
        Brought.objects.create(
            topic=topic,
            learning_set=thursday.learning_set,
            meeting=meeting.pk,
            slot=action.slot,
            at=meeting.opened_at,
        )
        action.topic = topic
        action.save()

    by_topic = queries.thread_of(thursday.ana, topic.pk)
    by_action = queries.thread_of(thursday.ana, action.pk)

    assert [each.meeting for each in by_topic.chapters] == [m.pk for m in meetings]
    assert by_action.chapters == by_topic.chapters
    assert by_topic.title == "The rota that nobody wants"


def test_an_action_that_belongs_to_nothing_is_a_thread_of_its_own():
    ana = a_person("Ana")
    learning_set = a_set(ana)
    action = an_action(ana, learning_set, words="Ring Rosa")
    an_action(ana, learning_set, words="Something else")

    thread = queries.thread_of(ana, action.pk)

    assert [kinds(each) for each in thread.chapters] == [[Kind.CHOSEN]]
    assert thread.title == "Ring Rosa"


def test_it_is_its_owners_alone(thursday, told):
    action = action_of(told[0])

    pages = [
        signed_in(each).get(f"/record/threads/{action.pk}/").status_code
        for each in thursday.people
    ]

    assert pages == [200, 404, 404, 404]
    assert queries.thread_of(thursday.ana, uuid4()) is None


def test_its_page_has_the_words_as_well_as_the_picture(thursday, told):
    page = signed_in(thursday.ana).get(f"/record/threads/{action_of(told[0]).pk}/").text

    for words in (TOPIC, OPEN_QUESTION, SEEN, "I asked", "Go in person", "<svg"):
        assert words in page
    assert OTHER not in page


class TestThePicture:
    def test_an_action_that_was_told_is_a_whole_arc(self, thursday, told):
        thread = queries.thread_of(thursday.ana, action_of(told[0]).pk)

        drawn = picture.drawn(thread)

        first, second = drawn.knots
        assert (first.brought, len(first.stars), second.learned) == (True, 1, True)
        [arc] = drawn.arcs
        assert not arc.waits
        assert arc.path.startswith(f"M{first.x} ")
        assert arc.path.endswith(f" {second.x} {drawn.line}")

    def test_one_under_way_goes_on_to_the_end_of_the_line(self, thursday):
        action = action_of(thursday.whole())

        drawn = picture.drawn(queries.thread_of(thursday.ana, action.pk))

        [arc] = drawn.arcs
        assert arc.waits
        assert arc.path.endswith(f" {drawn.ends_at} {drawn.line}")

    def test_what_is_told_again_and_again_is_one_way_with_stops(self, thursday):
        action = action_of(thursday.whole())
        for days, status in ((1, "not_yet"), (2, "partly"), (3, "done")):
            actions.report_back(
                action,
                by=thursday.ana,
                meeting=uuid4(),
                status=actions.own.Status(status),
                at=action.created_at + timedelta(days=days),
            )

        drawn = picture.drawn(queries.thread_of(thursday.ana, action.pk))

        assert [arc.waits for arc in drawn.arcs] == [False, False, False]

    def test_many_meetings_lie_closer_and_are_scrolled_to(self):
        assert picture._step(2) > picture._step(5) > picture._step(40)
        assert picture._step(40) == picture.CLOSEST


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_however_long(number, thursday, django_assert_num_queries):
    topic = a_topic(thursday.ana)
    for day in range(number):
        meeting = thursday.whole(days=day)
        Brought.objects.create(
            topic=topic,
            learning_set=thursday.learning_set,
            meeting=meeting.pk,
            slot=action_of(meeting).slot,
            at=meeting.opened_at,
        )
    browser = signed_in(thursday.ana)
    address = f"/record/threads/{topic.pk}/"
    browser.get(address)
    memory._known.clear()

    with django_assert_num_queries(12):
        browser.get(address)
