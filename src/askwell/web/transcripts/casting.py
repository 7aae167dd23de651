"""Who the names in a transcript are: guessed from those who were there, then put right.

The words of whoever is nobody we know are left out: only who was asked said yes.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace

from askwell.coach import Role
from askwell.transcripts.transcript import Transcript
from askwell.web.people.models import Person


@dataclass(frozen=True, slots=True)
class Part:
    """One name in the file: whose it is, and which part they had.

    Without a person it is nobody of the set; without a role the part is told from
    what they said.
    """

    person: str = ""
    role: str = ""


Cast = Mapping[str, Part]


def written(cast: Cast) -> str:
    parts = {name: asdict(part) for name, part in cast.items()}
    return json.dumps(parts, ensure_ascii=False)


def read(words: str) -> Cast:
    return {name: Part(**part) for name, part in json.loads(words).items()}


def names_in(said: Transcript) -> list[str]:
    """In the order in which they first spoke; nobody's words come under no name."""
    return list(dict.fromkeys(each.speaker for each in said.cues))


def guess(
    said: Transcript, people: Iterable[Person], roles: Mapping[str, Role]
) -> Cast:
    """By names that are the same, or that can only be meant for one of them."""
    known = list(people)
    return {name: _part(name, known, roles) for name in names_in(said)}


def _part(name: str, people: list[Person], roles: Mapping[str, Role]) -> Part:
    meant = _meant(name, people)
    if meant is None:
        return Part()
    person = str(meant.pk)
    return Part(person, roles.get(person, ""))


def _meant(name: str, people: list[Person]) -> Person | None:
    """Nobody rather than somebody who may be another."""
    words = _words(name)
    if not words:
        return None
    for fits in (_is_all_of, _begins_like, _has_first_name):
        found = [each for each in people if fits(words, _words(each.name))]
        if len(found) == 1:
            return found[0]
    return None


def _is_all_of(words: list[str], name: list[str]) -> bool:
    """In any order: "Okafor, Amara" is Amara Okafor."""
    return sorted(words) == sorted(name)


def _begins_like(words: list[str], name: list[str]) -> bool:
    """Amara O is Amara Okafor, and so is Amara Ngozi Okafor."""
    same_first = words[:1] == name[:1]
    return same_first and len(words) > 1 and name[-1].startswith(words[-1])


def _has_first_name(words: list[str], name: list[str]) -> bool:
    return words == name[:1]


def _words(name: str) -> list[str]:
    """Without accents, capitals, and what programs add in brackets."""
    bare = re.sub(r"[(\[|].*", "", name)
    plain = unicodedata.normalize("NFKD", bare).casefold()
    return re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)))


def only(said: Transcript, names: Iterable[str]) -> Transcript:
    """Without the words of everybody else: nobody asked them."""
    known = frozenset(names)
    cues = tuple(each for each in said.cues if each.speaker in known)
    return replace(said, cues=cues)
