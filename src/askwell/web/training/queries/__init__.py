"""Questions about learning to facilitate."""

from askwell.facilitation.contexts import CONTEXTS, Context
from askwell.facilitation.lessons import LESSONS, Lesson
from askwell.web.people.models import Person
from askwell.web.training.models import Asked, Learner, LessonDone


def context_of(person: Person) -> Context | None:
    """Where somebody facilitates, as far as they have said."""
    chosen = Learner.objects.filter(person=person).values_list("context", flat=True)
    name = chosen.first()
    return next((each for each in CONTEXTS if each.name == name), None)


def has_begun(person: Person) -> bool:
    return Learner.objects.filter(person=person).exists()


def lessons_done(person: Person) -> set[str]:
    """The names of the lessons worked through."""
    done = LessonDone.objects.filter(person=person)
    return set(done.values_list("lesson", flat=True))


def next_lesson(done: set[str]) -> Lesson | None:
    return next((each for each in LESSONS if each.name not in done), None)


def questions_asked(person: Person) -> dict[str, int]:
    """How many situations of the gym somebody has worked on, by exercise."""
    asked = Asked.objects.filter(person=person).values_list("exercise", flat=True)
    counted = {each.value: 0 for each in Asked.Exercise}
    for exercise in asked:
        counted[exercise] += 1
    return counted
