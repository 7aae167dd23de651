"""The check of ways of facilitating does not count whether anybody facilitated."""

import pytest

from askwell.practice import reactions
from askwell.practice.cases import CASES
from askwell.practice.mood import Shift
from askwell.practice.outcome import outcome
from askwell.practice.policies import at_triggers, never, run
from practice.runs import UN_MENTORING

FACILITATORS = (
    "SILENCE_RIGHT",
    "SILENCE_WRONG",
    "AGREED_AT_THE_START",
    "EXPLAINED",
    "SAID_AGAIN",
    "SUPPORTED",
    "TOLD",
    "ASKED_THEMSELVES",
    "PUT_DOWN",
    "NOT_UNDERSTOOD",
    "CROWDED",
    "PUT_ON_THE_SPOT",
    "GIVEN_THE_TURN",
    "CUT_SHORT",
    "LEFT_UPSET",
)


def test_nothing_the_facilitator_does_moves_what_the_presenter_gets():
    shifts = [
        getattr(each, how)
        for each in reactions.REACTIONS.values()
        for how in ("right", "late", "early")
    ]
    shifts += [*reactions.LEFT_ALONE.values()]
    shifts += [getattr(reactions, name) for name in FACILITATORS]

    assert {(each.insight, each.ownership) for each in shifts} == {(0.0, 0.0)}


def test_the_outcome_is_the_same_without_the_facilitators_turns_and_moments():
    world = run(UN_MENTORING, at_triggers, seed=3)
    found = outcome(world)

    world.moments.clear()
    world.turns = [turn for turn in world.turns if turn.by != world.facilitator]

    assert outcome(world) == found


def test_right_words_that_move_nobody_bring_less(monkeypatch):
    def worth(policy):
        return sum(outcome(run(UN_MENTORING, policy, seed=n)).worth for n in range(6))

    good, none = worth(at_triggers), worth(never)
    for trigger in reactions.REACTIONS:
        nothing = reactions.Reaction(right=Shift(), late=Shift(), early=Shift())
        monkeypatch.setitem(reactions.REACTIONS, trigger, nothing)
    said_in_vain = worth(at_triggers)

    assert good - said_in_vain > (good - none) / 3


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_frank_answer_is_one_that_a_question_got(case):
    world = run(case, at_triggers, seed=1)

    frank = [turn for turn in world.turns if turn.frank]

    assert {(turn.by, turn.act.value) for turn in frank} == {
        (world.presenter, "answer")
    }
