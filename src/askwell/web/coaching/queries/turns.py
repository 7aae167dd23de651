"""What was said in meetings, and how the coach reads it, anew whenever it is asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from askwell import coach
from askwell.coach import Reading
from askwell.process.records import Contribution
from askwell.process.state import State
from askwell.web.meetings import memory
from askwell.web.meetings.hearing import Hearing, hearing_of
from askwell.web.meetings.memory import Spoken
from askwell.web.meetings.models import Meeting

Key = tuple[UUID, int]
"""A meeting and the number of a contribution."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A contribution, its words as they can still be read, and its reading."""

    meeting: UUID
    contribution: Contribution
    words: str
    heard: Hearing
    reading: Reading | None
    """None for what was said aloud, or can no longer be read."""


def turns(
    wanted: Iterable[tuple[Meeting, Contribution]], states: Mapping[UUID, State]
) -> dict[Key, Turn]:
    """All of them in one query; states are those that `memory.states` gives."""
    asked = list(wanted)
    meetings = {meeting.pk: meeting for meeting, _each in asked}
    heard = {
        (meeting.pk, each.number): hearing_of(states[meeting.pk], each)
        for meeting, each in asked
    }
    places = {
        Spoken(meeting.pk, place)
        for meeting, each in asked
        for place in (each.words, heard[meeting.pk, each.number].previous)
        if place
    }
    said = memory.opened(places, meetings)
    return {
        (meeting.pk, each.number): _turn(
            meeting.pk, each, heard[meeting.pk, each.number], said
        )
        for meeting, each in asked
    }


def _turn(
    meeting: UUID, contribution: Contribution, heard: Hearing, said: dict[Spoken, str]
) -> Turn:
    words = said.get(Spoken(meeting, contribution.words or ""), "")
    before = said.get(Spoken(meeting, heard.previous or ""))
    heard = Hearing(heard.phase, heard.role, before)
    return Turn(meeting, contribution, words, heard, _reading(words, heard))


def _reading(words: str, heard: Hearing) -> Reading | None:
    if not words:
        return None
    return coach.read(
        words, phase=heard.phase, role=heard.role, previous=heard.previous
    )
