"""What helps to tell whose a name is: how often they spoke, and how they began."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.forms import BoundField
from django.utils.text import Truncator

from askwell.transcripts.transcript import Transcript


@dataclass(frozen=True)
class Voice:
    """One name in the transcript, with the fields to say whose it is."""

    name: str
    turns: int
    first: str
    person: BoundField
    role: BoundField


def heard(
    said: Transcript, fields: Iterable[tuple[str, BoundField, BoundField]]
) -> Iterator[Voice]:
    turns: dict[str, int] = {}
    first: dict[str, str] = {}
    for name, cues in groupby(said.cues, key=lambda cue: cue.speaker):
        turns[name] = turns.get(name, 0) + 1
        words = " ".join(each.text for each in cues)
        # The longest of the first few says more than "Hello".
        if turns[name] <= 5 and len(words) > len(first.get(name, "")):  # noqa: PLR2004
            first[name] = words
    for name, person, role in fields:
        begun = Truncator(first.get(name, "")).chars(90)
        yield Voice(name, turns.get(name, 0), begun, person, role)
