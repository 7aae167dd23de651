"""A meeting is convened, opened, closed, and each command counts once."""

from datetime import timedelta

from askwell.process import EMPTY, Reason, Refused, decide
from askwell.process.choices import Stage
from askwell.process.commands import (
    Arrive,
    AskToJoin,
    CheckIn,
    Close,
    Consent,
    Contribute,
    Convene,
    NextPhase,
    Open,
    Pause,
    Reopen,
    Resume,
    Undo,
    WriteNote,
)
from askwell.process.decide.ending import GRACE
from process.room import (
    FACILITATOR,
    NINE,
    Room,
    brief,
    convened,
    gathered,
    in_slot,
    opened,
)


def test_nothing_happens_before_a_meeting_is_convened():
    refused = decide(EMPTY, Arrive(by="ana", token="t"), at=NINE)

    assert refused == Refused(reason=Reason.NOT_CONVENED)


def test_a_meeting_is_convened_once():
    room = convened()

    assert room.refused(Convene, "ana", brief=brief()).reason is Reason.ALREADY_CONVENED


def test_the_log_begins_with_the_brief():
    room = convened(brief(booked_minutes=90))

    assert room.log[0].brief.booked_minutes == 90
    assert room.log[0].number == 1


def test_the_facilitator_opens_the_meeting_and_the_first_phase_begins():
    room = gathered()

    room.do(Open, FACILITATOR)

    assert room.state.stage is Stage.RUNNING
    assert room.state.phase.name == "check_in"


def test_a_member_does_not_open_it_for_the_facilitator():
    room = gathered()

    refused = room.refused(Open, "ana")

    assert refused.reason is Reason.ONLY_FACILITATOR
    assert refused.people == (FACILITATOR,)


def test_whoever_opens_a_meeting_without_a_facilitator_becomes_it():
    room = gathered(brief(facilitator=None))

    room.do(Open, "ben")

    assert room.state.facilitator == "ben"


def test_a_token_seen_before_changes_nothing():
    room = in_slot("ana", "explore")
    said = room.command(Contribute, "ben", kind="open_question", words="What for?")

    first = room.post(said)
    second = room.post(said)

    assert len(first) == 1
    assert second == ()


def test_a_token_of_one_person_does_not_use_up_that_of_another():
    room = opened()
    theirs = room.command(WriteNote, "ana", words="Mine.", token="the-same")
    room.post(room.command(WriteNote, "ben", words="His.", token="the-same"))

    room.post(theirs)

    assert {note.person for note in room.state.notes.values()} == {"ana", "ben"}


def test_a_token_says_nothing_of_who_sent_it():
    """INV-19: nobody learns whose no it was."""
    room = opened()
    room.do(AskToJoin, "zuri")

    (declined,) = room.do(
        Consent, "ben", person="zuri", consents=False, token="by-ben-himself"
    )

    assert "ben" not in declined.token


def test_a_token_is_remembered_even_when_the_meeting_has_moved_on():
    room = in_slot("ana", "present")
    step = room.command(NextPhase, FACILITATOR)

    room.post(step)

    assert room.post(step) == ()
    assert room.state.phase.name == "clarify"


def test_a_stale_phase_is_refused_so_two_cannot_advance_twice():
    room = in_slot("ana", "present")
    mine = room.command(NextPhase, FACILITATOR)
    yours = room.command(NextPhase, FACILITATOR)

    room.post(mine)
    refused = room.post(yours)

    assert refused.reason is Reason.STALE_PHASE
    assert refused.expected_phase == room.state.phase_number


def test_whoever_is_not_here_does_nothing():
    room = convened()

    assert room.refused(CheckIn, "ana").reason is Reason.NOT_HERE


def test_nothing_happens_after_the_close():
    room = opened()
    room.do(Close, FACILITATOR, reason="The power is out.")

    for attempt in (
        room.refused(Contribute, "ana", kind="learning", words="I see."),
        room.refused(CheckIn, "ana"),
        room.refused(NextPhase, FACILITATOR),
        room.refused(Arrive, "ana"),
    ):
        assert attempt.reason is Reason.CLOSED
        assert attempt.until == room.at + GRACE


def test_private_notes_are_still_written_after_the_close():
    room = opened()
    room.do(Close, FACILITATOR, reason="The power is out.")

    room.do(WriteNote, "ana", words="Ring Tariq before Friday.")

    assert [note.words for note in room.state.notes.values()] == [
        "Ring Tariq before Friday."
    ]


def test_a_closed_meeting_is_reopened_within_the_grace_period():
    room = in_slot("ana", "explore")
    room.do(Close, FACILITATOR, reason="By mistake.")

    room.wait(10)
    room.do(Reopen, FACILITATOR)

    assert room.state.stage is Stage.RUNNING
    assert room.state.phase.name == "explore"
    assert room.state.presenter == "ana"
    assert room.state.course.skipped == ()


def test_the_clock_stands_while_a_meeting_is_closed():
    """INV-23."""
    room = in_slot("ana", "explore")
    room.do(NextPhase, FACILITATOR)
    room.wait(0.5)
    left = room.state.phase.left(room.at)
    room.do(Close, FACILITATOR, reason="By mistake.")

    room.wait(10)
    room.do(Reopen, FACILITATOR)
    reopened = room.state.phase.left(room.at)
    room.do(Undo, FACILITATOR)

    assert reopened == left
    assert room.state.phase.name == "explore"
    assert room.state.phase.elapsed(room.at) == timedelta(minutes=0.5)


def test_a_pause_that_lasts_past_the_close_is_counted_once():
    room = in_slot("ana", "explore")
    room.do(Pause, FACILITATOR)
    left = room.state.phase.left(room.at)
    room.do(Close, FACILITATOR, reason="By mistake.")
    room.wait(10)
    room.do(Reopen, FACILITATOR)

    room.wait(5)
    room.do(Resume, FACILITATOR)

    assert room.state.phase.left(room.at) == left


def test_an_unknown_format_or_option_is_refused():
    room = Room()

    for unsound in (brief(format="bingo"), brief(options={"loud": True})):
        refused = room.refused(Convene, "ana", brief=unsound)
        assert refused.reason is Reason.NO_SUCH_THING


def test_after_the_grace_period_it_stays_closed():
    room = opened()
    room.do(Close, FACILITATOR, reason="By mistake.")

    room.at += GRACE + timedelta(seconds=1)

    assert room.refused(Reopen, FACILITATOR).reason is Reason.GRACE_OVER


def test_undo_takes_back_the_last_step():
    room = in_slot("ana", "explore")
    before = room.state.course
    room.wait(3)
    room.do(NextPhase, FACILITATOR)

    room.do(Undo, FACILITATOR)

    assert room.state.phase.name == "explore"
    assert room.state.phase.began_at == before.phase.began_at
    assert room.state.phase.number == room.state.head


def test_undo_goes_back_to_the_lobby_step_by_step():
    room = in_slot("ana", "explore")

    while room.state.last_step:
        room.do(Undo, FACILITATOR)

    assert room.state.stage is Stage.LOBBY
    assert room.refused(Undo, FACILITATOR).reason is Reason.NOTHING_TO_UNDO


def test_undo_loses_no_words():
    room = in_slot("ana", "explore")
    room.do(NextPhase, FACILITATOR)
    room.do(WriteNote, "ben", words="Ask about the rota.")
    room.do(Undo, FACILITATOR)

    question = room.say("ben", "open_question", words="What for?")

    assert list(room.state.contributions) == [question]
    assert len(room.state.notes) == 1


def test_a_slot_begun_again_finds_its_words():
    room = in_slot("ana", "explore")
    question = room.say("ben", "open_question", words="What for?")
    while room.state.slot:
        room.do(Undo, FACILITATOR)

    room.present("ana")

    assert room.state.slot.number == room.state.contributions[question].slot
