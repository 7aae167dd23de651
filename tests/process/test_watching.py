"""Observers, trainees, and a facilitator from outside the set (INV-14, INV-19)."""

import pytest

from askwell.process.choices import HelpWanted
from askwell.process.commands import (
    AgreeContract,
    AgreeNextMeeting,
    AnswerPulse,
    BeginSlot,
    Cast,
    CheckIn,
    Contribute,
    GiveReview,
    GiveTurn,
    HandOver,
    NameCoFacilitator,
    NominateFacilitator,
    OpenPulse,
    Pass,
    PlaceBid,
    RaiseHand,
    RecordLearning,
    SignalHelp,
    WriteNote,
)
from askwell.process.formats.shape import Role
from askwell.process.people import Belonging, Casting
from askwell.process.refusals import Reason
from process.room import FACILITATOR, MEMBERS, attendee, brief, opened


def with_somebody(belonging, name="olu"):
    """A meeting that is open, with somebody who belongs to it in this way."""
    people = [attendee(person) for person in MEMBERS]
    return opened(brief(*people, attendee(name, belonging=belonging)))


@pytest.fixture
def room():
    return with_somebody(Belonging.OBSERVER)


def test_an_observer_is_there_and_agrees_like_everybody(room):
    """INV-16: nobody hears what they have not agreed to keep."""
    assert "olu" in room.state.here
    assert room.state.roles("olu") == (Role.OBSERVER,)
    assert "olu" not in room.state.members


def test_an_observer_who_has_not_agreed_is_waited_for():
    people = [attendee(person) for person in MEMBERS]
    watching = attendee("olu", belonging=Belonging.OBSERVER, agreed=False)
    room = opened(brief(*people, watching))

    refused = room.refused(BeginSlot, FACILITATOR, presenter="ana", reason="Agreed.")
    room.do(AgreeContract, "olu")
    room.do(BeginSlot, FACILITATOR, presenter="ana", reason="Agreed.")

    assert refused.people == ("olu",)


@pytest.mark.parametrize(
    ("deed", "details"),
    [
        (CheckIn, {}),
        (Pass, {}),
        (RaiseHand, {}),
        (PlaceBid, {"headline": "Mine", "urgency": 1}),
        (AgreeNextMeeting, {"host": "olu"}),
    ],
)
def test_an_observer_says_nothing_in_the_opening(room, deed, details):
    assert room.refused(deed, "olu", **details).reason is Reason.ONLY_MEMBERS


@pytest.mark.parametrize("kind", ["open_question", "experience", "feedback", "answer"])
@pytest.mark.parametrize("phase", ["clarify", "explore", "process_review"])
def test_an_observer_says_nothing_in_a_slot(room, phase, kind):
    room.present("ana")
    room.go_to(phase)

    refused = room.refused(Contribute, "olu", kind=kind, words="May I?")

    assert refused.reason is Reason.ONLY_MEMBERS


def test_an_observer_neither_reviews_nor_learns_nor_answers_a_pulse(room):
    room.present("ana")
    room.go_to("process_review")
    (pulse,) = room.do(OpenPulse, FACILITATOR, about="Were we heard?")

    reviewed = room.refused(GiveReview, "olu", went_well="All of it.")
    learned = room.refused(RecordLearning, "olu", words="Much.")
    answered = room.refused(AnswerPulse, "olu", pulse=pulse.number, value=7)

    reasons = {each.reason for each in (reviewed, learned, answered)}
    assert reasons == {Reason.ONLY_MEMBERS}


def test_nobody_jots_that_an_observer_has_said_something(room):
    room.present("ana")
    room.go_to("explore")

    refused = room.refused(
        Contribute, FACILITATOR, kind="open_question", words="Why?", speaker="olu"
    )

    assert refused.reason is Reason.ONLY_MEMBERS


@pytest.mark.parametrize(
    ("deed", "details"),
    [
        (HandOver, {"to": "olu"}),
        (NameCoFacilitator, {"person": "olu", "shares": True}),
        (Cast, {"part": Casting.SECRETARY, "person": "olu"}),
        (GiveTurn, {"person": "olu"}),
    ],
)
def test_no_part_is_given_to_an_observer(room, deed, details):
    assert room.refused(deed, FACILITATOR, **details).reason is Reason.ONLY_MEMBERS


def test_an_observer_never_presents(room):
    room.refused(BeginSlot, FACILITATOR, presenter="olu", reason="They asked.")


def test_an_observer_is_not_named_to_facilitate(room):
    refused = room.refused(NominateFacilitator, "ana", person="olu")

    assert refused.reason is Reason.ONLY_MEMBERS


def test_an_observer_may_note_for_themselves_and_ask_for_a_pause(room):
    room.do(WriteNote, "olu", words="How quiet it was.")
    room.do(SignalHelp, "olu", wanted=HelpWanted.PAUSE)

    assert len(room.state.signals) == 1


class TestATrainee:
    """Watches, until the role is handed over; then facilitates like anybody."""

    def test_listens_while_another_facilitates(self):
        room = with_somebody(Belonging.TRAINEE)

        assert room.state.roles("olu") == (Role.OBSERVER,)

    def test_facilitates_once_it_is_handed_over(self):
        room = with_somebody(Belonging.TRAINEE)

        room.do(HandOver, FACILITATOR, to="olu")
        room.do(BeginSlot, "olu", presenter="ana", reason="Agreed.")

        assert room.state.roles("olu") == (Role.FACILITATOR,)

    def test_never_presents(self):
        room = with_somebody(Belonging.TRAINEE)

        room.refused(BeginSlot, FACILITATOR, presenter="olu", reason="They asked.")


class TestAFacilitatorFromOutside:
    def test_never_presents_nor_bids(self):
        room = opened()

        room.refused(BeginSlot, FACILITATOR, presenter=FACILITATOR, reason="Why not.")
        refused = room.refused(PlaceBid, FACILITATOR, headline="Mine", urgency=1)

        assert refused.reason is Reason.ONLY_MEMBERS

    def test_listens_once_a_member_facilitates(self):
        room = opened()

        room.do(HandOver, FACILITATOR, to="ben")
        room.present("ana", by="ben")
        room.go_to("explore", by="ben")

        refused = room.refused(Contribute, FACILITATOR, kind="open_question", words="?")
        assert room.state.roles(FACILITATOR) == (Role.OBSERVER,)
        assert refused.reason is Reason.KIND_NOT_NOW
