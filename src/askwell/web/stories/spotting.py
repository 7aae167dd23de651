"""Finds what in a text may point at somebody: names, addresses, numbers. Pure.

It cannot know nicknames, job titles or what everybody can guess: its caller says so.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Sort(StrEnum):
    """What was found."""

    PERSON = "person"
    OWNER = "owner"
    ORGANISATION = "organisation"
    SET = "set"
    ADDRESS = "address"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Known:
    """A name to look for, and whose it is."""

    sort: Sort
    name: str
    person: UUID | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Something found, as it first stands there, and who it could be."""

    sort: Sort
    words: str
    people: tuple[UUID, ...] = ()

    @property
    def key(self) -> str:
        """The same for the same thing, however it is written."""
        return folded(self.words)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    sort: Sort
    person: UUID | None = None


ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[^\s<>()]+", re.I
)
NUMBER = re.compile(r"\+?\(?\d(?:[ ./()-]{0,2}\d){6,}")
SHORTEST_PART = 2
# Where the next word is the first of a sentence.
SENTENCE = re.compile(r"(?:^|[.!?…]\s+|\n\s*|[“‘])[\"“‘(]*$")
# "Ben's idea", "Bens Idee": the name is Ben.
ENDING = r"(?=(?:['’]?s)?(?!\w))"


def spotted(texts: Sequence[str], known: Iterable[Known]) -> list[Spot]:
    """Each thing once, in the order in which it first stands there."""
    names = list(known)
    spots: dict[str, Spot] = {}
    for text in texts:
        for each, people in _of(text, names):
            spot = Spot(each.sort, text[each.start : each.end], people)
            spots.setdefault(spot.key, spot)
    return list(spots.values())


def replaced(text: str, spot: Spot, by: str) -> str:
    """The text with something else wherever that thing stands, as a sentence begins."""
    pattern = _pattern(spot.words, starts_word=spot.sort not in UNBOUND)
    flat, parts, last = folded(text), [], 0
    for match in pattern.finditer(flat):
        before = text[: match.start()]
        parts += [before[last:], _begun(by) if SENTENCE.search(before) else by]
        last = match.end()
    return "".join([*parts, text[last:]])


UNBOUND = (Sort.ADDRESS, Sort.NUMBER)


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


def folded(text: str) -> str:
    """Small letters without accents; as many signs as before."""
    return "".join(_plain(sign) for sign in text)


def _plain(sign: str) -> str:
    return (unicodedata.normalize("NFKD", sign)[0].casefold() or sign)[0]


def _of(text: str, names: list[Known]) -> Iterator[tuple[_Found, tuple[UUID, ...]]]:
    """Whatever was found, the longest where several overlap, and all it could be."""
    found = sorted(_all(text, names), key=lambda each: (each.start, -each.end))
    end = 0
    for each in found:
        if each.start < end:
            continue
        end = each.end
        same = [one for one in found if (one.start, one.end) == (each.start, each.end)]
        people = dict.fromkeys(one.person for one in same if one.person)
        yield each, tuple(people)


def _all(text: str, names: list[Known]) -> Iterator[_Found]:
    for pattern, sort in ((ADDRESS, Sort.ADDRESS), (NUMBER, Sort.NUMBER)):
        for match in pattern.finditer(text):
            yield _Found(match.start(), match.end(), sort)
    flat = folded(text)
    for known in names:
        for start, end in _places(text, flat, known):
            yield _Found(start, end, known.sort, known.person)


def _places(text: str, flat: str, known: Known) -> Iterator[tuple[int, int]]:
    """Where a whole name stands, or a part of a person's name with a great letter."""
    for match in _pattern(known.name).finditer(flat):
        yield match.span()
    if known.sort not in (Sort.PERSON, Sort.OWNER):
        return
    for part in re.findall(r"\w+", known.name):
        if len(part) < SHORTEST_PART:
            continue
        for match in _pattern(part).finditer(flat):
            if not text[match.start()].islower():
                yield match.span()


def _pattern(name: str, *, starts_word: bool = True) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(each) for each in folded(name).split())
    if not starts_word or not words or not _has_case(name):
        return re.compile(words or r"(?!)")
    return re.compile(rf"(?<!\w){words}{ENDING}")


def _has_case(name: str) -> bool:
    """Scripts without great letters put no space between words, either."""
    return name.lower() != name.upper()
