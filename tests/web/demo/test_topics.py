"""What the cast keep to themselves, and where they have brought it."""

from datetime import datetime

import pytest
from django.test import Client

from askwell.web.demo import people
from askwell.web.demo.cast import CAST
from askwell.web.demo.naming import id_of
from askwell.web.demo.scripts import all_scripts
from askwell.web.demo.topics import TOPICS, topic_of_bid
from askwell.web.meetings import log
from askwell.web.meetings.models import Meeting
from askwell.web.topics.models import Brought, Topic
from factories import signed_in
from web.demo.pages import every_page_from
from web.demo.script_lines import lines_of


def browser_of(key: str) -> Client:
    return signed_in(people.person(key))


def times_brought(owner: str) -> dict[str | None, int]:
    mine = Topic.objects.filter(owner=id_of("person", owner))
    return {each.headline: each.brought.count() for each in mine}


def test_their_topics_are_their_own() -> None:
    assert {each.owner for each in TOPICS} <= {one.key for one in CAST}


def test_every_bid_that_sounds_like_a_topic_is_one() -> None:
    bids = {
        (line.who, line.words)
        for script in all_scripts()
        for line in lines_of(script)
        if line.verb == "bids" and topic_of_bid(line.who, line.words)
    }

    assert len(bids) == 7


def test_what_was_worked_on_in_a_meeting_has_been_brought(
    demonstration: datetime,
) -> None:
    assert times_brought("Amara") == {
        "The rota nobody owns": 1,
        "Somebody has asked whether I would teach": 0,
    }
    assert times_brought("Leila") == {
        "The two Fridays": 1,
        "The supermarket again: they have sent a contract": 0,
    }
    assert Brought.objects.count() == 5


def test_the_meeting_in_progress_is_about_one_of_them(demonstration: datetime) -> None:
    live = Meeting.objects.in_progress().get()
    slot = log.state(live.pk).slot

    brought = Brought.objects.get(meeting=live.pk)

    assert slot is not None
    assert (brought.slot, brought.topic.headline) == (
        slot.number,
        "The rota nobody owns",
    )


def test_who_presents_next_has_made_ready(demonstration: datetime) -> None:
    topic = Topic.objects.get(prepared_for__isnull=False)

    meeting = Meeting.objects.get(pk=topic.prepared_for)

    assert topic.is_ready
    assert topic.owner_id == id_of("person", "Siobhan")
    assert meeting.learning_set_id == id_of("set", "third-thursday")


def test_one_is_closed_with_what_came_of_it(demonstration: datetime) -> None:
    closed = Topic.objects.laid_aside().get()

    assert closed.headline == "The two Fridays"
    assert (closed.brought_clarity, closed.stands) == (True, Topic.Stands.MORE)


@pytest.mark.parametrize(
    ("key", "cards"), [("Amara", 2), ("Leila", 2), ("Sina", 1), ("Delroy", 0)]
)
def test_everyone_sees_as_many_as_they_keep(
    key: str, cards: int, demonstration: datetime
) -> None:
    page = browser_of(key).get("/topics/").text

    assert page.count('<article class="card') == cards


@pytest.mark.parametrize("key", ["Amara", "Siobhan", "Ewan"])
def test_every_page_the_cast_can_follow_a_link_to_is_there(
    key: str, demonstration: datetime
) -> None:
    answers = every_page_from("/", browser_of(key))

    assert {path: code for path, code in answers.items() if code != 200} == {}
    assert len(answers) >= 15
