"""Reads what was said and keeps none of it: only who spoke, and what kind of turn."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

from askwell import coach, transcripts
from askwell.process import State
from askwell.process.listening import Turn
from askwell.process.people import PersonId
from askwell.web.meetings.captions.names import whose
from askwell.web.meetings.ear import heard_as
from askwell.web.meetings.hearing import Hearing, previous

LONGEST: Final = 4000


def turns_in(
    said: bytes, state: State, names: Mapping[PersonId, str], *, most: int
) -> tuple[Turn, ...]:
    """The first turns of which the coach is sure, in order; at `most` so many.

    `said` holds WebVTT or "Name: words", line by line. Raises `Unreadable` where it
    makes no sense; what that says quotes nothing of it.
    """
    found = transcripts.parse_text(said, name="captions")
    here = {person: names.get(person, "") for person in state.here}
    spoken = (
        (
            whose(each.speaker, here),
            " ".join(sentence.text for sentence in each.sentences)[:LONGEST],
        )
        for each in transcripts.turns_of(found)
    )
    return tuple(islice(_read(spoken, state), most))


def _read(
    spoken: Iterable[tuple[PersonId | None, str]], state: State
) -> Iterator[Turn]:
    """The presenter's words are never judged; they are what others answer to."""
    slot = state.slot.number if state.slot else None
    before = previous(state, slot)
    phase = state.phase.name if state.phase else ""
    for person, words in spoken:
        if person is not None and person == state.presenter:
            before = words
            continue
        read = heard_as(words, Hearing(phase, coach.Role.MEMBER, before))
        if read is not None:
            yield Turn(person=person, heard_as=read)
