"""Closed meetings as the writer would have left them, to be measured."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.process.brief import Brief, OpenAction
from askwell.process.choices import LearningAbout, Outcome
from askwell.process.commands import (
    Close,
    Keep,
    MarkOutcome,
    NextPhase,
    NoteAction,
    RecordLearning,
    Star,
)
from askwell.web.meetings import log
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from factories import NOON
from process.room import Room, attendee, opened

Lived = Callable[[Room, Sequence[str]], None]


def a_usual_slot(room: Room, people: Sequence[str]) -> None:
    """The first presents, the second facilitates; others ask and offer something."""
    presenter, facilitator, one, other = people[:4]
    room.present(presenter, by=facilitator)
    room.go_to("explore", by=facilitator)
    helped = room.say(one, "challenging_question", words="What are you assuming?")
    room.say(other, "systemic_question", words="Who else is touched by it?")
    room.say(other, "closed_question", words="Is it urgent?")
    room.say(other, "open_question", words="What would be good enough?")
    room.do(Star, presenter, contribution=helped)
    room.go_to("experience", by=facilitator)
    offer = room.say(one, "offer", words="An hour of mine")
    room.go_to("reflect_and_act", by=facilitator)
    room.do(Keep, presenter, contribution=offer)
    room.do(NoteAction, presenter, words="Ask Priya what she would keep")
    learned = {"words": "I see the pattern", "about": LearningAbout.SELF}
    room.do(RecordLearning, presenter, **learned)
    room.do(MarkOutcome, presenter, outcome=Outcome.CLARITY)


def a_closed_meeting(
    learning_set: LearningSet,
    people: Sequence[Person],
    *,
    at: datetime = NOON,
    lived: Lived = a_usual_slot,
    carried: Sequence[tuple[Person, UUID]] = (),
    **told: object,
) -> Meeting:
    """Everybody comes, the second of the people facilitates, and it is closed."""
    ids = [str(person.pk) for person in people]
    brief = Brief(
        **{"format": "classic_uk", "booked_minutes": 180, **told},
        people=tuple(attendee(each) for each in ids),
        facilitator=ids[1],
    )
    room = opened(
        brief,
        open_actions=[
            OpenAction(action_id=str(action), owner=str(owner.pk), words="Ask Priya")
            for owner, action in carried
        ],
    )
    lived(room, ids)
    room.do(NextPhase, ids[1])
    room.do(Close, ids[1], reason="Our time is up.")
    return written(learning_set, room, at=at)


def written(learning_set: LearningSet, room: Room, *, at: datetime) -> Meeting:
    """A row for the meeting, and its log as it was lived."""
    convened = room.state.brief
    meeting = Meeting.objects.create(
        learning_set=learning_set,
        format=convened.format,
        booked_minutes=convened.booked_minutes,
        starts_at=at,
        opened_at=at,
        closed_at=at,
    )
    with transaction.atomic():
        log.append({meeting.pk: (learning_set.pk, room.log)})
    meeting.refresh_from_db()
    return meeting
