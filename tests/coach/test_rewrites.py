"""Open questions made of a turn's own words."""

import pytest

from askwell.coach import TurnKind, read
from askwell.coach.features import features
from askwell.coach.language import language
from askwell.coach.model import model
from askwell.coach.phrases import clause_end, line, noun_phrase, put, verb_phrase
from askwell.coach.rewrites import is_open
from askwell_training.coach.turns import own_turns
from coach.casefiles import cases
from coach.readers import asked_instead

A, L, C = TurnKind.ADVICE, TurnKind.LEADING_QUESTION, TurnKind.CLOSED_QUESTION


@pytest.mark.parametrize(
    ("verb", "doing"),
    [
        ("talk", "talking"),
        ("write", "writing"),
        ("stop", "stopping"),
        ("lie", "lying"),
        ("see", "seeing"),
        ("be", "being"),
        ("begin", "beginning"),
        ("visit", "visiting"),
        ("agree", "agreeing"),
        ("quit", "quitting"),
        ("cancel", "cancelling"),
        ("offer", "offering"),
        ("refer", "referring"),
        ("play", "playing"),
        ("fix", "fixing"),
        ("show", "showing"),
    ],
)
def test_verbs_take_their_ending_as_they_are_spelt(verb: str, doing: str) -> None:
    assert language().says.forms["doing"][verb] == doing


def test_what_was_done_is_traced_back_to_its_verb() -> None:
    bases = language().says.bases["did"]

    assert [bases[did] for did in ("hired", "told", "stopped", "tried", "went")] == [
        "hire",
        "tell",
        "stop",
        "try",
        "go",
    ]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("the board", "the board"),
        ("your new line manager about it", "your new line manager"),
        ("the director directly", "the director"),
        ("the team, then", "the team"),
        ("him about it", "him"),
        ("HR", "HR"),
        ("the people", ""),
        ("the meeting runs over", ""),
        ("the best of them", ""),
        ("your deputy's resigned", ""),
        ("your brother-in-law", ""),
    ],
)
def test_a_noun_phrase_is_found_where_it_is_clear(text: str, phrase: str) -> None:
    says = language().says
    at = line(features(text, language()).sentences[0], text, language())

    end = noun_phrase(at, 0, says, pronouns=True)

    assert (put(at, 0, end) if end > 0 else "") == phrase


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("talk to her and listen", "talk to her"),
        ("talk to her, she is kind", "talk to her"),
        ("let it go it's not worth it", "let it go"),
        ("tell him what you need", "tell him what you need"),
        ("call them then, maybe", "call them"),
        ("wait in your place", "wait"),
    ],
)
def test_a_clause_ends_where_the_next_one_begins(text: str, clause: str) -> None:
    at = line(features(text, language()).sentences[0], text, language())

    assert put(at, 0, clause_end(at, 0, language().says)) == clause


@pytest.mark.parametrize(
    ("text", "doing"),
    [
        ("go and talk to her", "talking to her"),
        ("try to listen", "listening"),
        ("try swapping shifts", "swapping shifts"),
        ("do step down", "stepping down"),
    ],
)
def test_what_is_done_is_named_by_the_verb_that_counts(text: str, doing: str) -> None:
    at = line(features(text, language()).sentences[0], text, language())

    found = verb_phrase(at, 0, "do", language().says)

    assert found is not None
    assert found["doing"] == doing


@pytest.mark.parametrize(
    "text", ["have refused it", "plan is", "talk to my", "talk to me"]
)
def test_no_verb_phrase_is_better_than_a_doubtful_one(text: str) -> None:
    at = line(features(text, language()).sentences[0], text, language())

    assert verb_phrase(at, 0, "do", language().says) is None


@pytest.mark.parametrize(
    ("kind", "text", "asked"),
    [
        (A, "I'd tell my boss.", "What would telling your boss change?"),
        (A, "you should talk to uh HR", "What would talking to HR change?"),
        (A, "You should move the stand-up.", "What would moving the stand-up change?"),
        (
            A,
            "Keep out of your parents' divorce.",
            "What would you gain and lose by keeping out of your parents' divorce?",
        ),
        (A, "YOU SHOULD TALK TO HR", "What would talking TO HR change?"),
        (A, "It's time you told them.", "What would telling them change?"),
        (A, "Make sure you have a witness.", "What would having a witness change?"),
        (
            L,
            "You look tired. Why don't you ask Gwen?",
            "What would asking Gwen change?",
        ),
        (
            L,
            "could your sister take the accounts over",
            "What part could your sister play?",
        ),
        (L, "Is it because she's new?", "What do you think is behind it?"),
        (C, "Does he respect you?", "In what ways does he respect you?"),
        (C, "Do you want to stay?", "How much do you want to stay?"),
        (C, "Do you know the contract?", "What do you know about the contract?"),
        (C, "Has it changed?", "How has it changed?"),
        (C, "Does that bother you?", "How much does that bother you?"),
        (C, "Is there anyone who could help?", "Who could help?"),
        (C, "Did he promise you anything?", "What happened, as you saw it?"),
        (C, "Is the lease in both names?", "What matters most to you about the lease?"),
    ],
)
def test_the_authors_own_words_are_asked_openly(
    kind: TurnKind, text: str, asked: str
) -> None:
    assert asked_instead(kind, text)[0] == asked


def test_a_question_of_several_is_offered_alone() -> None:
    text = "So what matters most to you, and have you told them?"

    assert asked_instead(TurnKind.OPEN_QUESTION, text) == (
        "What matters most to you?",
        "Have you told them?",
    )


@pytest.mark.parametrize("text", ["", "...", "?", "you should", "Why don't you", "i'd"])
def test_a_turn_without_words_to_use_still_has_a_plain_question(text: str) -> None:
    for asked in asked_instead(A, text):
        assert asked in language().says.plain


def test_questions_for_any_turn_are_open_to_the_coach_itself() -> None:
    words = language()

    shut = [each for each in words.says.plain if not is_open(each, words, model())]

    assert shut == []


def test_whatever_is_offered_is_an_open_question_to_the_coach_itself() -> None:
    texts = _own_turns() + [case.text for case in cases()]
    offered = {asked for text in texts for asked in read(text).rewrites}

    read_otherwise = [
        asked
        for asked in offered
        if read(asked).kind is not TurnKind.OPEN_QUESTION or read(asked).hint
    ]

    assert len(offered) > 100
    assert read_otherwise == []


def test_most_turns_with_a_hint_have_something_to_take_up() -> None:
    hinted = [reading for reading in map(read, _own_turns()) if reading.hint]

    helped = [reading for reading in hinted if reading.rewrites]

    assert len(helped) > 0.75 * len(hinted)


def _own_turns() -> list[str]:
    """Every seventh of the turns we wrote ourselves."""
    return [turn.text for turn in own_turns()][::7]
