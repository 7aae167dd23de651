"""One fast pass over the log tells what a whole replay of it would."""

from collections import Counter

import pytest

from askwell.insight.reading import KINDS, entries_of
from askwell.insight.told import (
    Carried,
    Noted,
    Offer,
    Question,
    SlotTold,
    Told,
    told,
    told_of,
)
from askwell.process import kind_named, load
from askwell.process.choices import ActionStatus, HeardAs
from askwell.process.commands import (
    Allow,
    Arrive,
    Hear,
    Leave,
    RaiseHand,
    ShowTally,
    TakeBack,
    Tally,
    Undo,
)
from askwell.process.events import dump
from askwell.process.kinds import OFFER
from askwell.process.listening import Turn
from askwell.process.people import Casting
from askwell.process.state import State
from process.room import FACILITATOR, MEMBERS, Room, in_slot
from process.test_transcripts import TRANSCRIPTS, Performance, read
from properties.histories import History, in_every_history


def facts_of(state: State) -> Told:
    """What metrics are counted from, out of a meeting that was replayed."""
    numbers = {slot.number for slot in state.slots}
    said = [
        each
        for each in state.contributions.values()
        if not each.taken_back and each.slot in numbers
    ]
    apart = {state.parts.get(Casting.OBSERVER), state.parts.get(Casting.SECRETARY)}
    actions = state.actions.values()
    people = state.people.values()
    return Told(
        counting=state.script.counting,
        members=frozenset(state.members),
        came=frozenset(each.person for each in people if each.arrived_at),
        apart=frozenset((apart | state.co_facilitators) - {None}),
        slots=tuple(slot_of(state, slot) for slot in state.slots),
        questions=tuple(
            Question(each.person, each.kind, each.slot, each.starred)
            for each in said
            if kind_named(each.kind).is_question
        ),
        offers=tuple(
            Offer(each.person, each.slot, each.kept)
            for each in said
            if each.kind == OFFER.name
        ),
        actions=tuple(
            Noted(each.owner, each.slot)
            for each in actions
            if not each.carried_in and each.status is not ActionStatus.DROPPED
        ),
        learnings=tuple(Noted(each.person, each.slot) for each in state.learnings),
        carried=tuple(
            Carried(each.owner, each.report.number if each.report else None)
            for each in actions
            if each.carried_in
        ),
        turns={each.person: each.turns for each in people if each.turns},
        heard=tuple(each.heard_as for each in state.turns_read),
        tallied=tuple(
            each.heard_as
            for each in state.tallied
            if each.slot in state.tallies_shown and each.slot in numbers
        ),
    )


def slot_of(state: State, slot) -> SlotTold:
    turns: Counter[str] = Counter()
    for (number, _), spoken in state.spoken.items():
        if number == slot.number:
            turns.update(spoken)
    return SlotTold(
        number=slot.number,
        presenter=slot.presenter,
        facilitator=slot.facilitator,
        how=slot.how,
        outcome=state.topics[slot.number].outcome,
        turns=turns,
    )


def told_by(room: Room) -> Told:
    return told_of(room.log, levels={})


@in_every_history
def test_whatever_people_do_the_pass_agrees_with_a_replay(history: History):
    room = history.lived()

    assert told_by(room) == facts_of(room.state)


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_in_every_written_meeting_the_pass_agrees_with_a_replay(path):
    performance = Performance(transcript := read(path))
    for line in transcript.lines:
        performance.play(line)
    room = performance.room

    found = told_by(room)

    assert found == facts_of(room.state)
    assert found.slots
    assert found.turns


def test_what_was_taken_back_or_undone_is_left_out():
    room = in_slot("ana", "explore")
    kept = room.say("ben", "open_question", words="What would you gain?")
    taken = room.say("chloe", "closed_question", words="Is it urgent?")
    room.do(TakeBack, "chloe", contribution=taken)

    before = told_by(room)
    while room.state.slots:
        room.do(Undo, FACILITATOR)
    after = told_by(room)

    slot = before.slots[0].number
    assert kept
    assert before.questions == (Question("ben", "open_question", slot, False),)
    assert (after.slots, after.questions) == ((), ())
    assert after == facts_of(room.state)


def test_a_turn_in_captions_is_counted_while_all_who_are_here_allow_it():
    room = in_slot("ana", "explore")
    for use in ("captions", "shares"):
        for person in (FACILITATOR, *MEMBERS):
            room.do(Allow, person, use=use, allows=True)
    heard = (Turn(person="ben", heard_as=HeardAs.OPEN_QUESTION),)

    room.do(Hear, FACILITATOR, turns=heard)
    room.do(Leave, "dev")
    room.do(Arrive, "dev")
    room.ask(Hear, FACILITATOR, turns=heard)

    assert told_by(room).heard == (HeardAs.OPEN_QUESTION,)
    assert told_by(room) == facts_of(room.state)


def test_what_was_heard_is_gone_once_words_are_forgotten():
    room = in_slot("ana", "explore")
    for use in ("captions", "shares"):
        for person in (FACILITATOR, *MEMBERS):
            room.do(Allow, person, use=use, allows=True)
    room.do(Hear, FACILITATOR, turns=(Turn(person="ben", heard_as=HeardAs.ADVICE),))
    stored = [dump(event) for event in room.log]
    for each in stored:
        each.words.clear()

    forgotten = [load(each, number=number) for number, each in enumerate(stored, 1)]

    assert told_of(forgotten, levels={}).heard == ()


def test_a_tally_is_counted_once_the_set_was_shown_it():
    room = in_slot("ana", "explore")
    for _ in range(5):
        room.do(Tally, FACILITATOR, heard_as=HeardAs.OPEN_QUESTION)
    unseen = told_by(room)

    room.do(ShowTally, FACILITATOR, slot=room.state.slot.number, shows=True)

    assert unseen.tallied == ()
    assert told_by(room).tallied == (HeardAs.OPEN_QUESTION,) * 5


def test_only_the_kinds_that_are_told_from_need_be_read():
    room = in_slot("ana", "explore")
    room.say("ben", "open_question", words="What would you gain?")
    room.do(RaiseHand, "chloe")

    needed = [each for each in entries_of(room.log) if each.kind in KINDS]

    assert len(needed) < len(room.log)
    assert told(needed) == told_by(room)


def test_no_word_that_was_said_is_in_what_is_told():
    room = in_slot("ana", "explore")
    room.say("ben", "open_question", words="What would you gain?")

    found = repr(told_by(room))

    assert "gain" not in found
