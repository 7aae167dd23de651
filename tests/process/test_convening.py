"""What a meeting begins with, and how it stays true until it is opened."""

from dataclasses import replace

import pytest

from askwell.process import Reason, dump, load, replay
from askwell.process.choices import ActionStatus
from askwell.process.commands import (
    AgreeContract,
    AskToJoin,
    HandOver,
    Rebrief,
    ReportBack,
    Undo,
)
from askwell.process.people import ASKWELL
from process.room import (
    FACILITATOR,
    action,
    attendee,
    brief,
    convened,
    gathered,
    opened,
)

SET = (attendee("ana"), attendee("ben"))


def test_until_it_is_opened_a_meeting_learns_what_has_changed_in_its_set():
    room = convened(brief(*SET), open_actions=[action("ana")])
    chloe = attendee("chloe", agreed=False)
    now = brief(SET[0], chloe, contract_version=2)

    room.do(
        Rebrief,
        ASKWELL,
        brief=now,
        open_actions=(action("ana", "Ring the union", name="a2"),),
        improvement="Fewer words.",
        improvement_by="ben",
    )

    assert room.state.brief == now
    assert (room.state.belongs("ben"), room.state.belongs("chloe")) == (False, True)
    assert [each.words for each in room.state.open_actions] == ["Ring the union"]
    assert room.state.improvement.words == "Fewer words."
    assert room.state.contract_version == 2


def test_who_has_come_already_stays_in_the_lobby():
    room = gathered(brief(*SET))
    room.do(AskToJoin, "zuri")

    room.do(Rebrief, ASKWELL, brief=brief(*SET, attendee("zuri")))

    assert room.state.here == (FACILITATOR, "ana", "ben")
    assert room.state.belongs("zuri")
    assert room.state.joining == {}


def test_the_same_facts_are_nothing_new():
    room = gathered(brief(*SET), open_actions=[action("ana")])

    told = room.do(Rebrief, ASKWELL, brief=brief(*SET), open_actions=(action("ana"),))

    assert told == ()


def test_who_agreed_in_the_lobby_has_agreed_until_the_words_change():
    """INV-16."""
    ben = attendee("ben", agreed=False)
    room = gathered(brief(SET[0], ben))
    room.do(AgreeContract, "ben")

    room.do(Rebrief, ASKWELL, brief=brief(SET[0], ben, attendee("dev")))
    as_it_was = room.state.people["ben"].agreed
    room.do(Rebrief, ASKWELL, brief=brief(SET[0], ben, contract_version=2))

    assert as_it_was
    assert "ben" in room.state.contract_waits_for


def test_whom_the_lobby_gave_the_role_keeps_it():
    room = gathered(brief(*SET))
    room.do(HandOver, FACILITATOR, to="ana")

    room.do(Rebrief, ASKWELL, brief=brief(*SET, attendee("dev")))
    kept = room.state.facilitator
    room.do(Rebrief, ASKWELL, brief=brief(SET[1], attendee("dev")))

    assert (kept, room.state.facilitator) == ("ana", FACILITATOR)


def test_a_meeting_that_has_been_opened_keeps_its_brief():
    room = opened(brief(*SET))

    refused = room.refused(Rebrief, ASKWELL, brief=brief(SET[0]))

    assert refused.reason is Reason.ALREADY_OPEN


def test_nobody_but_askwell_briefs_a_meeting():
    room = gathered(brief(*SET))

    room.refused(Rebrief, FACILITATOR, brief=brief(SET[0]))


def test_what_was_reported_stays_when_the_opening_is_undone():
    """INV-9."""
    room = opened(brief(*SET), open_actions=[action("ana")])
    (waiting,) = room.state.open_actions
    room.do(ReportBack, "ana", action=waiting.number, status=ActionStatus.NOT_YET)
    room.do(Undo, FACILITATOR)

    room.do(
        Rebrief,
        ASKWELL,
        brief=brief(*SET, attendee("dev")),
        open_actions=(action("ana"),),
    )

    (known,) = room.state.actions.values()
    assert known.report.status is ActionStatus.NOT_YET


@pytest.mark.parametrize("forgotten", [False, True])
def test_a_new_brief_comes_back_from_the_store(forgotten):
    room = gathered(brief(*SET))
    room.do(
        Rebrief,
        ASKWELL,
        brief=replace(brief(*SET), meeting_number=3),
        open_actions=(action("ben", "Ring the union"),),
    )
    stored = [dump(event) for event in room.log]
    assert "union" not in str([each.data for each in stored])

    if forgotten:
        for each in stored:
            each.words.clear()
    state = replay(load(each, number=n) for n, each in enumerate(stored, 1))

    assert state.brief == room.state.brief
    assert (state == room.state) is not forgotten
