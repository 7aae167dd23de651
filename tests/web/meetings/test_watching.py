"""What observers, trainees and a facilitator from outside see and can do."""

from askwell.process import commands as ask
from askwell.process.people import Belonging
from process.room import FACILITATOR, MEMBERS, attendee, brief, gathered, opened
from web.meetings.test_screens import page_of, shown

# What is not said aloud, and what only changes one's own presence.
# Observers hear what captions would read, so their yes is asked for too (INV-20).
QUIET_ACTS = {"notes", "signals", "departures", "agreements", "allowances"}


def room_with(belonging, *, begun=opened):
    people = [attendee(person) for person in MEMBERS]
    return begun(brief(*people, attendee("olu", belonging=belonging)))


def test_an_observers_page_offers_no_speaking_act_in_any_phase():
    room = room_with(Belonging.OBSERVER)

    for phase in ("check_in", "report_backs", "bids"):
        room.go_to(phase)
        assert page_of(room, "olu").acts() <= QUIET_ACTS
    room.present("ana")
    while room.state.phase.name != "process_review":
        room.say(FACILITATOR, "intervention", words="Go on.")
        assert page_of(room, "olu").acts() <= QUIET_ACTS
        room.wait(1)
        room.do(ask.NextPhase, FACILITATOR)
    assert page_of(room, "olu").acts() <= QUIET_ACTS


def test_an_observer_reads_why_they_are_there():
    room = room_with(Belonging.OBSERVER)

    assert "You are here to watch and to listen." in shown(room, "olu", "now")
    assert "Observer" in shown(room, "ana", "people")


def test_an_observer_does_not_open_a_meeting_without_a_facilitator():
    people = [attendee(person) for person in MEMBERS]
    watching = attendee("olu", belonging=Belonging.OBSERVER)
    room = gathered(brief(*people, watching, facilitator=None))

    assert "opening" not in page_of(room, "olu").acts()
    assert "opening" in page_of(room, "ana").acts()


def test_an_observer_who_has_not_agreed_is_asked_to():
    people = [attendee(person) for person in MEMBERS]
    watching = attendee("olu", belonging=Belonging.OBSERVER, agreed=False)
    room = opened(brief(*people, watching))

    assert "agreements" in page_of(room, "olu").acts()


def test_nobody_is_offered_to_give_an_observer_a_part():
    room = room_with(Belonging.OBSERVER)
    room.present("ana")

    inputs = page_of(room, FACILITATOR).root.iter("input")
    named = {each.get("name") for each in inputs if each.get("value") == "olu"}

    assert named == {"speaker"}


def test_a_facilitator_from_outside_is_not_offered_time_of_their_own():
    room = opened()
    room.go_to("bids")

    assert "bids" in page_of(room, "ana").acts()
    assert "bids" not in page_of(room, FACILITATOR).acts()


def test_a_trainee_and_a_facilitator_who_listens_are_named_so():
    room = room_with(Belonging.TRAINEE)
    room.do(ask.HandOver, FACILITATOR, to="ben")

    people = shown(room, "ana", "people")

    assert "Learns to facilitate" in people
    assert "Facilitator, listening" in people
