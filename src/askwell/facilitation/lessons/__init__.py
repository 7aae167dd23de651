"""The eight short lessons, in the order in which they build on each other."""

from askwell.facilitation.lessons.beginning_well import BEGINNING_WELL
from askwell.facilitation.lessons.ending_well import ENDING_WELL
from askwell.facilitation.lessons.hearing_advice import HEARING_ADVICE
from askwell.facilitation.lessons.problem_or_puzzle import PROBLEM_OR_PUZZLE
from askwell.facilitation.lessons.shape import Choice, Exercise, Heard, Lesson
from askwell.facilitation.lessons.silence import SILENCE
from askwell.facilitation.lessons.time_and_turns import TIME_AND_TURNS
from askwell.facilitation.lessons.what_you_do import WHAT_YOU_DO
from askwell.facilitation.lessons.when_it_gets_hard import WHEN_IT_GETS_HARD

__all__ = ["LESSONS", "Choice", "Exercise", "Heard", "Lesson", "lesson_named"]

LESSONS: tuple[Lesson, ...] = (
    WHAT_YOU_DO,
    BEGINNING_WELL,
    TIME_AND_TURNS,
    HEARING_ADVICE,
    SILENCE,
    PROBLEM_OR_PUZZLE,
    WHEN_IT_GETS_HARD,
    ENDING_WELL,
)

_BY_NAME = {each.name: each for each in LESSONS}


def lesson_named(name: str) -> Lesson:
    """Raises KeyError for a name that no lesson has."""
    return _BY_NAME[name]
