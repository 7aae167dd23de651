"""Whose yes a transcript takes, and how far the set has come."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from askwell.coach import Role
from askwell.process.events import Admitted, Arrived
from askwell.web.meetings import log
from askwell.web.meetings.models import Entry, Meeting
from askwell.web.meetings.queries import meetings_held
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.queries import readers_of
from askwell.web.transcripts.models import Asked, Transcript

# With these somebody comes into a meeting.
CAME: Final = (Arrived.__name__, Admitted.__name__)


def people_to_ask(meeting: Meeting) -> dict[Person, bool]:
    """Everybody who was there or reads for the set now, and whether they were there."""
    there = _was_there(meeting)
    present = Person.objects.filter(pk__in=there)
    readers = readers_of(meeting.learning_set)
    return {person: person.pk in there for person in (*present, *readers)}


def _was_there(meeting: Meeting) -> set[UUID]:
    """As the log of the meeting has it: members, guests, whoever watched or led."""
    came = Entry.objects.filter(meeting=meeting, kind__in=CAME)
    return {UUID(each) for each in came.values_list("person", flat=True)}


def not_yet_asked(transcript: Transcript) -> dict[Person, bool]:
    """Who has joined the set, or the meeting opened anew, since everybody was asked."""
    asked = set(transcript.asked.values_list("person_id", flat=True))
    people = people_to_ask(transcript.meeting)
    return {who: there for who, there in people.items() if who.pk not in asked}


def all_said_yes(transcript: Transcript) -> bool:
    """Also whoever has joined the set since."""
    silent = Asked.objects.silent().filter(transcript=transcript)
    return not silent.exists() and not not_yet_asked(transcript)


def people_who_agreed(transcript: Transcript) -> list[Person]:
    """Who may be a speaker: those who were there before those who were not, by name."""
    yes = transcript.asked.filter(agreed_at__isnull=False).select_related("person")
    return [one.person for one in yes.order_by("-was_there", "person__name")]


def parts_in(meeting: Meeting) -> dict[str, Role]:
    """What the log says of who presented, and who facilitated from end to end.

    Where they took turns facilitating, each was a member in the others' time.
    """
    state = log.state(meeting.pk)
    presenters = {slot.presenter for slot in state.slots}
    led = {slot.facilitator for slot in state.slots} or {state.facilitator}
    parts = dict.fromkeys(presenters, Role.PRESENTER)
    if len(led) == 1 and (only := led.pop()) and only not in presenters:
        parts[only] = Role.FACILITATOR
    return parts


@dataclass(frozen=True)
class Standing:
    """How far it is; never who has not said yes."""

    said_yes: int
    asked: int

    @property
    def is_unanimous(self) -> bool:
        return self.said_yes == self.asked


def standing_of(transcript: Transcript) -> Standing:
    people = list(Asked.objects.concerned().filter(transcript=transcript))
    joined = len(not_yet_asked(transcript))
    yes = sum(each.agreed_at is not None for each in people)
    return Standing(said_yes=yes, asked=len(people) + joined)


def unread_meetings(learning_set: LearningSet) -> QuerySet[Meeting]:
    """Those that may be asked about: held, and neither asked nor declined yet."""
    stands = Transcript.objects.filter(
        Q(outcome="") | Q(outcome=Transcript.Outcome.DECLINED), meeting=OuterRef("pk")
    )
    return meetings_held(learning_set).exclude(Exists(stands))


def own_answer(person: Person, transcript: Transcript) -> Asked | None:
    """What a person was asked, and whether they said yes."""
    return (
        Asked.objects.concerned().filter(transcript=transcript, person=person).first()
    )


def transcripts_of(learning_set: LearningSet) -> QuerySet[Transcript]:
    """All of a set, the newest meeting first; what has ended among them."""
    rows = Transcript.objects.filter(learning_set=learning_set)
    return rows.select_related("meeting", "upload").order_by(
        "-meeting__starts_at", "-proposed_at"
    )


def transcripts_agreed_to(
    person: Person, learning_set: LearningSet
) -> QuerySet[Transcript]:
    """Those of a set that stand, among others, on this person's yes."""
    yes = Asked.objects.filter(person=person, agreed_at__isnull=False)
    own = Transcript.objects.alive().filter(learning_set=learning_set)
    return own.filter(asked__in=yes).order_by("-meeting__starts_at")
