"""The kinds of contribution and how they are offered."""

import pytest

from askwell.process.kinds import KINDS, Family, kind_named

EACH = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def test_no_two_kinds_share_a_name_or_a_code():
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert len({kind.code for kind in KINDS}) == len(KINDS)


def test_every_kind_of_the_field_is_there():
    codes = {kind.code for kind in KINDS}

    assert codes >= {
        *("UPD", "BID", "TELLSTORY", "Q_CLAR", "Q_OPEN", "ANS", "EXP", "EXA", "REFL"),
        *("AFF", "OFFER", "IDEA", "LEARN", "ACT", "FB", "PROC"),
    }


def test_an_open_question_comes_in_four_varieties():
    varieties = [kind.code for kind in KINDS if kind.variety_of == "open_question"]

    assert varieties == [
        "Q_OPEN.probe",
        "Q_OPEN.challenge",
        "Q_OPEN.system",
        "Q_OPEN.reflect",
    ]


def test_only_an_idea_is_telling():
    assert [kind.name for kind in KINDS if kind.is_telling] == ["idea"]


def test_a_question_is_whatever_belongs_to_the_family_of_questions():
    assert all(kind.is_question == (kind.family is Family.QUESTION) for kind in KINDS)


@EACH
def test_a_kind_is_found_by_its_name(kind):
    assert kind_named(kind.name) is kind


def test_an_unknown_kind_is_an_error():
    with pytest.raises(KeyError):
        kind_named("sermon")


@EACH
def test_a_kind_has_words_for_everything_a_form_shows(kind):
    shown = (kind.title, kind.verb, kind.placeholder, kind.help, kind.not_now)

    assert all(shown)


@EACH
def test_help_and_refusal_are_whole_sentences(kind):
    assert kind.help[0].isupper()
    assert kind.help.endswith((".", "?"))
    assert kind.not_now.endswith((".", "?"))
