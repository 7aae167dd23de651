"""A meeting's page may be opened weeks ahead; until the meeting it keeps up."""

from datetime import timedelta

import pytest
from django.utils import timezone

from askwell.process import events as happened
from askwell.process import evolve, replay
from askwell.process.commands import Arrive
from askwell.web.meetings import log, operations
from askwell.web.meetings.models import Words
from askwell.web.programmes import operations as sets
from askwell.web.programmes.models import SetMembership
from factories import a_person, a_set, an_action, is_in, signed_in
from web.meetings.eyes import Page, viewer
from web.meetings.rooms import a_token

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def jonas():
    return a_person("Jonas Lindqvist")


@pytest.fixture
def mei():
    return a_person("Mei-Ling Tan")


def next_month(learning_set):
    later = timezone.now() + timedelta(days=30)
    return operations.schedule(learning_set, starts_at=later, booked_minutes=90)


def test_a_code_that_is_taken_is_not_given_again(amara, monkeypatch):
    learning_set = a_set(amara)
    taken = next_month(learning_set).code
    drawn = iter([taken, taken, "herons"])
    monkeypatch.setattr(operations, "new_code", lambda: next(drawn))

    assert next_month(learning_set).code == "herons"


def opens_the_page(person, meeting):
    answer = signed_in(person).get(f"/meetings/{meeting.pk}/")
    assert answer.status_code == 200
    return answer


def leaves(person, learning_set):
    membership = SetMembership.objects.get(learning_set=learning_set, person=person)
    sets.leave(membership, at=timezone.now())


def comes(meeting, person):
    operations.submit(meeting.pk, Arrive(by=str(person.pk), token=a_token()))


def test_a_page_opened_early_does_not_freeze_the_meeting(amara, jonas, mei):
    learning_set = a_set(amara, jonas, mei, facilitator=amara, agreed=True)
    meeting = next_month(learning_set)
    opens_the_page(jonas, meeting)

    an_action(mei, learning_set, words="Ring the union")
    leaves(jonas, learning_set)
    priya = a_person("Priya Nair")
    is_in(learning_set, priya)
    opens_the_page(priya, meeting)

    state = log.state(meeting.pk)
    assert [each.words for each in state.open_actions] == ["Ring the union"]
    assert not state.belongs(str(jonas.pk))
    assert state.belongs(str(priya.pk))
    assert state.contract_version == 2
    assert not state.people[str(amara.pk)].agreed


def test_a_page_opened_again_adds_nothing_to_the_log(amara, jonas):
    learning_set = a_set(amara, jonas, agreed=True)
    meeting = next_month(learning_set)
    an_action(jonas, learning_set)
    opens_the_page(jonas, meeting)
    comes(meeting, jonas)
    head = log.state(meeting.pk).head

    opens_the_page(amara, meeting)
    opens_the_page(jonas, meeting)

    assert log.state(meeting.pk).head == head


def test_the_words_of_what_is_carried_in_anew_are_sealed(amara, jonas):
    learning_set = a_set(amara, jonas, agreed=True)
    meeting = next_month(learning_set)
    opens_the_page(amara, meeting)
    an_action(jonas, learning_set, words="Ring the union")

    opens_the_page(amara, meeting)

    [row] = Words.objects.filter(meeting=meeting)
    assert row.author_id == str(jonas.pk)
    assert b"union" not in bytes(row.sealed)


def test_who_waits_in_the_lobby_sees_what_has_changed(amara, jonas, mei):
    learning_set = a_set(amara, jonas, agreed=True)
    meeting = next_month(learning_set)
    operations.convene(meeting)
    for person in (amara, jonas):
        comes(meeting, person)
    seen_so_far = log.read(meeting.pk)
    is_in(learning_set, mei)
    an_action(jonas, learning_set, words="Ring the union")

    operations.convene(meeting)

    events = log.read(meeting.pk)
    new = events[len(seen_so_far) :]
    assert isinstance(new[0], happened.Rebriefed)
    eyes = viewer(str(amara.pk), {str(one.pk) for one in (amara, jonas, mei)})
    state = replay(seen_so_far)
    stayed = Page(state, eyes)
    for event in new:
        state = evolve(state, event)
        stayed.follow([event], state)
    assert stayed.settled() == Page(replay(events), eyes).settled()
