"""The facilitator's role, handed over and never seized (INV-14)."""

from datetime import timedelta

import pytest

from askwell.process import Reason, steers, view
from askwell.process.choices import HelpWanted
from askwell.process.commands import (
    AcknowledgeHelp,
    Arrive,
    Cast,
    HandOver,
    Leave,
    NameCoFacilitator,
    NextPhase,
    NominateFacilitator,
    RaiseHand,
    SignalHelp,
    TakeBackRole,
    Undo,
)
from askwell.process.formats.shape import Role
from askwell.process.people import Casting
from process.room import FACILITATOR, brief, in_slot, opened


def test_the_facilitator_hands_the_role_over_and_takes_it_back():
    room = opened()

    room.do(HandOver, FACILITATOR, to="ben")
    refused = room.refused(NextPhase, FACILITATOR)
    room.do(TakeBackRole, FACILITATOR)

    assert refused.reason is Reason.ONLY_FACILITATOR
    assert refused.people == ("ben",)
    assert room.state.facilitator == FACILITATOR


def test_nobody_takes_a_role_they_did_not_hand_over():
    room = opened()

    assert room.refused(TakeBackRole, "ben").reason is Reason.ROLE_NOT_YOURS
    assert room.refused(HandOver, "ben", to="ben").reason is Reason.ONLY_FACILITATOR


def test_whoever_presents_does_not_facilitate():
    room = in_slot("ana", "explore")

    refused = room.refused(HandOver, FACILITATOR, to="ana")

    assert refused.reason is Reason.PRESENTER_CANNOT_FACILITATE


def test_the_role_rotates_slot_by_slot():
    room = in_slot("ana", "process_review", brief(format="self_managed"))
    room.do(HandOver, FACILITATOR, to="ben")

    room.wait(2)
    room.present("chloe", by="ben")

    assert [slot.facilitator for slot in room.state.slots] == [FACILITATOR, "ben"]


def test_the_role_survives_leaving_and_coming_back():
    room = opened()

    room.do(Leave, FACILITATOR)
    room.do(Arrive, FACILITATOR)

    assert room.state.facilitator == FACILITATOR


def test_a_co_facilitator_shares_the_steps_but_not_the_role():
    room = opened()
    room.do(NameCoFacilitator, FACILITATOR, person="ben")

    room.do(NextPhase, "ben")

    assert room.refused(HandOver, "ben", to="chloe").reason is Reason.ONLY_FACILITATOR


def test_a_co_facilitator_does_not_steer_their_own_slot():
    room = opened()
    room.do(NameCoFacilitator, FACILITATOR, person="ana")
    room.present("ana")

    assert not steers(room.state, "ana")


def test_the_set_appoints_nobody_while_the_facilitator_is_here():
    room = opened()

    refused = room.refused(NominateFacilitator, "ana", person="ben")

    assert refused.reason is Reason.FACILITATOR_IS_HERE
    assert refused.people == (FACILITATOR,)


def test_two_minutes_after_the_line_broke_two_voices_appoint_somebody():
    room = opened()
    gone_since = room.at
    room.wait(1)

    early = room.refused(
        NominateFacilitator, "ana", person="ben", gone_since=gone_since
    )
    room.wait(1)
    room.do(NominateFacilitator, "ana", person="ben", gone_since=gone_since)
    one_voice = room.state.facilitator
    room.do(NominateFacilitator, "chloe", person="ben", gone_since=gone_since)

    assert early.until == gone_since + timedelta(minutes=2)
    assert one_voice == FACILITATOR
    assert room.state.facilitator == "ben"


def test_a_voice_of_an_hour_ago_appoints_nobody_now():
    room = opened()
    room.do(Leave, FACILITATOR)
    room.wait(3)
    room.do(NominateFacilitator, "ana", person="ben")
    room.wait(60)

    room.do(NominateFacilitator, "chloe", person="ben")
    one_voice = room.state.facilitator
    room.do(NominateFacilitator, "ana", person="ben")

    assert one_voice == FACILITATOR
    assert room.state.facilitator == "ben"


@pytest.mark.parametrize("back_by", [Arrive, RaiseHand])
def test_voices_are_void_once_the_facilitator_is_back(back_by):
    room = opened()
    gone_since = room.at
    room.wait(3)
    room.do(NominateFacilitator, "ana", person="ben", gone_since=gone_since)
    if back_by is Arrive:
        room.do(Leave, FACILITATOR)
    room.do(back_by, FACILITATOR)

    room.do(NominateFacilitator, "chloe", person="ben", gone_since=gone_since)

    assert room.state.facilitator == FACILITATOR


def test_voices_are_void_once_the_facilitators_line_was_back():
    room = opened()
    gone_since = room.at
    room.wait(3)
    room.do(NominateFacilitator, "ana", person="ben", gone_since=gone_since)
    gone_again = room.at + timedelta(minutes=1)
    room.wait(4)

    room.do(NominateFacilitator, "chloe", person="ben", gone_since=gone_again)

    assert room.state.facilitator == FACILITATOR


def test_nobody_appoints_themselves_alone():
    room = opened()
    room.do(Leave, FACILITATOR)
    room.wait(3)

    room.do(NominateFacilitator, "ben", person="ben")

    assert room.state.facilitator == FACILITATOR


def test_the_facilitator_who_comes_back_may_take_the_role_back():
    room = opened()
    room.do(Leave, FACILITATOR)
    room.wait(3)
    for person in ("ana", "chloe"):
        room.do(NominateFacilitator, person, person="ben")

    room.do(Arrive, FACILITATOR)
    room.do(TakeBackRole, FACILITATOR)

    assert room.state.facilitator == FACILITATOR


def test_inside_a_slot_the_facilitator_is_no_member():
    """INV-14."""
    room = in_slot("ana", "explore")

    assert room.state.roles(FACILITATOR) == (Role.FACILITATOR,)


def test_the_secretary_and_the_observer_have_their_parts():
    room = in_slot("ana", "explore")
    room.do(Cast, FACILITATOR, part=Casting.SECRETARY, person="ben")
    room.do(Cast, FACILITATOR, part=Casting.OBSERVER, person="dev")

    assert room.state.role("ben") is Role.SECRETARY
    assert room.state.roles("dev") == (Role.OBSERVER,)


def test_a_call_for_help_reaches_the_facilitator_and_nobody_else():
    room = in_slot("ana", "explore")
    room.do(SignalHelp, "ana", wanted=HelpWanted.PAUSE)

    seen = {
        person: len(view(room.state, person).signals)
        for person in (FACILITATOR, "ana", "ben", None)
    }

    assert seen == {FACILITATOR: 1, "ana": 1, "ben": 0, None: 0}


def test_only_the_facilitator_acknowledges_a_call_for_help():
    room = in_slot("ana", "explore")
    (signal,) = room.do(SignalHelp, "ana", wanted=HelpWanted.HELP)

    refused = room.refused(AcknowledgeHelp, "ben", signal=signal.number)
    room.do(AcknowledgeHelp, FACILITATOR, signal=signal.number)

    assert refused.reason is Reason.ONLY_FACILITATOR
    assert room.state.signals[signal.number].acknowledged


def test_a_call_that_was_heard_does_not_move_on_with_the_role():
    room = in_slot("ana", "explore")
    (signal,) = room.do(SignalHelp, "ana", wanted=HelpWanted.HELP)
    room.do(AcknowledgeHelp, FACILITATOR, signal=signal.number)

    room.do(HandOver, FACILITATOR, to="ben")

    assert view(room.state, "ben").signals == {}
    assert list(view(room.state, FACILITATOR).signals) == [signal.number]


def test_undo_does_not_make_the_facilitator_present():
    room = in_slot("ana", "process_review")
    room.go_to("learning_round")
    room.do(HandOver, FACILITATOR, to="ana")

    refused = room.refused(Undo, "ana")

    assert refused.reason is Reason.PRESENTER_CANNOT_FACILITATE
