"""How a meeting learns who belongs how and who facilitates, and keeps who did."""

import pytest

from askwell.process.events import MeetingClosed
from askwell.process.people import Belonging
from askwell.process.records import Course, Slot
from askwell.process.state import State
from askwell.web.meetings import history, operations
from askwell.web.meetings.projection import project
from askwell.web.meetings.rules import enterable_meetings
from askwell.web.programmes import queries
from factories import NOON, a_person, a_set, is_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def jonas():
    return a_person("Jonas Lindqvist")


def a_meeting(learning_set):
    return operations.schedule(learning_set, starts_at=NOON, booked_minutes=90)


@pytest.mark.parametrize("belonging", list(Belonging))
def test_everybody_belongs_to_the_meeting_as_to_the_set(belonging, amara, jonas):
    learning_set = a_set(amara)
    is_in(learning_set, jonas, belonging=belonging.value)

    people = history.before(a_meeting(learning_set)).people

    assert {each.person: each.belonging for each in people} == {
        str(amara.pk): Belonging.MEMBER,
        str(jonas.pk): belonging,
    }


def test_whoever_has_led_a_meeting_to_its_end_anywhere_is_no_beginner(amara, jonas):
    elsewhere = a_set(amara)
    elsewhere.memberships.filter(person=amara).update(facilitated_at=NOON)

    people = history.before(a_meeting(a_set(amara, jonas))).people

    assert {each.person: each.leads_first for each in people} == {
        str(amara.pk): False,
        str(jonas.pk): True,
    }


def test_whoever_was_named_facilitates(amara, jonas):
    learning_set = a_set(amara, facilitator=jonas)
    learning_set.next_facilitator = amara
    learning_set.save()

    assert history.before(a_meeting(learning_set)).facilitator == str(amara.pk)


def test_where_members_take_turns_it_is_whose_turn_it_is(amara, jonas):
    learning_set = a_set(amara, facilitator=jonas)
    learning_set.facilitated_by = learning_set.FacilitatedBy.TURNS
    learning_set.save()
    learning_set.memberships.filter(person=amara).update(facilitated_at=NOON)

    assert history.before(a_meeting(learning_set)).facilitator == str(jonas.pk)


def test_a_meeting_that_is_closed_has_been_the_turn_of_all_who_facilitated(
    amara, jonas
):
    learning_set = a_set(amara, jonas, a_person())
    learning_set.next_facilitator = amara
    learning_set.save()
    slot = Slot(number=2, presenter="x", facilitator=str(jonas.pk), began_at=NOON)
    held = State(facilitator=str(amara.pk), course=Course(slots=(slot,)))
    closed = MeetingClosed(
        number=9, at=NOON, person=str(amara.pk), step=9, reopen_until=NOON
    )

    project(a_meeting(learning_set).pk, learning_set.pk, [closed], held)

    learning_set.refresh_from_db()
    turns = learning_set.memberships.filter(facilitated_at=NOON)
    assert {each.person for each in turns} == {amara, jonas}
    assert learning_set.next_facilitator is None


def test_who_waits_to_watch_does_not_stand_at_the_door(amara, jonas):
    """INV-19: all of the set consents to that, not those at a meeting."""
    learning_set = a_set(amara)
    meeting = a_meeting(learning_set)
    waits = is_in(learning_set, jonas, joined_at=None, belonging="observer")

    before = enterable_meetings(jonas).filter(pk=meeting.pk).exists()
    waits.belonging = "member"
    waits.save()

    assert not before
    assert enterable_meetings(jonas).filter(pk=meeting.pk).exists()
    assert queries.membership_of(jonas, learning_set) == waits


def test_where_two_share_the_work_the_member_named_leads_and_is_helped(amara, jonas):
    learning_set = a_set(amara, facilitator=jonas)
    learning_set.dial = learning_set.Dial.CO_LEADS
    learning_set.next_facilitator = amara
    learning_set.save()

    meeting = operations.convening(a_meeting(learning_set), seed=1)

    assert meeting.brief.facilitator == str(amara.pk)
    assert meeting.brief.co_facilitators == (str(jonas.pk),)
