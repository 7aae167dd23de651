"""Choosing a context, working through lessons, asking in the gym."""

from datetime import datetime

from django.db import transaction

from askwell.facilitation.contexts import Context
from askwell.facilitation.lessons import Lesson
from askwell.web.people.models import Person
from askwell.web.training.models import Asked, Learner, LessonDone


@transaction.atomic
def begin(person: Person, *, at: datetime) -> Learner:
    """Somebody begins to learn; once is enough."""
    return Learner.objects.get_or_create(person=person, defaults={"began_at": at})[0]


@transaction.atomic
def choose_context(person: Person, context: Context | None, *, at: datetime) -> None:
    learner = begin(person, at=at)
    learner.context = context.name if context else ""
    learner.save(update_fields=["context"])


@transaction.atomic
def finish(lesson: Lesson, *, by: Person, at: datetime) -> None:
    begin(by, at=at)
    LessonDone.objects.get_or_create(
        person=by, lesson=lesson.name, defaults={"done_at": at}
    )


def take_back(lesson: Lesson, *, by: Person) -> None:
    LessonDone.objects.filter(person=by, lesson=lesson.name).delete()


@transaction.atomic
def ask(exercise: Asked.Exercise, situation: str, *, by: Person, at: datetime) -> None:
    """A question was worked on; the same situation counts once."""
    begin(by, at=at)
    Asked.objects.get_or_create(
        person=by, exercise=exercise, situation=situation, defaults={"at": at}
    )
