"""Lessons and the gym, as whoever writes for them may rely on."""

import pytest

from askwell import coach
from askwell.coach import STEERING, Role
from askwell.facilitation.competencies import COMPETENCIES
from askwell.facilitation.contexts import CONTEXTS
from askwell.facilitation.gym import ADVICE, SITUATIONS, STACKS, following, in_order
from askwell.facilitation.lessons import LESSONS

EXERCISES = {"write": SITUATIONS, "turn": ADVICE, "choose": STACKS}


def test_there_are_eight_lessons_of_five_to_ten_minutes():
    assert len({each.name for each in LESSONS}) == 8
    assert all(5 <= each.minutes <= 10 for each in LESSONS)


def test_together_they_practise_every_competency():
    practised = {each for lesson in LESSONS for each in lesson.competencies}

    assert practised == set(COMPETENCIES)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_a_lesson_has_an_example_with_remarks_and_three_choices(lesson):
    helping = [each for each in lesson.exercise.choices if each.helps]

    assert any(each.why for each in lesson.example)
    assert len(lesson.exercise.choices) == 3
    assert len(helping) == 1


@pytest.mark.parametrize("name", EXERCISES)
def test_each_exercise_has_four_situations_in_each_context(name):
    found = [each.context for each in EXERCISES[name]]

    assert {c.name: found.count(c.name) for c in CONTEXTS} == {
        c.name: 4 for c in CONTEXTS
    }


@pytest.mark.parametrize("one", [*SITUATIONS, *ADVICE], ids=lambda one: one.name)
def test_no_good_question_is_heard_as_advice(one):
    for words in one.good:
        assert coach.read(words, role=Role.MEMBER).kind not in STEERING, words


def test_ones_own_context_comes_first_and_the_last_leads_to_the_first():
    ordered = in_order(STACKS, context="across")

    assert {each.context for each in ordered[:4]} == {"across"}
    assert following(STACKS, ordered[-1].name, context="across") == ordered[0]
