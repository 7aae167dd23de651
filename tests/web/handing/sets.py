"""Sets on their way to facilitating themselves, for the tests of handing over."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone

from askwell.process.choices import HeardAs
from askwell.process.commands import ShowTally, Tally
from askwell.web.meetings import operations as meetings
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from factories import a_person, a_set, is_in
from process.room import Room
from web.measuring.meetings import a_closed_meeting

NAMES = ("Amara Okafor", "Bea Lind", "Chidi Eze", "Dana Roth", "Eli Sato")


def people() -> list[Person]:
    return [a_person(name) for name in NAMES]


def a_set_in_turns(
    members: Sequence[Person], *, facilitator: Person | None = None, **how: object
) -> LearningSet:
    """Its members take turns; a facilitator from outside is still there."""
    learning_set = a_set(*members)
    if facilitator:
        is_in(learning_set, facilitator, belonging="facilitator", is_facilitator=True)
    learning_set.facilitated_by = LearningSet.FacilitatedBy.TURNS
    learning_set.dial = LearningSet.Dial.ON_CALL if facilitator else "none"
    for name, value in how.items():
        setattr(learning_set, name, value)
    learning_set.save()
    return learning_set


def ahead(learning_set: LearningSet, *days: int, **how: object) -> list[Meeting]:
    now = timezone.now()
    return [
        meetings.schedule(
            learning_set,
            starts_at=now + timedelta(days=each),
            booked_minutes=150,
            **how,
        )
        for each in days
    ]


def badly(room: Room, ids: Sequence[str]) -> None:
    """Closed questions and advice; nobody reports back."""
    presenter, facilitator, one = ids[:3]
    room.present(presenter, by=facilitator)
    room.go_to("explore", by=facilitator)
    for _time in range(4):
        room.say(one, "closed_question", words="Is it urgent?")
    for _time in range(10):
        room.do(Tally, facilitator, heard_as=HeardAs.ADVICE)
    room.do(ShowTally, facilitator, slot=room.state.slot.number)


def a_bad_meeting(
    learning_set: LearningSet, people: Sequence[Person], *, at: datetime
) -> Meeting:
    return a_closed_meeting(learning_set, people, at=at, lived=badly)
