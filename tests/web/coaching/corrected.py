"""Meetings at which questions were asked, and corrections of how they were read."""

from askwell.coach import TurnKind
from askwell.process import commands as ask
from askwell.web.coaching import operations
from askwell.web.coaching.models import Correction
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from factories import NOON
from web.learning.held import Set
from web.meetings.rooms import a_token

ADVICE = "You should tell Priya at Harbour Lane straight, on 020 7946 0958."
OPEN = "What matters most to you here?"
TOPIC = "The rota that nobody wants"


def exploring(one: Set) -> Meeting:
    """Ana presents, and the set explores."""
    meeting = one.begun(NOON)
    ana = str(one.ana.pk)
    one.step(meeting, ask.BeginSlot, presenter=ana, reason="So we agreed.")
    one.put(meeting, ask.StateTopic(by=ana, token=a_token(), topic=TOPIC))
    one.go_to(meeting, "explore")
    meeting.refresh_from_db()
    return meeting


def says(
    one: Set, meeting: Meeting, who: Person, words: str = ADVICE, kind: str = ""
) -> int:
    number = one.say(meeting, who, kind or "open_question", words)
    meeting.refresh_from_db()
    return number


def corrects(
    meeting: Meeting,
    number: int,
    by: Person,
    meant: TurnKind = TurnKind.OPEN_QUESTION,
) -> Correction | None:
    return operations.correct(meeting, number, by=by, meant=meant, at=NOON)
