"""Why a turn is so read, and what its author is told."""

from itertools import pairwise

import pytest

from askwell.coach import STEERING, Reading, Role, Span, Subtype, TurnKind, read, saying
from askwell.coach.features import features
from askwell.coach.language import language
from askwell.coach.model import model
from coach.casefiles import NONE, Expected, cases
from coach.readers import asked_instead

CLOSED = "Are you happy with that?"


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.text[:60])
def test_a_turn_is_read_as_its_case_says(case: Expected) -> None:
    reading = _read(case)

    for name, heard in {
        "kind": reading.kind.value,
        "subtypes": ", ".join(reading.subtypes),
        "says": reading.reason,
        "hint": reading.hint or NONE,
    }.items():
        assert case.one(name) in {None, heard}, name


@pytest.mark.parametrize(
    "case",
    [case for case in cases() if "asks" in case.lines],
    ids=lambda c: c.text[:60],
)
def test_what_is_asked_instead_is_as_its_case_says(case: Expected) -> None:
    expected = case.lines["asks"]

    if expected == [NONE]:
        assert _read(case).rewrites == ()
    else:
        asked = asked_instead(_read(case).kind, case.text, case.one("phase"))
        assert list(asked[: len(expected)]) == expected


def _read(case: Expected) -> Reading:
    return read(
        case.text,
        phase=case.one("phase"),
        role=case.one("role"),
        previous=case.one("previous"),
    )


def test_the_words_that_made_it_so_are_marked_where_they_stand() -> None:
    text = "Thanks. Why don't you write to the director?"

    spans = read(text).spans

    assert [text[span.start : span.end] for span in spans] == ["Why don't you"]


def test_marked_words_never_lie_within_each_other_and_are_two_at_most() -> None:
    for case in cases():
        spans = read(case.text).spans

        assert len(spans) <= 2
        assert all(a.end <= b.start for a, b in pairwise(spans))


def test_a_bare_you_is_never_marked() -> None:
    for case in cases():
        marked = {case.text[s.start : s.end].lower() for s in read(case.text).spans}

        assert "you" not in marked


def test_a_word_that_is_read_as_two_is_marked_whole() -> None:
    text = "Shouldn’t finance do that?"

    assert Span(0, len("Shouldn’t finance")) in read(text).spans


def test_a_single_word_is_quoted_with_the_next() -> None:
    reading = read("Don't you think that's risky?")

    assert reading.reason == "“Don't you” asks for a yes."


def test_a_question_for_a_fact_is_not_told_that_yes_or_no_could_answer_it() -> None:
    reading = read("How many sites are involved?")

    assert reading.kind is TurnKind.CLOSED_QUESTION
    assert reading.hint == ""


def test_the_reason_quotes_the_words_as_they_were_said() -> None:
    reading = read("why   don’t you write to the director")

    assert reading.reason == "“Why don’t you” puts a step on the table."


def test_every_kind_has_a_reason_of_its_own_where_no_cue_can_be_quoted() -> None:
    words = language()

    reasons = {
        saying.reason(kind, (), features("", words), "", words) for kind in TurnKind
    }

    assert len(reasons) == len(TurnKind)
    assert all(each.endswith(".") for each in reasons)


def test_the_strongest_cue_comes_first() -> None:
    seen = features("If I were you I'd escalate.", language())

    cues = saying.telling_cues(seen, TurnKind.ADVICE, model())

    assert "in_your_shoes" in {cue.name for _, cue in cues}


def test_a_presenter_is_read_and_never_coached() -> None:
    reading = read("You should talk to HR.", role=Role.PRESENTER)

    assert (reading.hint, reading.rewrites) == ("", ())


def test_a_closed_question_is_fine_while_the_set_clarifies() -> None:
    assert read(CLOSED, phase="clarify").hint == ""
    assert read(CLOSED, phase="explore").hint != ""
    assert read(CLOSED).hint != ""


def test_advice_is_no_better_while_the_set_clarifies() -> None:
    assert read("You should talk to HR.", phase="clarify").hint != ""


def test_only_what_steers_closes_or_stacks_has_a_hint() -> None:
    mended = {*STEERING, TurnKind.CLOSED_QUESTION}

    for case in cases():
        reading = _read(case)

        assert not reading.hint or (
            reading.kind in mended or Subtype.STACKED in reading.subtypes
        )


def test_there_is_nothing_to_take_up_without_a_hint() -> None:
    for case in cases():
        reading = _read(case)

        assert reading.hint or reading.rewrites == ()


def test_hints_are_short_and_never_scold() -> None:
    hints = language().says.hints

    for hint in hints.values():
        assert len(hint) < 90
        assert "!" not in hint
        assert not {"wrong", "bad", "don't", "never", "must"} & set(
            hint.lower().split()
        )


def test_the_first_of_several_things_to_mend_is_that_they_are_several() -> None:
    stacked = "Have you thought of mediation? And why don't you ask her?"

    reading = read(stacked)

    assert Subtype.STACKED in reading.subtypes
    assert reading.hint == language().says.hints[Subtype.STACKED]
