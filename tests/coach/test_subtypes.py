"""Finer names of questions, and how several of them are told apart."""

import pytest

from askwell.coach import Subtype, TurnKind
from askwell.coach.features import features
from askwell.coach.language import language
from askwell.coach.subtypes import subtypes
from coach.readers import questions_in


def named(
    kind: TurnKind, text: str, *, phase: str | None = None, previous: str | None = None
) -> tuple[Subtype, ...]:
    words = language()
    seen = features(text, words)
    return subtypes(seen, kind, words, text, phase=phase, previous=previous)


@pytest.mark.parametrize(
    ("subtype", "text"),
    [
        (Subtype.PROBING, "What exactly is stuck?"),
        (Subtype.PROBING, "What happened just before she left the room?"),
        (Subtype.PROBING, "How do you know they disagree?"),
        (Subtype.CHALLENGING, "What are you assuming about the board?"),
        (Subtype.CHALLENGING, "What evidence would change your mind?"),
        (Subtype.CHALLENGING, "If nothing changed, what then?"),
        (Subtype.SYSTEMIC, "Who else is affected?"),
        (Subtype.SYSTEMIC, "Where else does this pattern turn up?"),
        (Subtype.SYSTEMIC, "Which targets pull against each other?"),
        (Subtype.REFLECTIVE, "What does this remind you of?"),
        (Subtype.REFLECTIVE, "Which of your values is being tested?"),
        (Subtype.REFLECTIVE, "What have you learned since last time?"),
    ],
)
def test_an_open_question_is_named_more_finely_where_that_is_clear(
    subtype: Subtype, text: str
) -> None:
    assert subtype in named(TurnKind.OPEN_QUESTION, text)


@pytest.mark.parametrize(
    "text", ["What matters most here?", "How would you like this to end?", "Why now?"]
)
def test_a_plain_open_question_has_no_finer_name(text: str) -> None:
    assert named(TurnKind.OPEN_QUESTION, text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Which team does Priya report to?",
        "When does the contract lapse?",
        "How many sites are involved?",
        "Who signed it off?",
        "Is that the old budget or the new one?",
    ],
)
def test_a_question_of_fact_clarifies(text: str) -> None:
    assert named(TurnKind.CLOSED_QUESTION, text) == (Subtype.CLARIFYING,)


def test_any_closed_question_clarifies_in_the_phase_for_it() -> None:
    text = "Are you happy with that?"

    assert named(TurnKind.CLOSED_QUESTION, text) == ()
    assert named(TurnKind.CLOSED_QUESTION, text, phase="explore") == ()
    assert named(TurnKind.CLOSED_QUESTION, text, phase="clarify") == (
        Subtype.CLARIFYING,
    )


def test_an_open_question_in_the_presenters_own_words_probes() -> None:
    text = "How does the merger frighten you?"

    assert named(TurnKind.OPEN_QUESTION, text) == ()
    assert named(
        TurnKind.OPEN_QUESTION, text, previous="I frighten easily, and the merger does."
    ) == (Subtype.PROBING,)


@pytest.mark.parametrize(
    "text",
    [
        "It took courage to bring this again.",
        "You stayed calm while telling that.",
        "I admire how you kept going.",
    ],
)
def test_specific_appreciation_is_an_affirmation(text: str) -> None:
    assert named(TurnKind.OTHER, text) == (Subtype.AFFIRMATION,)


def test_plain_thanks_are_not() -> None:
    assert named(TurnKind.OTHER, "Thank you very much.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "I can introduce you to our head of finance.",
        "Happy to share the template we used.",
        "I could put you in touch with her.",
    ],
)
def test_a_contact_or_a_resource_is_an_offer(text: str) -> None:
    assert named(TurnKind.SHARING, text) == (Subtype.OFFER,)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("What matters most here?", ["what matters most here"]),
        ("Why now, and is it about pay?", ["why now", "is it about pay"]),
        (
            "Can you, or would she, or should we wait?",
            ["can you", "would she", "should we wait"],
        ),
        (
            "When did it start, who knew, and what was done?",
            ["when did it start", "who knew", "what was done"],
        ),
        (
            "what is the goal and have you told them",
            ["what is the goal", "have you told them"],
        ),
        (
            "What have you tried, and what did each attempt show?",
            ["what have you tried and what did each attempt show"],
        ),
        ("I see what they want and how they work.", []),
        ("Thanks. What now?", ["what now"]),
        ("", []),
    ],
)
def test_the_questions_of_a_turn_are_told_apart(text: str, asked: list[str]) -> None:
    assert questions_in(text) == asked


def test_several_questions_are_stacked_and_statements_are_not() -> None:
    text = "Who decides? What would you need?"

    assert Subtype.STACKED in named(TurnKind.OPEN_QUESTION, text)
    assert Subtype.STACKED not in named(TurnKind.SHARING, text)


def test_finer_names_come_in_one_order() -> None:
    text = "What happened, and how did you feel, and what next?"

    found = named(TurnKind.OPEN_QUESTION, text)

    assert list(found) == [each for each in Subtype if each in found]
