"""Questions about corrections: whose they are, and what may be corrected."""

from collections.abc import Iterable
from uuid import UUID

from askwell.coach import TurnKind
from askwell.process.kinds import kind_named
from askwell.web.coaching.models import Correction
from askwell.web.coaching.queries.turns import Key, Turn, turns
from askwell.web.meetings import memory
from askwell.web.meetings.hold import MEANT
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person


def meanings_of(person: Person, meetings: Iterable[UUID]) -> dict[Key, TurnKind]:
    """How somebody means what the coach hears otherwise, as far as it can be read."""
    mine = Correction.objects.filter(author=person, meeting__in=list(meetings))
    return {
        (each.meeting_id, each.contribution): TurnKind(each.meant)
        for each in mine
        if each.meant
    }


def correctable(person: Person, meeting: Meeting, contribution: int) -> Turn | None:
    """A turn of one's own that the coach reads; for everything else there is none."""
    states = memory.states([meeting])
    found = states[meeting.pk].contributions.get(contribution)
    if found is None or found.person != str(person.pk) or found.taken_back:
        return None
    if kind_named(found.kind).family not in MEANT:
        return None
    turn = turns([(meeting, found)], states)[meeting.pk, contribution]
    return turn if turn.reading else None
