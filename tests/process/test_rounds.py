"""A round: one after the other, until everybody has had their turn."""

import pytest

from askwell.process import rounds
from askwell.process.commands import CheckIn, GiveReview, GiveTurn, Pass, Undo
from process.room import FACILITATOR, Room, in_slot, opened


def review() -> Room:
    return in_slot("ana", "process_review")


def spoken(room: Room) -> list[str]:
    everybody = rounds.order(room.state)
    return [each for each in everybody if rounds.times(room.state, each)]


def test_going_on_to_who_comes_next_ends_the_turn_of_whoever_had_it():
    room = opened()

    room.do(GiveTurn, FACILITATOR, person="ben")

    assert spoken(room) == ["ana", "ben"]
    assert rounds.whose(room.state) == "ben"
    assert rounds.after(room.state) == "chloe"


def test_a_round_is_led_to_its_end_by_going_on_alone():
    room = review()
    turns = [rounds.whose(room.state)]

    while person := rounds.after(room.state):
        room.do(GiveTurn, FACILITATOR, person=person)
        turns.append(rounds.whose(room.state))

    assert tuple(turns) == rounds.order(room.state)
    assert turns[0] == "ana"


def test_who_is_given_the_turn_out_of_order_leaves_the_others_theirs():
    room = opened()

    room.do(GiveTurn, FACILITATOR, person="chloe")

    assert spoken(room) == ["chloe"]
    assert rounds.after(room.state) == "ana"


def test_going_on_is_undone_with_the_turns_it_counted():
    room = opened()
    room.do(GiveTurn, FACILITATOR, person="ben")

    room.do(Undo, FACILITATOR)

    assert spoken(room) == []
    assert rounds.whose(room.state) == "ana"
    assert {each.turns for each in room.state.people.values()} == {0}


@pytest.mark.parametrize(
    ("room", "says"), [(opened, CheckIn), (review, GiveReview), (review, Pass)]
)
def test_somebody_given_the_turn_has_had_it_once_they_spoke(room, says):
    room = room()
    room.do(GiveTurn, FACILITATOR, person="ben")

    room.do(says, "ben")

    assert rounds.whose(room.state) == "chloe"


def test_a_review_said_aloud_is_a_turn_without_words():
    room = review()

    room.do(GiveReview, "ana")

    assert spoken(room) == ["ana"]
    assert rounds.whose(room.state) == "ben"


def test_outside_a_round_nobody_is_next():
    room = in_slot("ana", "explore")

    room.do(GiveTurn, FACILITATOR, person="ben")

    assert rounds.order(room.state) == ()
    assert room.state.spoken_this_phase == {"ben": 1}
