"""The four duties are whole, and the word of the members gives nobody away."""

from askwell.facilitation.competencies import COMPETENCIES
from askwell.facilitation.duties import (
    DUTIES,
    NO,
    PARTLY,
    YES,
    Level,
    duty_named,
    level,
)
from askwell.facilitation.interventions import Trigger


def counted(*answers):
    return {value: answers.count(value) for value in (NO, PARTLY, YES)}


def test_there_are_four_duties_each_with_its_own_look_back():
    names = [each.name for each in DUTIES]
    mirrors = {each.mirror for each in DUTIES}

    assert names == ["helpful_questions", "listening", "no_telling", "all_learn"]
    assert len(mirrors) == 4


def test_every_moment_of_a_meeting_belongs_to_one_duty():
    moments = [moment for each in DUTIES for moment in each.moments]

    assert sorted(moments) == sorted(Trigger)


def test_every_competency_serves_a_duty():
    served = {one for each in DUTIES for one in each.competencies}

    assert served == set(COMPETENCIES)


def test_a_duty_is_found_by_its_name():
    assert [duty_named(each.name) for each in DUTIES] == list(DUTIES)


def test_of_fewer_than_four_nothing_is_said():
    assert level(counted(YES, YES, YES)) is None


def test_the_word_follows_the_mean():
    assert level(counted(NO, NO, NO, PARTLY)) is Level.LOW
    assert level(counted(NO, PARTLY, PARTLY, YES)) is Level.MIDDLING
    assert level(counted(YES, YES, YES, PARTLY)) is Level.HIGH


def test_no_word_settles_what_the_fourth_answered():
    """Whoever guesses that all said yes, or all no, cannot be sure of any of them."""
    with_three_yes = {level(counted(YES, YES, YES, each)) for each in (NO, PARTLY, YES)}
    with_three_no = {level(counted(NO, NO, NO, each)) for each in (NO, PARTLY, YES)}

    assert with_three_yes == {Level.HIGH}
    assert with_three_no == {Level.LOW}
