"""A meeting that is over, and what everybody says to having its transcript read."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from askwell.process.commands import Arrive, Open
from askwell.transcripts import parse
from askwell.transcripts.transcript import Transcript as Said
from askwell.web.meetings import operations as meetings
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.writer import Accepted, Writer
from askwell.web.people.models import Person
from askwell.web.programmes.models import Belonging, LearningSet
from askwell.web.transcripts import operations
from askwell.web.transcripts.models import Transcript
from factories import NOON, a_person, a_set, is_in
from web.meetings.rooms import a_token, put_all

SECRET = "The ward sisters were never asked about the herons"
SAID = f"""WEBVTT

00:00:01.000 --> 00:00:20.000
<v Ana Sousa>I am stuck with the rota. {SECRET}.</v>

00:00:22.000 --> 00:00:26.000
<v Ben Whitlock>What would have to be true for them to ask for it?</v>

00:00:33.000 --> 00:00:50.000
<v Ana Sousa>They would have to trust me, and I am not sure they do.</v>

00:00:51.000 --> 00:00:54.000
<v Gil>You should just write to the director.</v>

00:00:55.000 --> 00:00:57.000
<v A stranger>I was never asked about any of this.</v>
"""


@dataclass
class Held:
    """Ana facilitated, Ben was there, Gil as a guest; Dee is in the set and was not."""

    ana: Person
    ben: Person
    gil: Person
    dee: Person
    learning_set: LearningSet
    meeting: Meeting

    @property
    def everybody(self) -> tuple[Person, ...]:
        return (self.ana, self.ben, self.gil, self.dee)

    def asked(self, *, origin: str = "", at: datetime = NOON) -> Transcript:
        return operations.propose(self.meeting, origin=origin, by=self.ana, at=at)

    def agreed(self) -> Transcript:
        transcript = self.asked()
        for person in (self.ben, self.gil, self.dee):
            operations.agree(transcript, by=person, at=NOON)
        return fresh(transcript)

    def read(self) -> Transcript:
        transcript = self.agreed()
        operations.put_in(transcript, said(), by=self.ana, at=NOON)
        return fresh(transcript)


def held() -> Held:
    ana, ben, dee = a_person("Ana Sousa"), a_person("Ben Whitlock"), a_person("Dee Lo")
    gil = a_person("Gil Marsh")
    learning_set = a_set(ana, ben, dee, facilitator=ana, guests=[gil], agreed=True)
    meeting = meetings.schedule(learning_set, starts_at=NOON, booked_minutes=90)
    meetings.convene(meeting)
    for person in (ana, ben, gil):
        _put(meeting, Arrive(by=str(person.pk), token=a_token()))
    _put(meeting, Open(by=str(ana.pk), token=a_token()))
    closed(meeting)
    return Held(ana, ben, gil, dee, learning_set, meeting)


def _put(meeting: Meeting, command: object) -> None:
    [outcome] = put_all(Writer(), [(meeting.pk, command)])
    assert isinstance(outcome, Accepted), outcome


def closed(meeting: Meeting) -> None:
    """Over, without the steps it would take to get there."""
    opened = NOON - timedelta(hours=2)
    Meeting.objects.filter(pk=meeting.pk).update(opened_at=opened, closed_at=NOON)
    meeting.refresh_from_db()


def said(words: str = SAID) -> Said:
    return parse(words.encode(), name="meeting")


def fresh(transcript: Transcript) -> Transcript:
    """As another request finds it."""
    related = Transcript.objects.select_related("learning_set", "meeting", "upload")
    return related.get(pk=transcript.pk)


def joins(learning_set: LearningSet, name: str = "Eve Newcomer") -> Person:
    person = a_person(name)
    is_in(learning_set, person, belonging=Belonging.MEMBER)
    return person
