"""What is counted of what is said: one tap for the spoken, and captions read."""

import pytest

from askwell.process import Reason, dump, view
from askwell.process.choices import HeardAs
from askwell.process.commands import (
    Allow,
    Arrive,
    CloseCaptions,
    HandOver,
    Hear,
    HushCoach,
    Leave,
    OpenCaptions,
    Pause,
    ShowTally,
    Tally,
    UndoTally,
)
from askwell.process.events import TurnHeard
from askwell.process.listening import ADDRESS_LASTS, IN_STEPS_OF, Turn, TurnRead
from askwell.process.people import ASKWELL
from process.room import FACILITATOR, MEMBERS, Room, brief, in_slot, opened
from process.test_uses import everybody_allows

EVERYBODY = (*MEMBERS, FACILITATOR, None)


def listening(phase: str = "explore", *, shares: bool = True) -> Room:
    """Ana presents, and captions are read."""
    uses = ("captions", "shares") if shares else ("captions",)
    return everybody_allows(in_slot("ana", phase), *uses)


def heard(room: Room, person: str | None, heard_as: HeardAs) -> Room:
    turn = Turn(person=person, heard_as=heard_as)
    room.do(Hear, FACILITATOR, turns=(turn,))
    return room


def count(room: Room, *turns: HeardAs) -> Room:
    for heard_as in turns:
        room.do(Tally, FACILITATOR, heard_as=heard_as)
    return room


# The tally


def test_one_tap_counts_one_turn_without_a_person_or_words():
    room = in_slot("ana", "explore")

    (counted,) = room.do(Tally, FACILITATOR, heard_as=HeardAs.ADVICE)

    stored = dump(counted)
    assert stored.words == {}
    assert stored.data == {
        "heard_as": "advice",
        "phase": "explore",
        "slot": room.state.slot.number,
    }


def test_only_whoever_facilitates_counts():
    room = in_slot("ana", "explore")

    for person in MEMBERS:
        refused = room.refused(Tally, person, heard_as=HeardAs.ADVICE)
        assert refused.reason is Reason.ONLY_FACILITATOR


def test_outside_a_slot_there_is_nothing_to_count():
    room = opened()

    refused = room.refused(Tally, FACILITATOR, heard_as=HeardAs.ADVICE)

    assert refused.reason is Reason.NO_SLOT


def test_the_last_tap_is_taken_back():
    room = in_slot("ana", "explore")
    room.do(Tally, FACILITATOR, heard_as=HeardAs.OPEN_QUESTION)
    room.do(Tally, FACILITATOR, heard_as=HeardAs.ADVICE)

    room.do(UndoTally, FACILITATOR)
    once = [each.heard_as for each in room.state.tallied]
    room.do(UndoTally, FACILITATOR)

    assert once == [HeardAs.OPEN_QUESTION]
    assert room.state.tallied == ()
    assert room.do(UndoTally, FACILITATOR) == ()


def test_only_whoever_facilitates_sees_the_tally():
    room = in_slot("ana", "explore")
    room.do(Tally, FACILITATOR, heard_as=HeardAs.ADVICE)

    seeing = [p for p in EVERYBODY if view(room.state, p).tallied]
    room.do(HandOver, FACILITATOR, to="ben")

    assert seeing == [FACILITATOR]
    assert [p for p in EVERYBODY if view(room.state, p).tallied] == ["ben"]


def test_the_set_sees_the_tally_once_it_is_shown_and_not_in_its_order():
    room = in_slot("ana", "explore")
    count(room, *(HeardAs.OPEN_QUESTION,) * 2, HeardAs.ADVICE)
    count(room, *(HeardAs.OPEN_QUESTION,) * 2)

    room.do(ShowTally, FACILITATOR, slot=room.state.slot.number)

    for person in (*MEMBERS, None):
        seen = view(room.state, person).tallied
        assert [each.heard_as for each in seen] == [
            HeardAs.ADVICE,
            *(HeardAs.OPEN_QUESTION,) * 4,
        ]
        assert {(each.number, each.phase) for each in seen} == {(0, "")}


def test_what_was_shown_may_be_put_away_again():
    room = in_slot("ana", "explore")
    count(room, *(HeardAs.ADVICE,) * IN_STEPS_OF)
    slot = room.state.slot.number
    room.do(ShowTally, FACILITATOR, slot=slot)

    room.do(ShowTally, FACILITATOR, slot=slot, shows=False)

    assert view(room.state, "ana").tallied == ()


def test_a_tally_of_few_is_not_shown():
    room = count(in_slot("ana", "explore"), *(HeardAs.ADVICE,) * 4)

    refused = room.refused(ShowTally, FACILITATOR, slot=room.state.slot.number)

    assert (refused.reason, refused.limit) == (Reason.TOO_FEW_TURNS, 5)


def test_where_advice_is_welcome_nobody_counts_it():
    room = in_slot("ana", "consultation", brief(format="kollegiale_beratung"))

    refused = room.refused(Tally, FACILITATOR, heard_as=HeardAs.ADVICE)
    room.do(Tally, FACILITATOR, heard_as=HeardAs.OPEN_QUESTION)

    assert refused.reason is Reason.NO_SUCH_THING


# Captions


def test_nothing_is_heard_before_everybody_has_allowed_it():
    """INV-20."""
    room = in_slot("ana", "explore")
    turn = Turn(person="ben", heard_as=HeardAs.ADVICE)

    assert room.refused(Hear, FACILITATOR, turns=(turn,)).reason is (
        Reason.USE_NOT_ALLOWED
    )
    assert room.refused(OpenCaptions, FACILITATOR).reason is Reason.USE_NOT_ALLOWED


def test_a_single_no_ends_the_reading_at_once_and_closes_the_address():
    """INV-20."""
    room = heard(listening(), "ben", HeardAs.ADVICE)
    room.do(OpenCaptions, FACILITATOR)

    room.do(Allow, "dev", use="captions", allows=False)

    turn = Turn(person="ben", heard_as=HeardAs.ADVICE)
    refused = room.refused(Hear, FACILITATOR, turns=(turn,))
    assert refused.reason is Reason.USE_NOT_ALLOWED
    assert room.state.caption_address is None
    assert room.state.hints == {}


def test_how_a_turn_was_read_is_sealed_with_its_speakers_words():
    room = listening()

    (event,) = room.do(
        Hear, FACILITATOR, turns=(Turn(person="ben", heard_as=HeardAs.ADVICE),)
    )

    stored = dump(event)
    assert (stored.person, stored.words) == ("ben", {"heard_as": "advice"})
    assert stored.data["unnamed"] is None


def test_a_turn_of_an_unknown_voice_is_nobodys():
    room = heard(listening(), None, HeardAs.ADVICE)
    heard(room, "zuri", HeardAs.OPEN_QUESTION)

    turns = [event for event in room.log if isinstance(event, TurnHeard)]

    assert {each.person for each in turns} == {ASKWELL}
    assert dump(turns[0]).words == {}
    assert room.state.hints == {}


def test_the_presenter_and_whoever_facilitates_are_never_read():
    room = heard(listening(), "ana", HeardAs.ADVICE)
    heard(room, FACILITATOR, HeardAs.ADVICE)

    assert not any(isinstance(event, TurnHeard) for event in room.log)


@pytest.mark.parametrize("phase", ["silence", "process_review"])
def test_nothing_is_heard_where_the_set_is_silent_or_looks_at_itself(phase):
    room = heard(listening(phase), "ben", HeardAs.ADVICE)

    assert not any(isinstance(event, TurnHeard) for event in room.log)


def test_nothing_is_heard_in_a_break():
    room = listening()
    room.do(Pause, FACILITATOR)

    heard(room, "ben", HeardAs.ADVICE)

    assert not any(isinstance(event, TurnHeard) for event in room.log)


def test_a_hint_is_seen_by_whoever_spoke_and_goes_with_their_next_words():
    room = heard(listening(), "ben", HeardAs.LEADING_QUESTION)

    seeing = [p for p in EVERYBODY if view(room.state, p).hints]
    heard(room, "ben", HeardAs.OPEN_QUESTION)

    assert seeing == ["ben"]
    assert room.state.hints == {}


def test_a_hint_goes_with_the_phase():
    room = heard(listening(), "ben", HeardAs.ADVICE)

    room.go_to("silence")

    assert room.state.hints == {}


def test_whoever_wants_to_hear_nothing_from_the_coach_says_so_once():
    room = listening()

    room.do(HushCoach, "ben")

    assert room.do(HushCoach, "ben") == ()
    assert [p for p in EVERYBODY if view(room.state, p).hushed] == ["ben"]


def test_numbers_are_for_whoever_facilitates_while_all_let_them_be_seen():
    """INV-20."""
    room = listening()
    for heard_as in (*(HeardAs.OPEN_QUESTION,) * 4, HeardAs.ADVICE):
        heard(room, "ben", heard_as)

    seeing = [p for p in EVERYBODY if view(room.state, p).turns_read]
    room.do(Allow, "chloe", use="shares", allows=False)

    assert seeing == [FACILITATOR]
    assert not any(view(room.state, p).turns_read for p in EVERYBODY)


def test_numbers_grow_in_steps_so_that_none_tells_whose_turn_it_was():
    room = listening()
    turns = (HeardAs.OPEN_QUESTION, HeardAs.ADVICE, *(HeardAs.SHARING,) * 5)

    seen = []
    for heard_as in turns:
        heard(room, "ben", heard_as)
        seen.append(len(view(room.state, FACILITATOR).turns_read))

    assert seen == [0, 0, 0, 0, 5, 5, 5]
    assert view(room.state, FACILITATOR).turns_read == tuple(
        TurnRead(heard_as=heard_as, slot=room.state.slot.number)
        for heard_as in (HeardAs.ADVICE, turns[0], *(HeardAs.SHARING,) * 3)
    )


def test_what_was_heard_before_numbers_were_allowed_is_in_none_of_them():
    """INV-20."""
    room = heard(listening(shares=False), "ben", HeardAs.ADVICE)

    everybody_allows(room, "shares")

    assert room.state.turns_read == ()


def test_where_advice_is_welcome_it_is_not_noted_as_such():
    room = in_slot("ana", "consultation", brief(format="kollegiale_beratung"))
    everybody_allows(room, "captions", "shares")

    heard(room, "ben", HeardAs.ADVICE)

    assert [each.heard_as for each in room.state.turns_read] == [HeardAs.OTHER]
    assert room.state.hints == {}


def test_an_address_is_made_anew_and_taken_back():
    room = listening()
    room.do(OpenCaptions, "ben")
    first = room.state.caption_address

    room.do(OpenCaptions, "ben")
    second = room.state.caption_address
    refused = room.refused(CloseCaptions, "chloe")
    room.do(CloseCaptions, FACILITATOR)

    assert first.number != second.number
    assert refused.reason is Reason.ONLY_FACILITATOR
    assert room.state.caption_address is None
    assert room.do(CloseCaptions, "ben") == ()


def test_an_address_lapses_and_goes_with_whoever_made_it():
    room = listening()
    room.do(OpenCaptions, "ben")
    address = room.state.caption_address

    room.do(Leave, "ben")

    assert not address.lapsed(room.at)
    assert address.lapsed(room.at + ADDRESS_LASTS)
    assert room.state.caption_address is None


def test_while_a_newcomer_has_not_said_yes_nothing_is_heard():
    """INV-20."""
    room = listening()
    room.do(Leave, "dev")
    room.do(OpenCaptions, "ben")

    room.do(Arrive, "dev")
    turn = Turn(person="ben", heard_as=HeardAs.ADVICE)
    refused = room.refused(Hear, FACILITATOR, turns=(turn,))
    room.do(Allow, "dev", use="captions", allows=True)

    assert refused.reason is Reason.USE_NOT_ALLOWED
    assert room.state.caption_address is not None
    heard(room, "ben", HeardAs.ADVICE)
    assert room.state.hints == {"ben": HeardAs.ADVICE}
