"""A meeting that was held while a trainer, let in by all, watched."""

from typing import Any
from uuid import UUID

from django.utils import timezone

from askwell.facilitation.pathways import OURS
from askwell.web.demo.operations import person
from askwell.web.enrolments.models import Enrolment
from askwell.web.feedback.operations import own, watching
from askwell.web.meetings import operations as meetings
from askwell.web.meetings.models import Meeting
from askwell.web.passports.operations import adopting
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.operations import admit, agree
from askwell.web.programmes.queries import current_contract, members_of, standing_in
from browser.arrange import sets
from browser.arrange.meetings import Play
from factories import a_partner, a_programme

NUMBERS = {
    "lessons": 0,
    "coached_questions": 0,
    "practice_slots": 0,
    "observed_slots": 1,
    "log_entries": 1,
}


def make(*, members: list[str], facilitator: str, trainer: str) -> dict[str, Any]:
    """Their programme asks for one observed slot and one line in the log."""
    made = sets.make(members=members, facilitator=facilitator)
    learning_set = LearningSet.objects.get(pk=UUID(made["id"]))
    _programme(facilitator, trainer)
    _let_in(learning_set, facilitator, trainer)
    now, lead = timezone.now(), made["people"][facilitator]
    meeting = meetings.schedule(learning_set, starts_at=now, booked_minutes=60)
    play = Play(
        meeting,
        [*made["people"].values()],
        lead=lead,
        presenter=made["people"][members[0]],
        watching=[str(person(trainer).pk)],
    )
    play.until("the end")
    _writes_a_line(meeting, facilitator)
    return {"set": str(learning_set.pk), "meeting": str(meeting.pk)}


def _programme(facilitator: str, trainer: str) -> None:
    """Both take part in it, so that they can find each other."""
    programme = a_programme(person(trainer))
    partner = a_partner(programme)
    for key in (facilitator, trainer):
        Enrolment.objects.create(
            programme=programme,
            partner=partner,
            email=person(key).email,
            name=person(key).name,
            person=person(key),
            status=Enrolment.Status.JOINED,
        )
    adopted = adopting.switch_on(
        programme, OURS.name, by=person(trainer), at=timezone.now()
    )
    adopting.renumber(adopted, NUMBERS, at=timezone.now())


def _let_in(learning_set: LearningSet, facilitator: str, trainer: str) -> None:
    now, watches = timezone.now(), person(trainer)
    asked = watching.ask_to_observe(
        learning_set, watches, by=person(facilitator), at=now
    )
    newcomer = watching.agree(asked, by=watches, at=now)
    for member in members_of(learning_set):
        admit(newcomer, by=member, at=now)
    contract = current_contract(learning_set)
    for each in standing_in(learning_set):
        agree(learning_set, read=contract.version, by=each, at=now)


def _writes_a_line(meeting: Meeting, facilitator: str) -> None:
    now, by = timezone.now(), person(facilitator)
    words = "I waited longer than was comfortable."
    own.keep_line(by=by, on=now.date(), words=words, meeting_key=meeting.pk, at=now)
