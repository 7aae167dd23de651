"""One thing to say at a time, from what is known and from nothing else."""

import pytest

from askwell.facilitation.interventions import Trigger
from askwell.facilitation.moments import (
    ORDER,
    QUIET_AFTER,
    Unknown,
    moments,
    next_moment,
    unknown,
)
from askwell.process.choices import HeardAs, HelpWanted
from askwell.process.commands import (
    AcknowledgeHelp,
    GiveReview,
    MeetMoment,
    NoteAction,
    Pause,
    SignalHelp,
    Tally,
)
from process.room import FACILITATOR, Room, brief, in_slot, opened
from process.test_uses import everybody_allows


def happening(room: Room) -> list[Trigger]:
    return [each.trigger for each in moments(room.state, room.at)]


def meet(room: Room, trigger: Trigger, *, about: str | None = None) -> None:
    room.do(MeetMoment, FACILITATOR, trigger=trigger, about=about)


def hear(room: Room, *people: str) -> None:
    for person in people:
        room.say(person, "open_question")


def test_every_trigger_has_its_place_in_the_order():
    assert set(ORDER) == set(Trigger)
    assert len(ORDER) == len(Trigger)


def test_nothing_happens_in_a_meeting_in_which_nothing_is_known():
    room = in_slot("ana", "explore")

    assert happening(room) == []


def test_advice_is_a_moment_once_and_another_one_when_it_comes_again():
    room = in_slot("ana", "explore")
    room.do(Tally, FACILITATOR, heard_as=HeardAs.ADVICE)
    once = happening(room)
    room.do(Tally, FACILITATOR, heard_as=HeardAs.LEADING_QUESTION)
    again = happening(room)
    meet(room, Trigger.ADVICE_AGAIN)
    met = happening(room)
    room.do(Tally, FACILITATOR, heard_as=HeardAs.ADVICE)

    assert (once, again, met) == ([Trigger.ADVICE], [Trigger.ADVICE_AGAIN], [])
    assert happening(room) == [Trigger.ADVICE_AGAIN]


def test_what_was_read_counts_only_where_everybody_lets_it_be_read():
    """INV-20."""
    read = [HeardAs.ADVICE, HeardAs.ADVICE, HeardAs.OPEN_QUESTION]
    room = in_slot("ana", "explore")
    silent = moments(room.state, room.at, read=read)

    everybody_allows(room, "shares")
    allowed = moments(room.state, room.at, read=read)
    meet(room, Trigger.ADVICE_AGAIN)

    assert silent == ()
    assert [(m.trigger, m.about) for m in allowed] == [(Trigger.ADVICE_AGAIN, None)]
    assert moments(room.state, room.at, read=read) == ()


def test_where_advice_is_welcome_it_is_no_moment():
    room = in_slot("ana", "hot_seat", brief(format="mastermind"))
    everybody_allows(room, "shares")

    assert moments(room.state, room.at, read=[HeardAs.ADVICE] * 3) == ()


def test_several_questions_in_one_are_a_moment_while_they_are_in_the_air():
    room = in_slot("ana", "explore")
    asked = room.say("ben", "open_question", words="Who knows? And why not ask?")
    waiting = happening(room)
    room.say("ana", "answer", words="Nobody.", to=asked)

    assert waiting == [Trigger.STACKED]
    assert happening(room) == []


def test_answers_that_come_at_once_are_a_moment_when_there_are_several():
    room = in_slot("ana", "explore")
    found = []
    for number in range(3):
        asked = room.say("ben", "open_question", words=f"What about {number}?")
        room.wait(0.1)
        room.say("ana", "answer", words="Yes.", to=asked)
        found.append(happening(room))
        room.wait(0.5)

    assert found == [[], [], [Trigger.ANSWERS_FAST]]


def test_one_voice_is_a_moment_only_after_enough_turns_and_again_after_as_many():
    room = in_slot("ana", "explore")
    hear(room, *("ben", "ben", "chloe", "ben", "dev", "ben"))
    few = happening(room)
    hear(room, "ben", "ben")
    (voice,) = moments(room.state, room.at)
    meet(room, Trigger.ONE_VOICE, about="ben")
    met = happening(room)
    hear(room, *["ben"] * 8)

    assert few == met == []
    assert (voice.trigger, voice.about) == (Trigger.ONE_VOICE, "ben")
    assert happening(room) == [Trigger.ONE_VOICE]


def test_somebody_silent_is_invited_when_the_phase_is_nearly_over():
    room = in_slot("ana", "explore")
    hear(room, "ben", "chloe")
    early = happening(room)
    room.wait(17)
    late = moments(room.state, room.at)
    meet(room, Trigger.SILENT, about="dev")

    assert early == []
    assert [(m.trigger, m.about) for m in late] == [(Trigger.SILENT, "dev")]
    assert happening(room) == []


def test_nobody_is_called_silent_where_nobody_is_noted():
    room = in_slot("ana", "explore")
    room.wait(17)

    assert happening(room) == []


def test_no_action_is_a_moment_unless_the_presenter_has_one():
    room = in_slot("ana", "reflect_and_act")
    room.wait(4.5)
    without = happening(room)
    room.do(NoteAction, "ana", words="Ask the night team")

    assert without == [Trigger.NO_ACTION]
    assert happening(room) == []


def test_half_an_hour_without_a_look_at_the_process_is_a_moment_and_begins_anew():
    room = in_slot("ana", "explore")
    room.wait(28)
    first = happening(room)
    meet(room, Trigger.PROCESS_CHECK)
    room.wait(29)
    met = happening(room)
    room.wait(1)
    anew = happening(room)
    room.go_to("process_review")
    room.do(GiveReview, "ana", went_well="We waited.")
    room.go_to("learning_round")

    assert first == anew == [Trigger.PROCESS_CHECK]
    assert met == []
    assert Trigger.PROCESS_CHECK not in happening(room)


def test_who_calls_comes_first_until_somebody_has_seen_it():
    room = in_slot("ana", "explore")
    room.wait(40)
    (called,) = room.do(SignalHelp, "dev", wanted=HelpWanted.PAUSE)
    before = moments(room.state, room.at)
    room.do(AcknowledgeHelp, FACILITATOR, signal=called.number)

    assert [(m.trigger, m.about) for m in before] == [
        (Trigger.DISTRESS, None),
        (Trigger.PROCESS_CHECK, None),
    ]
    assert happening(room) == [Trigger.PROCESS_CHECK]


def test_there_is_never_more_than_one_and_a_while_of_quiet_after_each():
    room = in_slot("ana", "explore")
    room.wait(40)
    room.do(Tally, FACILITATOR, heard_as=HeardAs.ADVICE)
    first = next_moment(room.state, room.at)
    meet(room, Trigger.ADVICE)
    quiet = next_moment(room.state, room.at)
    room.at += QUIET_AFTER

    assert first.trigger is Trigger.ADVICE
    assert quiet is None
    assert next_moment(room.state, room.at).trigger is Trigger.PROCESS_CHECK


@pytest.mark.parametrize("phase", ["silence", "explore"])
def test_nobody_is_told_anything_in_silence_or_in_a_break(phase: str):
    room = in_slot("ana", phase)
    room.wait(40)
    if phase == "explore":
        room.do(Pause, FACILITATOR)

    assert happening(room) == []


def test_what_is_not_known_shrinks_with_a_tap():
    room = in_slot("ana", "explore")
    at_first = unknown(room.state)
    room.do(Tally, FACILITATOR, heard_as=HeardAs.OPEN_QUESTION)

    assert at_first == tuple(Unknown)
    assert unknown(room.state) == tuple(Unknown)[1:]
    assert unknown(opened().state) == ()
