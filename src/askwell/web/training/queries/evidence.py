"""What lessons and questions in the gym count for."""

from collections.abc import Iterator

from askwell.facilitation.evidence import Evidence, Item
from askwell.web.people.models import Person
from askwell.web.training.models import Asked, LessonDone


def evidence(person: Person) -> Iterator[Item]:
    for done in LessonDone.objects.filter(person=person):
        yield Item(kind=Evidence.LESSON, at=done.done_at, about=done.lesson)
    for asked in Asked.objects.filter(person=person):
        about = f"{asked.exercise}/{asked.situation}"
        yield Item(kind=Evidence.COACHED_QUESTION, at=asked.at, about=about)
