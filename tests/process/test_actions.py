"""Actions and report-backs (INV-2, INV-9, INV-10)."""

from dataclasses import fields

import pytest

from askwell.process import Reason
from askwell.process.brief import Brief
from askwell.process.choices import ActionStatus
from askwell.process.commands import (
    Arrive,
    ChangeAction,
    Close,
    DropAction,
    NoteAction,
    Open,
    Reopen,
    ReportBack,
)
from askwell.process.records import Participant
from askwell.process.state import State
from process.room import FACILITATOR, action, brief, convened, in_slot, opened


def test_only_the_presenter_notes_an_action():
    """INV-2."""
    room = in_slot("ana", "reflect_and_act")

    for person in ("ben", FACILITATOR):
        refused = room.refused(NoteAction, person, words="Ring the director.")
        assert refused.reason is Reason.ONLY_PRESENTER
    room.do(NoteAction, "ana", words="Ask Tariq what he wants.")

    assert [each.owner for each in room.state.actions.values()] == ["ana"]


def test_nobody_but_the_owner_changes_or_drops_an_action():
    """INV-2."""
    room = in_slot("ana", "reflect_and_act")
    (noted,) = room.do(NoteAction, "ana", words="Ask Tariq.")
    number = noted.number

    for kind in (ChangeAction, DropAction):
        details = {"words": "Tell Tariq."} if kind is ChangeAction else {}
        refused = room.refused(kind, "ben", action=number, **details)
        assert refused.reason is Reason.ONLY_OWNER
    room.do(ChangeAction, "ana", action=number, words="Listen to Tariq.")

    assert room.state.actions[number].words == "Listen to Tariq."


@pytest.mark.parametrize(
    "status", [ActionStatus.DONE, ActionStatus.CHANGED, ActionStatus.DROPPED]
)
def test_an_action_reported_as_settled_is_not_worded_anew(status):
    room = opened(open_actions=[action("ana")])
    (waiting,) = room.state.open_actions
    room.do(ReportBack, "ana", action=waiting.number, status=status)

    refused = room.refused(
        ChangeAction, "ana", action=waiting.number, words="Ring the union."
    )

    assert refused.reason is Reason.ALREADY_DONE


def test_a_slot_closes_with_no_action_at_all():
    """INV-2."""
    room = in_slot("ana", "process_review")

    room.go_to("learning_round")
    room.wait(1)
    room.do(Close, FACILITATOR)

    assert room.state.actions == {}


def test_a_presenter_may_still_note_an_action_after_the_slot():
    """INV-2."""
    room = in_slot("ana", "process_review")
    room.go_to("learning_round")

    room.do(NoteAction, "ana", words="Ask Tariq.")
    refused = room.refused(NoteAction, "ben", words="Ask Tariq, too.")

    assert refused.reason is Reason.ONLY_PRESENTER


def test_where_all_share_the_problem_each_notes_their_own():
    """INV-2."""
    shared = brief(format="wial_coached", options={"problems": "single_problem"})
    room = in_slot("ana", "actions", shared)

    room.do(NoteAction, "ben", words="I shall ask my own team.")

    assert [each.owner for each in room.state.actions.values()] == ["ben"]


def test_an_open_action_waits_for_its_owners_report_back():
    """INV-9."""
    room = opened(open_actions=[action("ana")])

    (waiting,) = room.state.open_actions

    assert (waiting.owner, waiting.action_id) == ("ana", "a1")


def test_a_report_back_gives_a_status_and_may_decline_a_learning():
    """INV-9."""
    room = opened(open_actions=[action("ana")])
    (waiting,) = room.state.open_actions

    refused = room.refused(
        ReportBack, "ben", action=waiting.number, status=ActionStatus.DONE
    )
    room.do(
        ReportBack,
        "ana",
        action=waiting.number,
        status=ActionStatus.PARTLY,
        happened="Two of three came.",
    )

    reported = room.state.actions[waiting.number]
    assert refused.reason is Reason.ONLY_OWNER
    assert reported.status is ActionStatus.PARTLY
    assert reported.report.learning_declined


def test_a_report_back_answers_four_questions():
    """INV-9: what I did, what happened, what I learned, and what is still open."""
    room = opened(open_actions=[action("ana")])
    (waiting,) = room.state.open_actions

    room.do(
        ReportBack,
        "ana",
        action=waiting.number,
        status=ActionStatus.PARTLY,
        did="Asked three of them.",
        happened="Two came.",
        learned="Ask in person.",
        still_open="The night shift.",
    )

    told = room.state.actions[waiting.number].report
    assert (told.did, told.happened) == ("Asked three of them.", "Two came.")
    assert (told.learned, told.still_open) == ("Ask in person.", "The night shift.")


def test_an_absent_owners_action_is_carried_forward():
    """INV-9."""
    room = convened(open_actions=[action("dev")])
    for person in (FACILITATOR, "ana", "ben", "chloe"):
        room.do(Arrive, person)
    room.do(Open, FACILITATOR)

    room.do(Close, FACILITATOR, reason="Only a short one today.")

    (carried,) = room.state.actions.values()
    assert carried.carried_forward
    assert carried.status is ActionStatus.OPEN


def test_an_action_nobody_came_to_is_carried_forward_too():
    """INV-9."""
    room = opened(open_actions=[action("ana")])

    events = room.do(Close, FACILITATOR, reason="Only a short one today.")

    assert [type(event).__name__ for event in events][-2:] == [
        "ActionCarriedForward",
        "MeetingClosed",
    ]


def test_a_dropped_action_leaves_by_way_of_its_report_back():
    """INV-9."""
    room = opened(open_actions=[action("ana")])
    (waiting,) = room.state.open_actions

    room.do(DropAction, "ana", action=waiting.number)

    assert room.state.actions[waiting.number].report.status is ActionStatus.DROPPED
    assert room.state.open_actions == ()


def test_a_reopened_meeting_hears_the_report_after_all():
    """INV-9."""
    room = opened(open_actions=[action("ana")])
    (waiting,) = room.state.open_actions
    room.do(Close, FACILITATOR, reason="By mistake.")
    room.do(Reopen, FACILITATOR)

    room.do(ReportBack, "ana", action=waiting.number, status=ActionStatus.DONE)

    assert not room.state.actions[waiting.number].carried_forward


def test_nothing_counts_or_ranks_a_persons_completed_actions():
    """INV-10."""
    told = {f.name for kind in (Participant, State, Brief) for f in fields(kind)}

    assert not [name for name in told if "done" in name or "completed" in name]
