"""Timers warn and never cut off; more time has its price (INV-23)."""

from datetime import timedelta

from askwell.process import Reason, cost_of, plan_of, proposal_of
from askwell.process.commands import (
    Arrive,
    ChooseOrder,
    Extend,
    IncludePerson,
    NextPhase,
    Open,
    Pause,
    Resume,
)
from process.room import FACILITATOR, MEMBERS, brief, convened, in_slot, opened


def test_a_phase_whose_time_is_up_goes_on():
    """INV-23."""
    room = in_slot("ana", "explore")
    room.wait(45)

    room.say("ben", "open_question", words="What else?")

    assert room.state.phase.name == "explore"
    assert room.state.phase.left(room.at) == timedelta(minutes=-25)


def test_the_phase_has_the_minutes_of_its_format():
    room = in_slot("ana", "explore")

    assert room.state.phase.ends_at == room.at + timedelta(minutes=20)


def test_presenter_and_facilitator_extend_together():
    """INV-23."""
    room = in_slot("ana", "explore")

    room.do(Extend, FACILITATOR, minutes=5)
    proposed = room.state.proposed_extension
    room.do(Extend, "ana", minutes=5)

    assert (proposed.person, proposed.minutes) == (FACILITATOR, 5)
    assert room.state.phase.allotted == timedelta(minutes=25)
    assert room.state.proposed_extension is None


def test_neither_extends_alone():
    """INV-23."""
    room = in_slot("ana", "explore")

    for _ in range(2):
        room.do(Extend, "ana", minutes=5)

    assert room.state.phase.allotted == timedelta(minutes=20)


def test_a_different_number_of_minutes_is_a_new_proposal():
    """INV-23."""
    room = in_slot("ana", "explore")
    room.do(Extend, "ana", minutes=10)

    room.do(Extend, FACILITATOR, minutes=5)

    assert room.state.proposed_extension.minutes == 5
    assert room.state.phase.extended == 0


def test_members_do_not_extend():
    """INV-23."""
    room = in_slot("ana", "explore")

    assert room.refused(Extend, "ben", minutes=5).reason is Reason.ONLY_FACILITATOR


def test_for_a_presenter_without_a_device_the_facilitator_speaks():
    """INV-23."""
    room = convened()
    for person in (FACILITATOR, *MEMBERS[1:]):
        room.do(Arrive, person)
    room.do(IncludePerson, FACILITATOR, person="ana")
    room.do(Open, FACILITATOR)
    room.present("ana")

    room.do(Extend, FACILITATOR, minutes=5)

    assert room.state.phase.extended == 5


def test_outside_a_slot_the_facilitator_extends_alone():
    """INV-23."""
    room = opened()

    room.do(Extend, FACILITATOR, minutes=5)

    assert room.state.phase.extended == 5


def test_an_extension_shows_what_the_slots_to_come_lose():
    """INV-23."""
    room = opened(brief(booked_minutes=150))
    order = ("ana", "ben")
    room.do(ChooseOrder, FACILITATOR, order=order, reason="As agreed by mail.")
    room.go_to("present")
    free = cost_of(room.state, minutes=1, at=room.at)
    room.go_to("explore")
    room.wait(45)

    room.do(Extend, FACILITATOR, minutes=30)
    (extended,) = room.do(Extend, "ana", minutes=30)

    assert free.is_free
    assert extended.each + extended.dropped + extended.over > 0


def test_a_pause_stops_the_clock():
    room = in_slot("ana", "explore")
    room.wait(5)
    room.do(Pause, FACILITATOR, minutes=10)
    room.wait(12)

    paused = room.state.phase
    room.do(Resume, FACILITATOR)

    assert paused.ends_at is None
    assert paused.left(room.at) == timedelta(minutes=15)
    assert room.state.phase.left(room.at) == timedelta(minutes=15)


def test_the_presenter_may_pause_too():
    """INV-22."""
    room = in_slot("ana", "explore")

    refused = room.refused(Pause, "ben")
    room.do(Pause, "ana")

    assert refused.reason is Reason.ONLY_FACILITATOR
    assert room.refused(Pause, FACILITATOR).reason is Reason.ALREADY_PAUSED


def test_the_plan_follows_the_formula():
    room = opened(
        brief(
            *brief().people[1:],
            booked_minutes=180,
        )
    )

    plan = plan_of(room.state)

    assert plan.slots == 2
    assert plan.total == 146


def test_the_rest_is_planned_again_when_time_slips():
    room = opened()
    order = ("ana", "ben")
    room.do(ChooseOrder, FACILITATOR, order=order, reason="As agreed by mail.")
    room.go_to("present")
    in_time = proposal_of(room.state, at=room.at)
    room.wait(100)
    room.do(NextPhase, FACILITATOR)

    late = proposal_of(room.state, at=room.at)

    assert not in_time.changes_something
    assert late.dropped == 1


def test_a_slot_that_begins_late_is_shortened_all_round():
    room = opened(brief(booked_minutes=90))
    room.wait(40)

    room.present("ana")

    minutes = room.state.slot.minutes
    assert sum(minutes) == 90 - 40 - 15
    assert min(minutes) >= 1
    assert room.state.phase.minutes == minutes[0]


def test_a_slot_in_good_time_has_its_full_length():
    room = in_slot("ana")

    assert sum(room.state.slot.minutes) == 45
