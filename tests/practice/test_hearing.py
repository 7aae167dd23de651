"""What free words are read as."""

import pytest

from askwell.facilitation.interventions import INTERVENTIONS
from askwell.practice.hearing import asked, heard, say
from askwell.practice.policies import ME
from askwell.process.formats import format_named
from askwell.process.formats.shape import Role
from practice.runs import ALONE, UN_MENTORING

UN_MENTORING_PHASES = format_named(UN_MENTORING.format).script().slot


@pytest.mark.parametrize("meant", INTERVENTIONS, ids=lambda each: each.trigger)
def test_what_the_book_says_is_heard_as_what_it_is_for(meant):
    words = meant.say % {"presenter": "Inês", "name": "Tomasz"}

    move = say(UN_MENTORING, words, by=ME, seats=ALONE, phase="explore")

    assert meant.trigger in move.triggers


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("What’s the question underneath that?", ("advice",)),
        ("Can you turn that into a question?", ("advice",)),
        ("We have had a lot of advice. Hold on.", ("advice_again",)),
        ("Which of those questions do you want to ask?", ("stacked",)),
        ("Let’s take a moment of silence.", ("answers_fast",)),
        ("I notice garages. How does it help Inês?", ("focus_left",)),
        ("Do you need a break, or shall we go on?", ("distress",)),
        ("How are we doing as a set?", ("process_check",)),
        ("Thank you, that was honest.", ("supports",)),
        ("What are you afraid of?", ("question",)),
        ("I think she is jealous of you.", ("telling",)),
        ("You should tell Tilly everything.", ("telling", "unsure")),
        ("Blah blah blah", ("unclear",)),
    ],
)
def test_free_words_are_heard_as(words, meant):
    assert heard(words, phase="explore") == meant


def test_rude_words_are_right_and_rude():
    words = "Stop it, that was advice again, as usual!"

    assert heard(words) == ("advice", "curt")


def test_somebody_named_is_invited():
    words = "Tomasz, would you like to ask something, or pass?"

    move = say(UN_MENTORING, words, by=ME, seats=ALONE)

    assert (move.about, move.heard_as) == ("tomasz", ("silent", "invites"))


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("What are you holding on to?", "open_question"),
        ("You should sack her.", "telling"),
        ("Have you tried a coach for her?", "leading_question"),
        ("Is she happy?", "closed_question"),
        ("Who decides, and what does she want, and why now?", "several"),
    ],
)
def test_a_members_words_are_read_by_the_coach(words, meant):
    assert asked(words, phase="explore")[0] == meant


@pytest.mark.parametrize("phase", UN_MENTORING_PHASES, ids=lambda each: each.name)
def test_words_that_open_a_phase_are_no_meddling(phase):
    words = phase.prompts[Role.FACILITATOR]

    assert "agrees" in heard(words, phase=phase.name)
