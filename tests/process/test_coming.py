"""Coming, going, consent and the contract (INV-16, INV-19)."""

from askwell.process import Reason, view
from askwell.process.commands import (
    Admit,
    AgreeContract,
    Arrive,
    AskToJoin,
    BeginSlot,
    Consent,
    DropAction,
    IncludePerson,
    Leave,
    NoteAction,
    Open,
    RaiseHand,
    RecordLearning,
    RemovePerson,
    TakeBack,
    TurnAway,
)
from askwell.process.people import ASKWELL, Belonging
from process.room import (
    FACILITATOR,
    MEMBERS,
    attendee,
    brief,
    convened,
    gathered,
    opened,
)


def test_arriving_twice_is_arriving_once():
    room = gathered()

    assert room.do(Arrive, "ana") == ()


def test_nobody_comes_in_who_does_not_belong():
    room = gathered()

    assert room.refused(Arrive, "eve").reason is Reason.NOT_ADMITTED


def test_no_slot_begins_before_all_have_agreed_the_contract():
    """INV-16."""
    room = opened(
        brief(attendee("ana"), attendee("ben", agreed=False), attendee("chloe"))
    )

    refused = room.refused(BeginSlot, FACILITATOR, presenter="ana", reason="Agreed.")
    room.do(AgreeContract, "ben")
    room.present("ana")

    assert refused.reason is Reason.CONTRACT_NOT_AGREED
    assert refused.people == ("ben",)
    assert room.state.presenter == "ana"


def test_whoever_arrives_late_agrees_before_the_next_slot():
    """INV-16."""
    room = convened(brief(attendee("ana"), attendee("ben", agreed=False)))
    for person in (FACILITATOR, "ana"):
        room.do(Arrive, person)
    room.do(Open, FACILITATOR)
    room.present("ana")

    room.do(Arrive, "ben")

    assert room.state.contract_waits_for == ("ben",)
    assert room.state.presenter == "ana"


def test_a_change_of_membership_reopens_the_contract():
    """INV-16."""
    room = opened()
    room.do(AskToJoin, "zuri")
    for person in MEMBERS:
        room.do(Consent, person, person="zuri", consents=True)
    room.do(Admit, FACILITATOR, person="zuri")

    assert set(room.state.contract_waits_for) == {FACILITATOR, *MEMBERS, "zuri"}
    assert room.refused(BeginSlot, FACILITATOR, presenter="ana").reason is (
        Reason.CONTRACT_NOT_AGREED
    )


def test_somebody_new_needs_the_consent_of_everybody_here():
    """INV-19."""
    room = opened()
    room.do(AskToJoin, "zuri", joins_as=Belonging.OBSERVER)
    for person in MEMBERS[:-1]:
        room.do(Consent, person, person="zuri", consents=True)

    refused = room.refused(Admit, FACILITATOR, person="zuri")
    room.do(Consent, MEMBERS[-1], person="zuri", consents=True)
    room.do(Admit, FACILITATOR, person="zuri")

    assert refused.reason is Reason.CONSENT_MISSING
    assert refused.people == (MEMBERS[-1],)
    assert room.state.people["zuri"].belonging is Belonging.OBSERVER


def test_one_no_is_enough_and_nobody_learns_whose_it_was():
    """INV-19."""
    room = opened()
    room.do(AskToJoin, "zuri")

    (declined,) = room.do(Consent, "ben", person="zuri", consents=False)

    assert declined.person == "zuri"
    assert room.refused(Admit, FACILITATOR, person="zuri").reason is Reason.NOT_WAITING


def test_an_arrival_after_the_others_consented_is_asked_as_well():
    """INV-19."""
    room = convened()
    for person in (FACILITATOR, "ana"):
        room.do(Arrive, person)
    room.do(AskToJoin, "zuri")
    room.do(Consent, "ana", person="zuri", consents=True)

    room.do(Arrive, "ben")

    assert room.refused(Admit, FACILITATOR, person="zuri").people == ("ben",)


def test_whoever_waits_sees_nothing_of_the_meeting():
    room = opened()
    room.do(AskToJoin, "zuri")

    seen = view(room.state, "zuri")

    assert list(seen.joining) == ["zuri"]
    assert (seen.people, seen.facilitator, seen.phase) == ({}, None, None)


def test_the_facilitator_may_turn_somebody_away():
    room = opened()
    room.do(AskToJoin, "zuri")

    room.do(TurnAway, FACILITATOR, person="zuri")

    assert room.state.joining == {}


def test_the_facilitator_removes_guests_but_no_members():
    room = opened()
    room.do(AskToJoin, "zuri")
    for person in MEMBERS:
        room.do(Consent, person, person="zuri", consents=True)
    room.do(Admit, FACILITATOR, person="zuri")

    refused = room.refused(RemovePerson, FACILITATOR, person="ana")
    room.do(RemovePerson, FACILITATOR, person="zuri")

    assert refused.reason is Reason.ONLY_GUESTS_ARE_REMOVED
    assert not room.state.belongs("zuri")
    assert room.refused(Arrive, "zuri").reason is Reason.NOT_ADMITTED


def test_whoever_left_the_set_leaves_the_room():
    room = opened()

    room.do(RemovePerson, ASKWELL, person="ana")

    assert not room.state.belongs("ana")


def test_somebody_without_a_device_is_included():
    room = convened()
    room.do(Arrive, FACILITATOR)

    refused = room.refused(IncludePerson, FACILITATOR, person="eve")
    room.do(IncludePerson, FACILITATOR, person="ana")
    room.do(RaiseHand, FACILITATOR, speaker="ana")

    assert refused.reason is Reason.NOT_ADMITTED
    assert room.state.people["ana"].without_device
    assert [hand.person for hand in room.state.hands] == ["ana"]


def test_the_device_turns_up_later():
    room = convened()
    room.do(Arrive, FACILITATOR)
    room.do(IncludePerson, FACILITATOR, person="ana")

    room.do(Arrive, "ana")

    assert not room.state.people["ana"].without_device


def test_whoever_leaves_lowers_their_hand():
    room = opened()
    room.do(RaiseHand, "ana")

    room.do(Leave, "ana")

    assert room.state.hands == ()
    assert not room.state.is_here("ana")


def test_nobody_agrees_to_words_they_have_not_read():
    """INV-16."""
    room = gathered(brief(attendee("ana", agreed=False), contract_version=2))

    refused = room.refused(AgreeContract, "ana", version=1)
    room.do(AgreeContract, "ana", version=2)

    assert refused.reason is Reason.STALE_CONTRACT
    assert room.state.people["ana"].agreed


def with_ana_included():
    """Ana is noted as being there; in truth nobody has heard of her today."""
    room = convened(brief(attendee("ana", agreed=False), attendee("ben")))
    for person in (FACILITATOR, "ben"):
        room.do(Arrive, person)
    room.do(IncludePerson, FACILITATOR, person="ana")
    room.do(AskToJoin, "zuri")
    return room


def test_what_was_agreed_for_somebody_lapses_once_they_come():
    """INV-16, INV-19."""
    room = with_ana_included()
    room.do(AgreeContract, FACILITATOR, speaker="ana")
    room.do(Consent, FACILITATOR, speaker="ana", person="zuri", consents=True)
    waits_for = room.state.contract_waits_for

    room.do(Arrive, "ana")
    room.do(Consent, "ben", person="zuri", consents=True)

    assert waits_for == ()
    assert room.state.contract_waits_for == ("ana",)
    assert room.refused(Admit, FACILITATOR, person="zuri").people == ("ana",)


def test_their_own_yes_stays_when_their_device_comes_back():
    """INV-16, INV-19."""
    room = with_ana_included()
    room.do(Arrive, "ana")
    room.do(AgreeContract, "ana")
    room.do(Consent, "ana", person="zuri", consents=True)
    room.do(Leave, "ana")
    room.do(IncludePerson, FACILITATOR, person="ana")

    room.do(Arrive, "ana")

    assert room.state.contract_waits_for == ()
    assert room.state.joining["zuri"].consents == {"ana"}


def test_nobody_gives_the_word_of_somebody_who_has_come_themselves():
    """INV-2, INV-16, INV-19."""
    room = with_ana_included()
    room.do(Arrive, "ana")
    room.do(Leave, "ana")
    room.do(IncludePerson, FACILITATOR, person="ana")

    agreed = room.refused(AgreeContract, FACILITATOR, speaker="ana")
    consented = room.refused(
        Consent, FACILITATOR, speaker="ana", person="zuri", consents=True
    )

    assert {agreed.reason, consented.reason} == {Reason.NOT_FOR_ANOTHER}


def test_whoever_comes_takes_back_what_was_noted_for_them():
    """INV-2."""
    room = with_ana_included()
    room.do(AgreeContract, FACILITATOR, speaker="ana")
    room.do(Open, FACILITATOR)
    room.present("ana")
    room.go_to("reflect_and_act")
    (noted,) = room.do(NoteAction, FACILITATOR, speaker="ana", words="Ring him.")
    (learnt,) = room.do(RecordLearning, FACILITATOR, speaker="ana", words="To ring.")

    room.do(Arrive, "ana")
    refused = room.refused(NoteAction, FACILITATOR, speaker="ana", words="Write.")
    room.refused(TakeBack, "ben", contribution=learnt.number)
    room.do(TakeBack, "ana", contribution=learnt.number)
    room.do(DropAction, "ana", action=noted.number)

    assert refused.reason is Reason.NOT_FOR_ANOTHER
    assert room.state.learnings == ()
    assert not room.state.actions[noted.number].is_open
