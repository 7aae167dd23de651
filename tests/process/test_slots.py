"""The slot and its presenter (INV-1, INV-15, INV-22)."""

import pytest

from askwell.process import FORMATS, Reason, welcome_kinds
from askwell.process.choices import Outcome, SlotEnd
from askwell.process.commands import (
    BeginSlot,
    ChooseOrder,
    Close,
    Contribute,
    EnterClosing,
    GiveTurn,
    MarkOutcome,
    NextPhase,
    Pass,
    PlaceBid,
    PreviousPhase,
    SkipPhase,
    StateTopic,
    StopSlot,
    Undo,
    WithdrawTopic,
)
from askwell.process.visibility import view
from process.room import FACILITATOR, attendee, brief, in_slot, opened


def test_a_slot_has_exactly_one_presenter():
    """INV-1."""
    room = in_slot("ana", "explore")

    refused = room.refused(BeginSlot, FACILITATOR, presenter="ben", reason="Urgent.")

    assert refused.reason is Reason.SLOT_RUNNING
    assert refused.people == ("ana",)
    assert room.state.presenter == "ana"


def test_the_topic_is_the_presenters_own():
    """INV-1."""
    room = in_slot("ana", "present")

    refused = room.refused(StateTopic, "ben", topic="The rota")
    room.do(StateTopic, "ana", topic="The night shift", question="What do I want?")

    assert refused.reason is Reason.ONLY_PRESENTER
    assert refused.people == ("ana",)
    assert room.state.topic.question == "What do I want?"


def test_the_bid_becomes_the_topic():
    room = opened()
    room.do(PlaceBid, "ana", headline="The night shift", urgency=2)

    room.present("ana")

    assert room.state.topic.topic == "The night shift"


def test_a_slot_is_not_left_before_reflection_and_review():
    """INV-15."""
    room = in_slot("ana", "explore")

    refused = room.refused(EnterClosing, FACILITATOR)

    assert refused.reason is Reason.SLOT_NOT_COMPLETE
    assert refused.phases == ("reflect_and_act", "process_review")


def test_a_slot_is_left_with_a_reason_that_the_set_sees():
    """INV-15."""
    room = in_slot("ana", "explore")

    room.do(EnterClosing, FACILITATOR, reason="A fire alarm took our time.")

    (slot,) = room.state.slots
    assert slot.how is SlotEnd.CUT_SHORT
    assert [(each.phase, each.reason) for each in room.state.course.skipped] == [
        ("reflect_and_act", "A fire alarm took our time."),
        ("process_review", "A fire alarm took our time."),
    ]


def test_a_review_that_took_no_time_has_not_happened():
    """INV-15."""
    room = in_slot("ana", "process_review")

    refused = room.refused(NextPhase, FACILITATOR)
    room.wait(2)
    room.do(NextPhase, FACILITATOR)

    assert refused.reason is Reason.SLOT_NOT_COMPLETE
    assert refused.phases == ("process_review",)
    assert room.state.slots[0].how is SlotEnd.COMPLETED


def test_one_word_is_enough_for_a_review_to_have_happened():
    """INV-15."""
    room = in_slot("ana", "process_review")

    room.say("ben", "feedback", words="We left more room than last time.")
    room.do(NextPhase, FACILITATOR)

    assert room.state.slots[0].how is SlotEnd.COMPLETED


def test_giving_the_turn_in_a_review_is_not_yet_having_had_it():
    """INV-15."""
    room = in_slot("ana", "process_review")
    room.do(GiveTurn, FACILITATOR, person="ben")

    refused = room.refused(NextPhase, FACILITATOR)
    room.say("ben", "feedback", words="We left more room than last time.")
    room.do(NextPhase, FACILITATOR)

    assert refused.reason is Reason.SLOT_NOT_COMPLETE
    assert room.state.slots[0].how is SlotEnd.COMPLETED


def test_going_back_from_the_review_does_not_count_as_having_had_it():
    """INV-15."""
    room = in_slot("ana", "process_review")
    room.do(PreviousPhase, FACILITATOR)

    refused = room.refused(Close, FACILITATOR)

    assert refused.phases == ("process_review",)


def test_skipping_asks_for_a_reason():
    """INV-15."""
    room = in_slot("ana", "experience")

    refused = room.refused(SkipPhase, FACILITATOR, reason="  ")
    room.do(SkipPhase, FACILITATOR, reason="Ana has what she needs.")

    assert refused.reason is Reason.REASON_MISSING
    assert room.state.phase.name == "reflect_and_act"


def test_the_presenter_passes_any_question():
    """INV-22."""
    room = in_slot("ana", "explore")
    question = room.say("ben", "open_question", words="What are you avoiding?")

    refused = room.refused(Pass, "chloe", contribution=question)
    room.do(Pass, "ana", contribution=question)

    assert refused.reason is Reason.ONLY_PRESENTER
    assert room.state.contributions[question].passed


def test_the_presenter_stops_the_slot_and_only_the_review_is_left():
    """INV-22."""
    room = in_slot("ana", "explore")

    room.do(StopSlot, "ana")

    assert room.state.phase.name == "process_review"
    assert room.state.slot.stopped is SlotEnd.STOPPED


@pytest.mark.parametrize("phase", ["question_problem", "actions"])
def test_a_stopped_slot_without_a_review_goes_to_the_close_and_asks_for_no_action(
    phase,
):
    """INV-22."""
    room = in_slot("ana", phase, brief(format="wial_coached"))

    room.do(StopSlot, "ana")

    assert room.state.phase.name == "learning_close"
    assert room.state.slots[0].how is SlotEnd.STOPPED
    assert room.state.slot is None


def test_a_stopped_slot_with_neither_review_nor_close_waits_in_quiet():
    """INV-22."""
    room = in_slot("ana", "narration", brief(format="kollegiale_beratung"))

    room.do(StopSlot, "ana")
    heard = room.refused(Contribute, "ben", kind="clarifying_question", words="Who?")
    went_on = room.refused(NextPhase, FACILITATOR)
    room.do(BeginSlot, FACILITATOR, presenter="ben", reason="Ana has stopped.")

    assert heard.reason is Reason.SLOT_STOPPED
    assert went_on.reason is Reason.NO_SUCH_PHASE
    assert room.state.slots[0].how is SlotEnd.STOPPED


@pytest.mark.parametrize("of", FORMATS, ids=lambda each: each.name)
def test_no_format_asks_a_presenter_who_stops_what_they_will_do(of):
    """INV-22."""
    room = in_slot("ana", None, brief(format=of.name))

    room.do(StopSlot, "ana")

    assert "action" not in welcome_kinds(room.state, "ana")


def test_nobody_undoes_or_walks_around_the_presenters_stop():
    """INV-22."""
    room = in_slot("ana", "explore")
    room.do(StopSlot, "ana")

    assert room.refused(Undo, FACILITATOR).reason is Reason.NOTHING_TO_UNDO
    assert room.refused(PreviousPhase, FACILITATOR).reason is Reason.SLOT_STOPPED


def test_nobody_else_stops_the_slot():
    """INV-22."""
    room = in_slot("ana", "explore")

    assert room.refused(StopSlot, FACILITATOR).reason is Reason.ONLY_PRESENTER


def test_a_withdrawn_topic_is_no_longer_shown():
    """INV-22."""
    room = in_slot("ana", "explore")
    room.do(StateTopic, "ana", topic="My chair of governors")

    room.do(WithdrawTopic, "ana")

    number = room.state.slot.number
    assert view(room.state, "ben").topics[number].topic is None
    assert view(room.state, "ana").topics[number].topic == "My chair of governors"


def test_the_next_in_the_order_presents_after_the_review():
    room = opened()
    room.do(
        ChooseOrder, FACILITATOR, order=("ben", "ana"), reason="Ben has to leave early."
    )
    room.go_to("present")
    room.go_to("process_review")

    room.go_to("present")

    assert [slot.presenter for slot in room.state.slots] == ["ben", "ana"]


def test_after_the_last_slot_comes_the_closing():
    room = in_slot("ana", "process_review")

    room.go_to("learning_round")

    assert room.state.slot is None
    assert room.state.presenter is None


def test_no_presenter_means_a_proposal_not_a_dead_end():
    room = opened()
    room.go_to("bids")

    refused = room.refused(NextPhase, FACILITATOR)

    assert refused.reason is Reason.NO_PRESENTER
    assert set(refused.people) == {"ana", "ben", "chloe", "dev"}


def test_the_facilitator_hands_over_before_presenting():
    room = opened(
        brief(*(attendee(p) for p in ("ana", "ben", "chloe")), facilitator="ana")
    )

    refused = room.refused(BeginSlot, "ana", presenter="ana", reason="My turn.")

    assert refused.reason is Reason.FACILITATOR_PRESENTS


def test_the_presenter_says_what_the_slot_brought():
    room = in_slot("ana", "reflect_and_act")

    room.do(MarkOutcome, "ana", outcome=Outcome.CLARITY)

    assert room.refused(MarkOutcome, "ben", outcome=Outcome.ACTION).reason is (
        Reason.ONLY_PRESENTER
    )
    assert room.state.topic.outcome is Outcome.CLARITY


def test_a_word_of_the_presenter_is_theirs_alone_in_the_presenting():
    room = in_slot("ana", "present")

    refused = room.refused(Contribute, "ben", kind="open_question", words="Why?")

    assert refused.reason is Reason.KIND_NOT_NOW
    assert refused.phases == ("explore",)
