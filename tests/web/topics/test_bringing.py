"""A topic on its way into a meeting, and what is known of it afterwards."""

from uuid import UUID

import pytest

from askwell.process import commands as ask
from askwell.process.refusals import Reason, Refused
from askwell.web.meetings import log
from askwell.web.meetings.writer import Accepted
from askwell.web.people.models import Person
from askwell.web.topics import operations, queries
from askwell.web.topics.models import Brought, Topic
from factories import NOON, a_person, a_set, a_topic, signed_in
from web.meetings.rooms import Held, a_meeting, a_token

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def held():
    return a_meeting()


def owner(held: Held, name: str = "ben") -> Person:
    return Person.objects.get(pk=held.person(name))


def bids(held: Held, topic: Topic, name: str = "ben", headline: str = "The rota"):
    return held.put(
        ask.PlaceBid(
            by=held.person(name),
            token=a_token(),
            headline=headline,
            topic_id=str(topic.pk),
        )
    )


def presents(held: Held, name: str = "ben"):
    return held.put(
        ask.BeginSlot(
            by=held.person("ana"),
            token=a_token(),
            expected_phase=log.state(held.id).phase_number,
            presenter=held.person(name),
            reason="They are the only one with time today.",
        )
    )


def test_the_slot_is_kept_with_the_topic_it_was_about(held):
    topic = a_topic(owner(held))
    bids(held, topic)

    assert isinstance(presents(held), Accepted)

    slot = log.state(held.id).slot
    brought = Brought.objects.get()
    assert (brought.topic, brought.meeting, brought.slot) == (
        topic,
        held.id,
        slot.number,
    )
    assert brought.learning_set_id == held.learning_set
    assert queries.topic_in_slot(topic.owner_id, held.id, slot.number) == topic


def test_a_bid_alone_has_brought_nothing(held):
    bids(held, a_topic(owner(held)))

    assert not Brought.objects.exists()


def test_what_is_laid_aside_cannot_be_brought(held):
    topic = a_topic(owner(held))
    operations.close(topic, {}, by=owner(held), at=NOON)

    refused = bids(held, topic)

    assert refused == Refused(reason=Reason.NO_SUCH_TOPIC)
    assert log.state(held.id).bids == {}


def test_somebody_elses_topic_is_none(held):
    refused = bids(held, a_topic(owner(held, "chi")))

    assert refused == Refused(reason=Reason.NO_SUCH_TOPIC)


def test_a_slot_that_was_undone_has_brought_nothing(held):
    bids(held, a_topic(owner(held)))
    presents(held)
    stage = log.state(held.id).phase_number

    held.put(ask.Undo(by=held.person("ana"), token=a_token(), expected_phase=stage))

    assert not Brought.objects.exists()


def test_a_topic_deleted_since_is_no_hindrance(held):
    topic = a_topic(owner(held))
    bids(held, topic)
    operations.delete(topic, by=owner(held))

    assert isinstance(presents(held), Accepted)
    assert not Brought.objects.exists()


def test_whoever_presents_without_a_bid_brings_what_they_made_ready(held):
    topic = a_topic(owner(held))
    operations.get_ready(held.id, topic=topic, by=owner(held), at=NOON)

    presents(held)

    assert Brought.objects.get().topic == topic


def test_a_bid_of_another_line_is_not_what_was_made_ready(held):
    operations.get_ready(held.id, topic=a_topic(owner(held)), by=owner(held), at=NOON)
    held.put(
        ask.PlaceBid(by=held.person("ben"), token=a_token(), headline="Another thing")
    )

    presents(held)

    assert not Brought.objects.exists()


def test_the_words_said_in_the_room_are_the_meetings(held):
    topic = a_topic(owner(held), "The rota that nobody wants")

    bids(held, topic, headline="Who sleeps on Sundays?")

    assert Topic.objects.get().headline == "The rota that nobody wants"
    assert log.state(held.id).bids[held.person("ben")].headline == (
        "Who sleeps on Sundays?"
    )


def test_the_topic_tells_where_it_has_been(held):
    topic = a_topic(owner(held))
    bids(held, topic)
    presents(held)

    words = signed_in(owner(held)).get(f"/topics/{topic.pk}/").text

    assert "Thursday set" in words
    assert f"/meetings/{held.id}/mine/" in words


def test_after_leaving_the_set_only_the_day_is_left(held):
    topic = a_topic(owner(held))
    bids(held, topic)
    presents(held)
    owner(held).set_memberships.update(left_at=NOON)

    words = signed_in(owner(held)).get(f"/topics/{topic.pk}/").text

    assert "Thursday set" not in words
    assert f"/meetings/{held.id}/mine/" not in words


def test_in_the_room_i_choose_among_my_own_open_topics(held):
    ben = owner(held)
    a_topic(ben, "The rota")
    operations.withdraw(a_topic(ben, "The move"), by=ben, at=NOON)
    a_topic(owner(held, "chi"), "Of Chiara")

    words = signed_in(ben).get(f"/meetings/{held.id}/bid/").text

    assert "The rota" in words
    assert "The move" not in words
    assert "Of Chiara" not in words


def test_no_page_of_the_set_tells_of_a_topic_before_it_is_brought(held):
    ben, chiara = owner(held), signed_in(owner(held, "chi"))
    topic = a_topic(ben, "The rota that nobody wants")
    operations.get_ready(held.id, topic=topic, by=ben, at=NOON)
    bids(held, topic, headline="Who sleeps on Sundays?")

    for page in ("", "screen/", "bid/", "preparation/", "mine/", "review/"):
        words = chiara.get(f"/meetings/{held.id}/{page}").text
        assert "The rota that nobody wants" not in words
        assert str(topic.pk) not in words


def test_i_choose_what_i_get_ready_for_a_meeting(held):
    ben = owner(held)
    topic, browser = a_topic(ben), signed_in(ben)

    answer = browser.post(f"/meetings/{held.id}/preparation/", {"topic": topic.pk})

    assert answer.url == f"/topics/{topic.pk}/preparing/"
    assert queries.topic_made_ready(ben.pk, held.id) == topic


def test_i_get_ready_with_something_new(held):
    ben = owner(held)

    signed_in(ben).post(f"/meetings/{held.id}/preparation/", {"headline": "The move"})

    assert queries.topic_made_ready(ben.pk, held.id).headline == "The move"


def test_nothing_is_made_ready_without_a_topic(held):
    answer = signed_in(owner(held)).post(f"/meetings/{held.id}/preparation/", {})

    assert answer.status_code == 422
    assert not Topic.objects.exists()


def test_nobody_gets_ready_with_somebody_elses(held):
    other = a_topic(owner(held, "chi"))

    answer = signed_in(owner(held)).post(
        f"/meetings/{held.id}/preparation/", {"topic": other.pk}
    )

    assert answer.status_code == 422
    assert Topic.objects.get().prepared_for is None


def test_only_one_topic_is_made_ready_for_a_meeting(held):
    ben = owner(held)
    for headline in ("The rota", "The move"):
        operations.get_ready(held.id, headline=headline, by=ben, at=NOON)

    assert queries.topic_made_ready(ben.pk, held.id).headline == "The move"
    assert Topic.objects.filter(prepared_for=held.id).count() == 1


def test_the_way_to_prepare_leads_back_to_what_i_chose(held):
    ben = owner(held)
    topic = operations.get_ready(held.id, headline="The rota", by=ben, at=NOON)
    browser, address = signed_in(ben), f"/meetings/{held.id}/preparation/"

    assert browser.get(address).url == f"/topics/{topic.pk}/"
    assert "Which topic" in browser.get(f"{address}?another=yes").text


def test_while_presenting_it_leads_to_what_i_asked_for_time_with(held):
    ben = owner(held)
    operations.get_ready(held.id, headline="The move", by=ben, at=NOON)
    topic = a_topic(ben)
    bids(held, topic)

    answer = signed_in(ben).get(f"/meetings/{held.id}/preparation/")

    assert answer.url == f"/topics/{topic.pk}/"


def test_what_was_brought_is_not_ready_any_more(held):
    ben = owner(held)
    operations.get_ready(held.id, headline="The rota", by=ben, at=NOON)
    assert Topic.objects.get().is_ready

    presents(held)

    assert not Topic.objects.get().is_ready


def test_a_topic_can_be_brought_again_in_another_set(held):
    ben = owner(held)
    topic = a_topic(ben)
    bids(held, topic)
    presents(held)

    operations.bring(
        topic.pk,
        owner=ben.pk,
        learning_set=a_set(ben, a_person()).pk,
        meeting=UUID(int=7),
        slot=1,
        at=NOON,
    )

    assert len(queries.times_brought(topic)) == 2


def test_only_the_presenter_is_led_to_what_they_prepared(held):
    bids(held, a_topic(owner(held)))
    presents(held)
    way = f"/meetings/{held.id}/preparation/"

    for name, sees in (("ben", True), ("chi", False), ("ana", False)):
        room = signed_in(owner(held, name)).get(f"/meetings/{held.id}/").text
        assert (way in room) is sees


def test_a_changed_bid_stays_with_its_topic(held):
    topic = a_topic(owner(held))
    bids(held, topic)

    room = signed_in(owner(held)).get(f"/meetings/{held.id}/bid/").text

    assert "Change what I asked for" in room
    assert 'value="The rota"' in room


def test_what_i_presented_without_keeping_it_i_keep_afterwards(held):
    ben = owner(held)
    held.put(ask.PlaceBid(by=held.person("ben"), token=a_token(), headline="The move"))
    presents(held)
    browser, slot = signed_in(ben), log.state(held.id).slot.number
    address = f"/meetings/{held.id}/kept-topics/"
    assert "Keep it among my topics" in browser.get(f"/meetings/{held.id}/mine/").text

    first = browser.post(address, {"slot": slot})
    again = browser.post(address, {"slot": slot})

    topic = queries.topic_in_slot(ben.pk, held.id, slot)
    assert first.url == again.url == f"/topics/{topic.pk}/"
    assert topic.headline == "The move"
    assert "To my own page of this topic" in (
        browser.get(f"/meetings/{held.id}/mine/").text
    )


def test_nobody_keeps_what_another_presented(held):
    presents(held)
    slot = log.state(held.id).slot.number

    answer = signed_in(owner(held, "chi")).post(
        f"/meetings/{held.id}/kept-topics/", {"slot": slot}
    )

    assert answer.status_code == 404
    assert not Topic.objects.exists()
