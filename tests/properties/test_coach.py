"""Whatever is said, the coach reads it, the same each time, with bounded work."""

import math
import sys
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from askwell.coach import Reading, Role, TurnKind, read
from askwell.coach.features import features
from askwell.coach.language import language

ANYTHING = st.text(st.characters(codec=None), max_size=300)
"""Lone surrogates too."""
WORDS = st.sampled_from(
    [
        *(
            "you",
            "should",
            "have",
            "n't",
            "why",
            "what",
            "and",
            "or",
            "is",
            "it",
            "the",
        ),
        *("your", "boss", "talk", "to", "talking", "tell", "her", "him", "that", "who"),
        *(",", "?", ".", "-", "'", "don't", "I'd", "stop", "if", "how", "happy", "do"),
        *("'s", "been", "told", "12", "\ud800", "\u017f", "{do}"),
    ]
)
SAID = st.one_of(ANYTHING, st.lists(WORDS, max_size=60).map(" ".join))
PHASES = st.sampled_from([None, "clarify", "explore", ""])
ROLES = st.sampled_from([None, *Role, "guest"])


@given(SAID, PHASES, ROLES, st.none() | SAID)
@example("", None, None, None)
@example("?", "explore", "member", "")
@example("{words} {doing} {helps} You should {do} it.", None, None, None)
@example("You should talk to the {object} about {tail}", None, None, None)
@settings(max_examples=200, deadline=None)
def test_every_turn_is_read(
    text: str, phase: str | None, role: str | None, previous: str | None
) -> None:
    reading = read(text, phase=phase, role=role, previous=previous)

    assert tuple(reading.probabilities) == tuple(TurnKind)
    assert math.isclose(sum(reading.probabilities.values()), 1)
    assert all(0 <= span.start < span.end <= len(text) for span in reading.spans)
    assert len(reading.spans) <= 2
    assert len(reading.rewrites) <= 2
    assert reading.hint or not reading.rewrites
    assert not (role == Role.PRESENTER and reading.hint)
    assert read(text, phase=phase, role=role, previous=previous) == reading


@given(SAID)
@settings(max_examples=200, deadline=None)
def test_whatever_is_offered_is_an_open_question(text: str) -> None:
    for asked in read(text).rewrites:
        assert read(asked).kind is TurnKind.OPEN_QUESTION
        assert asked.endswith("?")


@pytest.mark.parametrize(
    "unit",
    [
        "you should talk to her and ",
        "why don't you tell the board, ",
        "you should talk her ",
        "i'd talk her ",
        "another new ",
        "could your sister take ",
        "the the the ",
        "What is it? ",
        "and what is it ",
        "your your new new manager ",
        "a",
        "'",
        "? ",
        "\ud800",
        "é",
        "1 ",
    ],
)
def test_work_grows_no_faster_than_the_turn(unit: str) -> None:
    shorter, longer = (unit * (size // len(unit)) for size in (2_000, 8_000))

    assert _steps(lambda: read(longer)) <= 5 * _steps(lambda: read(shorter)) + 2_000


def _steps(work: Callable[[], Reading]) -> int:
    """How many functions are called: time is not the same twice, and this is."""
    calls = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("unit", ["you should talk to her and ", "why ", "x", "… "])
def test_a_turn_of_a_hundred_kilobytes_is_read(unit: str) -> None:
    text = unit * (100_000 // len(unit))

    reading = read(text)

    assert len(features(text, language()).names) < 200
    assert all(span.end <= len(text) for span in reading.spans)
