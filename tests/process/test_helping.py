"""What helps whoever facilitates: moments met, and words to read out."""

from dataclasses import replace

import pytest

from askwell.process import Reason, view
from askwell.process.commands import HandOver, MeetMoment, SwitchGuide
from process.room import FACILITATOR, MEMBERS, attendee, brief, in_slot, opened


def test_only_whoever_facilitates_meets_a_moment_and_sees_that_it_was_met():
    room = in_slot("ana", "explore")

    refused = room.refused(MeetMoment, "ben", trigger="stacked")
    room.do(MeetMoment, FACILITATOR, trigger="silent", about="dev", said=False)

    assert refused.reason is Reason.ONLY_FACILITATOR
    (met,) = room.state.met
    assert (met.trigger, met.about, met.said) == ("silent", "dev", False)
    seen = {one: view(room.state, one).met for one in (*MEMBERS, FACILITATOR, None)}
    assert seen == {**dict.fromkeys((*MEMBERS, None), ()), FACILITATOR: (met,)}


@pytest.mark.parametrize(
    "wrong", [{"trigger": "He shouts!"}, {"trigger": "silent", "about": "eve"}]
)
def test_a_moment_holds_no_words_and_is_about_nobody_from_outside(wrong: dict):
    room = in_slot("ana", "explore")

    refused = room.refused(MeetMoment, FACILITATOR, **wrong)

    assert refused.reason is Reason.NO_SUCH_THING


def test_whoever_leads_for_the_first_time_is_guided_until_they_say_no():
    beginners = (
        replace(attendee(person), leads_first=person == "ana") for person in MEMBERS
    )
    room = opened(brief(*beginners))
    room.do(HandOver, FACILITATOR, to="ana")

    guided = room.state.is_guided("ana")
    room.do(SwitchGuide, "ana", on=False)

    assert (guided, room.state.is_guided("ana")) == (True, False)
    assert not room.state.is_guided(FACILITATOR)
    assert view(room.state, "ben").guided == {}
    assert room.do(SwitchGuide, "ana", on=False) == ()


def test_who_does_not_steer_is_not_guided():
    room = opened()

    assert room.refused(SwitchGuide, "ben").reason is Reason.ONLY_FACILITATOR
