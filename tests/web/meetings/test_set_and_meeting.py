"""What a meeting and its set tell one another about people."""

from datetime import timedelta

import pytest
from django.utils import timezone

from askwell.process.commands import (
    AgreeContract,
    Arrive,
    BeginSlot,
    Close,
    DropAction,
    IncludePerson,
    NextPhase,
    NoteAction,
    Undo,
)
from askwell.process.events import Admitted, ConsentGiven, ContractAgreed, Removed
from askwell.process.people import Belonging
from askwell.process.state import EMPTY
from askwell.web.actions.models import Action
from askwell.web.meetings import history, log, operations
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.posting import TOKEN
from askwell.web.meetings.projection import project
from askwell.web.meetings.sweep import what_has_moved
from askwell.web.meetings.writer import Accepted
from askwell.web.programmes import operations as sets
from askwell.web.programmes import queries, rules
from askwell.web.programmes.models import LearningSet
from factories import NOON, a_person, a_set, is_in, signed_in
from web.meetings import rooms

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def jonas():
    return a_person("Jonas Lindqvist")


def a_meeting(learning_set, **how):
    return operations.schedule(learning_set, starts_at=NOON, booked_minutes=90, **how)


def told(learning_set, *events):
    project(a_meeting(learning_set).pk, learning_set.pk, events, EMPTY)


def test_who_agrees_in_the_meeting_has_agreed_in_the_set(amara):
    learning_set = a_set(amara)

    told(
        learning_set, ContractAgreed(number=2, at=NOON, person=str(amara.pk), version=1)
    )

    assert queries.is_agreed(learning_set)


def test_a_yes_that_another_noted_is_not_the_sets(amara, jonas):
    """INV-16, INV-19: it holds for the meeting, and each gives their own."""
    learning_set = a_set(amara, jonas)
    mei = is_in(learning_set, a_person("Mei-Ling Tan"), joined_at=None)
    noted = {"person": str(jonas.pk), "noted_by": str(amara.pk), "at": NOON}

    told(
        learning_set,
        ContractAgreed(number=2, version=1, **noted),
        ConsentGiven(number=3, joiner=str(mei.person_id), **noted),
    )

    assert jonas in queries.yet_to_agree(learning_set)
    assert not mei.consents.exists()


def test_an_action_noted_for_its_owner_goes_when_they_take_it_back():
    """INV-2."""
    held = rooms.a_meeting(here=("ana", "chi"))
    ana, ben = held.person("ana"), held.person("ben")

    def does(of, by, **details):
        outcome = held.put(of(by=by, token=rooms.a_token(), **details))
        assert isinstance(outcome, Accepted), outcome
        return outcome.events[0].number

    def steps(of, **details):
        now = log.state(held.id).phase_number
        return does(of, ana, expected_phase=now, **details)

    does(IncludePerson, ana, person=ben)
    steps(BeginSlot, presenter=ben, reason="Agreed by all.")
    while log.state(held.id).phase.name != "reflect_and_act":
        steps(NextPhase)
    number = does(NoteAction, ana, speaker=ben, words="Ring the union")
    noted = Action.objects.filter(owner=ben).exists()
    does(Arrive, ben)
    does(DropAction, ben, action=number)

    assert noted
    assert not Action.objects.filter(owner=ben).exists()


def test_who_is_let_in_to_the_meeting_is_in_the_set(amara, jonas):
    learning_set = a_set(amara, waiting=[jonas])

    told(
        learning_set,
        Admitted(
            number=2,
            at=NOON,
            person=str(jonas.pk),
            by=str(amara.pk),
            belonging=Belonging.MEMBER,
        ),
    )

    assert rules.can_read_set(jonas, learning_set)


def test_who_is_shown_out_of_the_meeting_is_out_of_the_set(amara, jonas):
    learning_set = a_set(amara, jonas)

    told(
        learning_set,
        Removed(number=2, at=NOON, person=str(jonas.pk), by=str(amara.pk)),
    )

    assert not rules.can_attend(jonas, learning_set)


def test_a_guest_of_the_last_meeting_is_not_in_the_next(amara, jonas):
    learning_set = a_set(amara)
    now = timezone.now()
    earlier = a_meeting(learning_set)
    Meeting.objects.filter(pk=earlier.pk).update(
        opened_at=now - timedelta(hours=2), closed_at=now - timedelta(hours=1)
    )
    is_in(learning_set, jonas, belonging="guest", joined_at=now - timedelta(hours=3))
    mei = a_person("Mei-Ling Tan")
    is_in(learning_set, mei, belonging="guest", joined_at=now)

    operations.convene(a_meeting(learning_set))

    assert not rules.can_attend(jonas, learning_set)
    assert rules.can_attend(mei, learning_set)


def test_a_meeting_is_called_on_its_page(amara, jonas):
    learning_set = a_set(amara, jonas)
    sent = {
        "meeting_format": "virtual_60",
        "day": f"{timezone.now().year + 1}-03-04",
        "time": "10:00",
        "booked_minutes": "75",
        "link": "https://call.example/herons",
    }

    answer = signed_in(amara).post(f"/sets/{learning_set.pk}/meetings/new/", sent)

    [meeting] = Meeting.objects.filter(learning_set=learning_set)
    assert answer.url == f"/meetings/{meeting.pk}/"
    assert (meeting.format, meeting.booked_minutes) == ("virtual_60", 75)


def test_a_formed_set_takes_nobody_in_while_somebody_has_yet_to_say_yes(amara, jonas):
    """INV-19: those who were not at the meeting are asked as well."""
    mei, priya = a_person("Mei-Ling Tan"), a_person("Priya Nair")
    learning_set = a_set(amara, jonas, mei, agreed=True)
    waiting = is_in(learning_set, priya, joined_at=None)
    here, away = (
        ConsentGiven(number=2, at=NOON, person=str(one.pk), joiner=str(priya.pk))
        for one in (jonas, mei)
    )
    let_in = Admitted(
        number=3,
        at=NOON,
        person=str(priya.pk),
        by=str(amara.pk),
        belonging=Belonging.GUEST,
    )

    told(learning_set, here, let_in)
    before = rules.can_read_set(priya, learning_set)
    told(learning_set, away, let_in)

    assert not before
    assert rules.can_read_set(priya, learning_set)
    assert waiting.consents.count() == 3


def leaves(held, name):
    person = held.person(name)
    learning_set = LearningSet.objects.get(pk=held.learning_set)
    membership = learning_set.memberships.get(person_id=person)
    sets.leave(membership, at=timezone.now())


def shown_out(held):
    removals = what_has_moved([held.id]).removals
    return rooms.put_all(held.writer, list(removals))


def test_who_has_left_the_set_is_shown_out_of_its_meeting():
    held = rooms.a_meeting()
    leaves(held, "ben")

    [outcome] = shown_out(held)

    assert isinstance(outcome, Accepted)
    assert not log.state(held.id).belongs(held.person("ben"))


def test_nobody_can_use_up_the_token_by_which_they_will_be_shown_out():
    held = rooms.a_meeting()
    leaves(held, "ben")

    [(_, removal)] = what_has_moved([held.id]).removals

    assert not TOKEN.fullmatch(removal.token)


def test_who_left_before_the_log_began_is_nobody_to_show_out(amara, jonas):
    learning_set = a_set(amara, left=[jonas])
    meeting = a_meeting(learning_set)
    operations.convene(meeting)

    assert what_has_moved([meeting.pk]).removals == ()


def test_a_slot_that_was_undone_is_no_turn_taken():
    """INV-7: a slip of the thumb takes nobody's place in the order."""
    held = rooms.a_meeting()

    def does(of, name="ana", **details):
        if of is AgreeContract:
            details["version"] = log.state(held.id).contract_version
        else:
            details["expected_phase"] = log.state(held.id).phase_number
        command = of(by=held.person(name), token=rooms.a_token(), **details)
        outcome = held.put(command)
        assert isinstance(outcome, Accepted), outcome

    for name in held.people:
        does(AgreeContract, name)
    does(BeginSlot, presenter=held.person("ben"), reason="A slip.")
    does(Undo)
    does(BeginSlot, presenter=held.person("chi"), reason="Agreed by all.")
    does(Close, reason="No time.")

    learning_set = LearningSet.objects.get(pk=held.learning_set)
    people = history.before(a_meeting(learning_set)).people

    assert {one.person: one.slots for one in people} == {
        held.person("ana"): 0,
        held.person("ben"): 0,
        held.person("chi"): 1,
    }
