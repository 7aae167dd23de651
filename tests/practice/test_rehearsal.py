"""What a rehearsal is: a real meeting, played again from its moves alone."""

import pytest

from askwell.practice.cases import CASES
from askwell.practice.hearing import ask
from askwell.practice.moves import FACILITATOR, CannotDoError, Does, Move, rotated
from askwell.practice.policies import ME, at_triggers
from askwell.practice.rehearsal import Act, How
from askwell.practice.turns import Turn
from askwell.process import replay
from askwell.process.choices import Stage
from practice.runs import (
    ALONE,
    GO_ON,
    LISTEN,
    NOON,
    UN_MENTORING,
    moves_of,
    rehearsed,
    say,
    to_explore,
    until,
)

TOGETHER = {ME: FACILITATOR, "real-person": "sunita"}


def words_of(turns: tuple[Turn, ...]) -> list[str]:
    return [turn.words for turn in turns if turn.by != ME and turn.words]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_case_is_a_real_meeting_from_its_story_to_its_close(case):
    done = rehearsed(*moves_of(case, at_triggers), case=case)

    assert done.over
    assert done.state.stage is Stage.CLOSED
    assert replay(done.events) == done.state
    assert [event.number for event in done.events] == list(
        range(1, len(done.events) + 1)
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nobody_says_a_line_twice(case):
    said = words_of(rehearsed(*moves_of(case), case=case).turns)

    assert len(said) == len(set(said))


def test_two_ways_of_facilitating_read_differently():
    left = words_of(rehearsed(*moves_of(UN_MENTORING)).turns)
    met = words_of(rehearsed(*moves_of(UN_MENTORING, at_triggers)).turns)

    assert len(set(left) - set(met)) > 8


def test_its_present_is_now():
    state = rehearsed(*to_explore(), LISTEN).state

    assert state.phase is not None
    assert state.phase.name == "explore"
    assert max(each.at for each in state.contributions.values()) == NOON


def test_whoever_advised_asks_the_question_behind_it():
    moves = until("advice")
    advice = rehearsed(*moves).turns[-1]

    done = rehearsed(*moves, say("What question is behind that?", "advice"), LISTEN)

    assert done.turns[-1].by == advice.by
    assert done.turns[-1].act is Act.QUESTION
    assert done.moments[-1].how is How.IN_TIME


def test_advice_is_sent_as_a_question_as_people_do():
    advice = rehearsed(*until("advice")).turns[-1]

    assert (advice.act, advice.kind) == (Act.ADVICE, "open_question")


def test_the_same_words_said_rudely_cost_safety():
    moves = until("advice")
    kind = rehearsed(*moves, say("What question is behind that?", "advice"))
    curt = rehearsed(*moves, say("Advice again!", "advice", "curt"))

    assert curt.mood.levels.safety < kind.mood.levels.safety


def test_a_word_that_nothing_called_for_does_harm():
    before = rehearsed(*to_explore())
    after = rehearsed(*to_explore(), say("Are we asking or telling?", "advice_again"))

    assert after.mood.levels.safety < before.mood.levels.safety


def test_saying_what_a_phase_is_for_helps_while_it_begins():
    words = say("What question would help Inês to think afresh?", "agrees")
    before = rehearsed(*to_explore()).mood.levels
    after = rehearsed(*to_explore(), words).mood.levels

    assert after.focus > before.focus


def test_somebody_silent_speaks_once_invited():
    moves = [*to_explore(), Move(Does.GIVE_TURN, ME, about="tomasz"), LISTEN]

    assert rehearsed(*moves).turns[-1].by == "tomasz"


def test_what_is_let_be_is_not_called_missed():
    moves = until("advice")
    let_be = Move(Does.LET_BE, ME, heard_as=("advice",))

    done = rehearsed(*moves, let_be, *[LISTEN] * 8)

    advice = next(each for each in done.moments if each.trigger == "advice")
    assert advice.how is How.LET_BE


def test_there_are_three_or_four_options_and_one_is_to_say_nothing():
    options = rehearsed(*until("advice")).options

    assert len(options) in (3, 4)
    assert options[-1].does is Does.LISTEN
    assert "advice" in [each for option in options for each in option.heard_as]


# Several trainees


def test_a_real_person_asks_from_a_members_seat():
    question = ask("What are you holding on to?", by="real-person", phase="explore")

    done = rehearsed(*to_explore(), question, LISTEN, seats=TOGETHER)

    assert [turn.act for turn in done.turns[-2:]] == [Act.QUESTION, Act.ANSWER]
    assert done.turns[-1].to == done.turns[-2].number
    assert "sunita" not in done.state.people


def test_the_presenter_answers_by_what_kind_of_question_it_was():
    def answered(words: str) -> str:
        asked = ask(words, by="real-person", phase="explore")
        return rehearsed(*to_explore(), asked, LISTEN, seats=TOGETHER).turns[-1].words

    replies = UN_MENTORING.presenter.replies
    assert answered("You should sack her.") in replies.advice
    assert answered("Is she happy?") in replies.guarded


def test_a_real_member_who_advises_opens_a_moment():
    advice = ask("You should sack her.", by="real-person", phase="explore")

    pending = rehearsed(*to_explore(), advice, seats=TOGETHER).pending

    assert [(each.trigger, each.about) for each in pending] == [
        ("advice", "real-person")
    ]


def test_seats_rotate():
    assert rotated(TOGETHER) == {ME: "sunita", "real-person": FACILITATOR}


# What is not possible


@pytest.mark.parametrize(
    ("moves", "seats", "says"),
    [
        ([say(" ")], ALONE, "There are no words yet. Write what you would say."),
        (
            [Move(Does.GIVE_TURN, ME, about="ines")],
            ALONE,
            "Choose a member of the set to give the turn to.",
        ),
        (
            [Move(Does.LISTEN, "real-person")],
            TOGETHER,
            "Only whoever sits in the facilitator’s seat does this. You can ask.",
        ),
        (
            [Move(Does.ASK, "real-person", "Why?")],
            TOGETHER,
            "The presenter is telling the story. Listen; questions come next.",
        ),
        (
            [],
            {ME: FACILITATOR, "other": "nobody"},
            "There is no seat called nobody. The seats are: facilitator, beatrice, "
            "grant, sunita, tomasz.",
        ),
        (
            [],
            {"other": "grant"},
            "One person, and only one, takes the facilitator’s seat.",
        ),
    ],
)
def test_what_is_not_possible_says_what_to_do(moves, seats, says):
    with pytest.raises(CannotDoError) as refused:
        rehearsed(*moves, seats=seats)

    assert str(refused.value) == says


def test_reflection_is_not_left_out():
    moves = [*to_explore(), GO_ON, GO_ON, GO_ON]

    with pytest.raises(CannotDoError) as refused:
        rehearsed(*moves, GO_ON)

    assert str(refused.value) == (
        "“Reflect and act” has yet to happen. Listen first, then go on."
    )


def test_nothing_follows_the_end():
    moves = moves_of(UN_MENTORING)

    with pytest.raises(CannotDoError):
        rehearsed(*moves, LISTEN)
