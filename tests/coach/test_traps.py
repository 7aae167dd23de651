"""The traps that every reader of questions walks into."""

import pytest

from askwell.coach import STEERING, Subtype, TurnKind, read


def test_what_have_you_tried_is_open_and_have_you_tried_this_is_a_step() -> None:
    assert read("What have you tried?").kind is TurnKind.OPEN_QUESTION
    assert read("Have you tried moving the stand-up?").kind in STEERING


@pytest.mark.parametrize(
    "text", ["Could you say more?", "Can you tell us more about that?"]
)
def test_a_request_for_more_is_closed_in_grammar_alone(text: str) -> None:
    reading = read(text)

    assert reading.kind not in STEERING
    assert reading.hint == ""


def test_why_is_open_though_it_can_accuse() -> None:
    reading = read("Why does that matter to you?")

    assert reading.kind is TurnKind.OPEN_QUESTION
    assert reading.hint == ""


def test_open_wording_can_hide_a_suggestion() -> None:
    assert read("How about if you talked to her?").kind in STEERING
    assert read("What if you just hired a temp?").kind in STEERING


def test_the_presenters_own_words_make_a_question_better() -> None:
    text = "What keeps you awake about the merger?"

    reading = read(text, previous="The merger keeps me awake.")

    assert reading.kind is TurnKind.OPEN_QUESTION
    assert Subtype.PROBING in reading.subtypes


def test_a_fact_in_the_clarifying_phase_is_no_closed_question_to_mend() -> None:
    reading = read("Did both happen in March?", phase="clarify")

    assert reading.hint == ""


def test_a_question_about_a_fact_is_no_step_because_it_says_have_you() -> None:
    reading = read("Have you told her?")

    assert reading.kind is TurnKind.CLOSED_QUESTION


def test_reported_advice_is_not_advice() -> None:
    reading = read("My old boss kept saying you should never apologise, and I did.")

    assert reading.kind not in STEERING


def test_a_long_reflection_is_not_a_leading_question() -> None:
    reading = read("So there are two fears: losing Sam and losing face.")

    assert reading.kind is TurnKind.REFLECTION
    assert reading.hint == ""
