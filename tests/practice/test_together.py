"""Several real people in one practice set: coming in later, and changing seats."""

import pytest

from askwell.practice.debrief import debrief
from askwell.practice.hearing import ask, say
from askwell.practice.moves import FACILITATOR, CannotDoError, Does, Move
from askwell.practice.policies import ME
from askwell.practice.rehearsal import Act, Lead, Rehearsal
from askwell.process import replay
from practice.runs import LISTEN, UN_MENTORING, rehearsed, to_explore, until
from practice.runs import say as word

OTHER, LATE = "other", "late"
TOGETHER = {ME: FACILITATOR, OTHER: "sunita"}
JOIN = Move(Does.JOIN, LATE)
TO_OTHER = Move(Does.HAND_OVER, ME, about=OTHER)


def test_who_comes_in_later_asks_and_is_answered():
    question = ask("What are you holding on to?", by=LATE, phase="explore")

    done = rehearsed(*to_explore(), JOIN, question, LISTEN)

    assert [turn.act for turn in done.turns[-3:]] == [
        Act.JOINED,
        Act.QUESTION,
        Act.ANSWER,
    ]
    assert done.present == (ME, LATE)
    assert replay(done.events) == done.state


def test_coming_in_changes_nothing_that_was_said_before():
    before = rehearsed(*to_explore())

    after = rehearsed(*to_explore(), JOIN)

    assert after.turns[:-1] == before.turns
    assert after.mood.levels == before.mood.levels


def test_the_two_change_seats_in_the_real_meeting_too():
    done = rehearsed(*to_explore(), TO_OTHER, seats=TOGETHER)
    listens = Move(Does.LISTEN, OTHER)

    again = rehearsed(*done.moves, listens, seats=TOGETHER)

    assert done.leads == (Lead(ME, 1), Lead(OTHER, len(done.moves) + 1))
    assert done.state.facilitator == OTHER
    assert done.present == (OTHER, ME)
    assert len(again.turns) == len(done.turns) + 1


def test_whoever_passed_the_seat_asks_from_the_others():
    question = ask("What are you holding on to?", by=ME, phase="explore")

    done = rehearsed(*to_explore(), TO_OTHER, question, seats=TOGETHER)

    assert done.turns[-1].act is Act.QUESTION
    with pytest.raises(CannotDoError):
        rehearsed(*done.moves, LISTEN, seats=TOGETHER)


def test_the_seat_goes_to_one_who_came_in_and_to_the_close():
    closes = [Move(Does.MOVE_ON, LATE), Move(Does.LISTEN, LATE)]
    moves = [*to_explore(), JOIN, Move(Does.HAND_OVER, ME, about=LATE)]
    moves += [closes[0]] * 3 + closes[::-1] + closes[::-1]

    assert rehearsed(*moves).over


@pytest.mark.parametrize(
    "move",
    [
        Move(Does.HAND_OVER, ME, about="grant"),
        Move(Does.HAND_OVER, ME, about="nobody"),
        Move(Does.HAND_OVER, ME),
        Move(Does.HAND_OVER, OTHER, about=OTHER),
        Move(Does.JOIN, OTHER),
        Move(Does.JOIN, ME),
    ],
)
def test_odd_moves_are_refused_with_what_to_do(move):
    with pytest.raises(CannotDoError) as refused:
        rehearsed(move, seats=TOGETHER)

    assert str(refused.value).endswith(".")


def test_each_looks_back_on_what_came_up_while_they_led():
    moves = [*until("advice"), Move(Does.JOIN, LATE)]
    passes = Move(Does.HAND_OVER, ME, about=LATE)
    meets = Move(Does.SAY, LATE, "What question is behind that?", ("advice",))

    done = rehearsed(*moves, passes, meets)

    assert debrief(done, of=ME).noticed == ()
    assert [each.moment.trigger for each in debrief(done, of=LATE).noticed] == [
        "advice"
    ]


def test_real_people_are_called_by_their_own_names():
    real = {OTHER: "Zoë Adeyemi"}

    move = say(
        UN_MENTORING, "Zoe, would you like to ask?", by=ME, seats=TOGETHER, real=real
    )
    not_there = say(
        UN_MENTORING, "Sunita, would you like to ask?", by=ME, seats=TOGETHER, real=real
    )

    assert (move.about, not_there.about) == (OTHER, None)


def test_the_first_who_is_named_is_meant():
    words = "Tomasz, Grant has said a lot. Would you like to come in?"

    assert say(UN_MENTORING, words, by=ME, seats={ME: FACILITATOR}).about == "tomasz"


def test_a_word_on_advice_of_one_who_came_in_lets_the_presenter_off():
    advice = ask("You should sack her.", by=LATE, phase="explore")
    met = word("What question is behind that?", "advice")

    done = rehearsed(*to_explore(), JOIN, advice, met, LISTEN)

    assert done.turns[-1].act is not Act.ANSWER


def test_what_came_up_just_before_the_seat_was_passed_is_for_who_took_it():
    passes = Move(Does.HAND_OVER, ME, about=OTHER)
    before = until("advice")
    moves = [*before, passes, *[Move(Does.LISTEN, OTHER)] * 8]

    done = rehearsed(*moves, seats=TOGETHER)

    assert len(before) not in missed(done, ME)
    assert len(before) in missed(done, OTHER)


def missed(done: Rehearsal, person: str) -> list[int]:
    return [each.moment.opened for each in debrief(done, of=person).missed]
