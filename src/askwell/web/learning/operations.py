"""What changes about learning: copies taken, yeses given, things tried."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.web.learning.models import Naming, Tried
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, LedgerLine
from askwell.web.programmes.operations import enter


@transaction.atomic
def take_a_copy(
    person: Person, *, sets: Iterable[UUID], form: str, at: datetime
) -> None:
    """Enter into the ledger of each set that a copy of words said there was taken."""
    for learning_set in LearningSet.objects.filter(pk__in=list(sets)):
        enter(learning_set, LedgerLine.Kind.EXPORT, by=person, at=at, detail=form)


def agree_to_be_named(person: Person, *, agrees: bool, at: datetime) -> None:
    """In records of others, beside one's own questions; taken back at any time."""
    if agrees:
        Naming.objects.get_or_create(person=person, defaults={"agreed_at": at})
    else:
        Naming.objects.filter(person=person).delete()


def say_whether_tried(
    meeting: Meeting, *, answer: Tried.Answer | None, by: Person, at: datetime
) -> None:
    """Any member may say so for the set; no answer takes the last one back."""
    if answer is None:
        Tried.objects.filter(meeting=meeting).delete()
        return
    Tried.objects.update_or_create(
        meeting=meeting, defaults={"answer": answer, "by": by, "said_at": at}
    )
