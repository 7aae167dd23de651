"""Reads what was said and keeps none of it: only who spoke, and what kind of turn."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from askwell import coach, transcripts
from askwell.process import State
from askwell.process.choices import HeardAs
from askwell.process.listening import Turn
from askwell.process.people import PersonId
from askwell.web.meetings.captions.names import whose

LONGEST: Final = 4000


def turns_in(
    said: bytes, state: State, names: Mapping[PersonId, str]
) -> tuple[Turn, ...]:
    """The turns of which the coach is sure, in order.

    `said` holds WebVTT or "Name: words", line by line. Raises `Unreadable` where it
    makes no sense; what that says quotes nothing of it.
    """
    found = transcripts.parse(said, name="captions")
    here = {person: names.get(person, "") for person in state.here}
    spoken = (
        (
            whose(each.speaker, here),
            " ".join(sentence.text for sentence in each.sentences)[:LONGEST],
        )
        for each in transcripts.turns_of(found)
    )
    return tuple(_read(spoken, state))


def _read(
    spoken: Iterable[tuple[PersonId | None, str]], state: State
) -> Iterator[Turn]:
    """The presenter's words are never judged; they are what others answer to."""
    previous, phase = None, state.phase.name if state.phase else None
    for person, words in spoken:
        if person is not None and person == state.presenter:
            previous = words
            continue
        reading = coach.read(
            words, phase=phase, role=coach.Role.MEMBER, previous=previous
        )
        if reading.reason or reading.hint:
            yield Turn(person=person, heard_as=HeardAs(reading.kind.value))
