"""The log stores every event, with its words apart."""

import json

from askwell.process import dump, load, replay
from askwell.process.brief import OpenAction
from askwell.process.choices import ActionStatus
from askwell.process.commands import ChooseOrder, Close, ReportBack, WriteNote
from askwell.process.events import EVENTS, Stored
from askwell.process.evolve.registry import EVOLVERS
from process.room import FACILITATOR, NINE, action, in_slot, opened


def test_every_event_is_taken_into_the_state():
    assert set(EVOLVERS) == set(EVENTS)


def test_a_log_comes_back_from_the_store_as_it_was():
    room = in_slot("ana", "explore")
    room.say("ben", "open_question", words="What for?")
    room.do(WriteNote, "ana", words="Ring him.")
    room.do(Close, FACILITATOR, reason="Fire alarm.")

    stored = [dump(event) for event in room.log]
    data = [json.loads(json.dumps(each.data)) for each in stored]

    assert [each.data for each in stored] == data
    assert [load(each, number=n) for n, each in enumerate(stored, 1)] == room.log


def test_what_is_stored_beside_the_words_holds_none():
    room = opened(open_actions=[action("ana", "Ask the night team")])
    (waiting,) = room.state.open_actions
    room.do(
        ReportBack,
        "ana",
        action=waiting.number,
        status=ActionStatus.DONE,
        happened="All of them came.",
        learned="They had been waiting to be asked.",
    )
    room.do(ChooseOrder, FACILITATOR, order=("dev",), reason="Dev leaves at eleven.")
    room.present("ana")
    room.go_to("explore")
    room.say("ben", "open_question", words="What were they waiting for?")

    plain = json.dumps([dump(event).data for event in room.log])

    for said in ("night team", "came", "waiting to", "eleven", "waiting for"):
        assert said not in plain


def test_a_report_back_of_an_older_log_is_read_as_it_was_told():
    """Logs from before all four questions were asked know two of the answers."""
    older = Stored(
        kind="ReportedBack",
        person="ana",
        at=NINE,
        token=None,
        data={"action": 7, "status": "done", "learning_declined": False},
        words={"happened": "All of them came.", "learned": "They had waited."},
    )

    told = load(older, number=9)

    assert (told.happened, told.learned) == ("All of them came.", "They had waited.")
    assert (told.did, told.still_open) == (None, None)


def test_a_contribution_of_an_older_log_is_read_without_what_is_kept_no_more():
    """Logs once had a place for what the coach read; nothing is kept there now."""
    older = Stored(
        kind="Contributed",
        person="ben",
        at=NINE,
        token=None,
        data={"kind": "open_question", "phase": "explore", "slot": 7, "reading": "x"},
        words={"words": "What for?"},
    )

    said = load(older, number=9)

    assert (said.kind, said.words, said.slot) == ("open_question", "What for?", 7)


def test_a_log_replays_after_its_words_are_forgotten():
    room = in_slot("ana", "explore")
    number = room.say("ben", "open_question", words="What for?")

    stored = [dump(event) for event in room.log]
    for each in stored:
        each.words.clear()
    state = replay(load(each, number=n) for n, each in enumerate(stored, 1))

    assert state.contributions[number].words is None
    assert state.course.phase == room.state.course.phase


def test_the_words_of_a_jot_belong_to_whoever_spoke():
    room = in_slot("ana", "explore")
    room.say("chloe", "open_question", speaker="ben", words="What for?")

    stored = dump(room.log[-1])

    assert (stored.person, stored.words) == ("ben", {"words": "What for?"})
    assert stored.data["noted_by"] == "chloe"


def test_a_carried_action_belongs_to_its_owner():
    room = opened(open_actions=[OpenAction(action_id="a1", owner="ana", words="Ask.")])

    (carried,) = [e for e in room.log if type(e).__name__ == "ActionCarriedIn"]

    assert dump(carried).person == "ana"
    assert dump(carried).words == {"words": "Ask."}
