"""Fills an empty database with rooms in which people are asking open questions.

Everyone is signed in. Prints the rooms as JSON: the meeting's id, the cookies of its
people, and the head of its log. The first facilitates, the second presents.
"""

import json
import sys
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

# Django is set up by this; whatever knows a model can be imported only after it.
import askwell.web.wsgi  # noqa: F401 - only to be run

# isort: split
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from askwell.process.brief import Attendee, Brief
from askwell.process.commands import (
    Arrive,
    BeginSlot,
    Command,
    Convene,
    NextPhase,
    Open,
    StateTopic,
)
from askwell.process.people import ASKWELL
from askwell.web.meetings import log
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.sessions import proof
from askwell.web.meetings.tickets import OWN_COOKIE, Ticket, issue
from askwell.web.meetings.writer import Accepted, Outcome, Submission, Writer
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, SetMembership
from askwell.web.vault import cipher
from askwell.web.vault import operations as vault

AT_ONCE = 200
FORMAT = "virtual_60"
# What stands in the place of a password: nobody signs in with one here.
PASSWORD = "!"
TOMORROW = timezone.now() + timedelta(days=1)


@dataclass
class Room:
    """One room on its way into its explore phase."""

    meeting: uuid.UUID
    people: list[str]
    step: int = 0

    def token(self) -> str:
        self.step += 1
        return f"seed-{self.step:04d}"


def main(rooms: int, people: int) -> None:
    call_command("migrate", verbosity=0, interactive=False)
    vault.found()
    made = [_room(number, people) for number in range(rooms)]
    writer = Writer()
    for begun in range(0, rooms, AT_ONCE):
        _bring_to_explore(writer, made[begun : begun + AT_ONCE])
    head = Meeting.objects.get(pk=made[0].meeting).head
    Session.objects.bulk_create(
        Session(session_key=key, session_data="", expire_date=TOMORROW)
        for room in made
        for key in map(_session, room.people)
    )
    print(json.dumps([[str(room.meeting), _cookies(room), head] for room in made]))


def _session(person: str) -> str:
    return f"own-{uuid.UUID(person).hex}"


def _cookies(room: Room) -> list[str]:
    return [_cookie(room.meeting, person) for person in room.people]


def _cookie(meeting: uuid.UUID, person: str) -> str:
    session = _session(person)
    ticket = Ticket(meeting, person, proof=proof(session, PASSWORD))
    return f"{OWN_COOKIE}={issue(ticket)}; {settings.SESSION_COOKIE_NAME}={session}"


def _room(number: int, people: int) -> Room:
    now = timezone.now()
    here = Person.objects.bulk_create(
        Person(
            name=f"Person {n} of {number}",
            email=f"{n}.{number}@people.example",
            password=PASSWORD,
        )
        for n in range(people)
    )
    learning_set = LearningSet.objects.create(name=f"Set {number}", created_by=here[0])
    SetMembership.objects.bulk_create(
        SetMembership(
            learning_set=learning_set, person=each, joined_at=now, asked_at=now
        )
        for each in here
    )
    ids = [str(each.pk) for each in here]
    cipher.keystore().prepare(str(learning_set.pk), [ASKWELL, *ids])
    meeting = Meeting.objects.create(
        learning_set=learning_set, format=FORMAT, booked_minutes=60, starts_at=now
    )
    return Room(meeting.pk, ids)


def _bring_to_explore(writer: Writer, rooms: Sequence[Room]) -> None:
    _put(writer, rooms, _convening)
    for number in range(len(rooms[0].people)):
        _put(writer, rooms, lambda room, n=number: _arrival(room, n))
    _put(writer, rooms, lambda room: Open(by=room.people[0], token=room.token()))
    _put(writer, rooms, _slot)
    _put(writer, rooms, _topic)
    while log.state(rooms[0].meeting).phase.name != "explore":
        number = log.state(rooms[0].meeting).phase_number
        _put(writer, rooms, lambda room, n=number: _next_phase(room, n))


def _put(
    writer: Writer, rooms: Sequence[Room], command: Callable[[Room], Command]
) -> None:
    outcomes: list[Outcome] = []
    writer.write(
        [Submission(room.meeting, command(room), outcomes.append) for room in rooms]
    )
    for outcome in outcomes:
        if not isinstance(outcome, Accepted):
            raise SystemExit(f"the room could not be prepared: {outcome}")


def _convening(room: Room) -> Command:
    attendees = tuple(Attendee(person=each, agreed=True) for each in room.people)
    brief = Brief(
        format=FORMAT,
        booked_minutes=60,
        people=attendees,
        facilitator=room.people[0],
    )
    return Convene(by=ASKWELL, token=room.token(), brief=brief)


def _arrival(room: Room, number: int) -> Command:
    return Arrive(by=room.people[number], token=room.token())


def _slot(room: Room) -> Command:
    phase = log.state(room.meeting).phase_number
    return BeginSlot(
        by=room.people[0],
        token=room.token(),
        expected_phase=phase,
        presenter=room.people[1],
        reason="It is pressing",
    )


def _topic(room: Room) -> Command:
    return StateTopic(
        by=room.people[1], token=room.token(), topic="Handing over the night shift"
    )


def _next_phase(room: Room, number: int) -> Command:
    return NextPhase(by=room.people[0], token=room.token(), expected_phase=number)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
