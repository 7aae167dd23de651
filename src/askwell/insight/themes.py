"""Themes: what published texts of several sets have in common, in their own words.

Only words that people of at least two sets use count at all: they alone bring texts
together and give a theme its name, so that no theme tells what one set alone has
written. Texts that point the same way are brought together, the most alike first, as
long as the groups are alike on average (average linkage). A group is a theme only with
texts of at least two sets and two people. Same texts, same themes.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import log
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from askwell.likeness import STOP_WORDS, directions

FEWEST_SETS = FEWEST_PEOPLE = 2
# Groups less alike than this on average stay apart.
ALIKE = 0.25
MOST_DIRECTIONS = 48
# Of few texts, a word that all of them share would otherwise count for nothing.
BLANK = 10
# The newest ones: linking more at once would take minutes and name nothing better.
MOST_TEXTS = 500
MOST_WORDS, FEWEST_WORDS = 4, 2
SHORTEST, STEM = 4, 5
# How people begin, rather than what they write of.
FILLING = frozenset(
    re.findall(
        r"\w+",
        """
        also always another anybody anything asked asking back because became
        become began came come could didn doesn done even ever every everybody
        everyone everything felt first found gave give goes going half happened help
        helped here into just knew know last learn learned learning learnt least
        less like little look made make many maybe might more much must myself
        need never next nobody nothing often once open others people perhaps
        person question questions quite rather really right said same seen
        seemed set several should since some somebody something still story such
        sure take taken team than thank their them then there these they thing
        things think this those though thought three through time today together
        told took tried truly try turned under until upon used very want wanted
        week weeks well went were what when where which while whom whose will
        with within without work worked working would year years
        """,
    )
)

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Text:
    """One published text, and whose it is."""

    id: UUID
    words: str
    learning_set: UUID
    person: UUID


@dataclass(frozen=True, slots=True)
class Found:
    """A theme: the words that tell it, the most telling first, and its texts."""

    words: tuple[str, ...]
    texts: tuple[UUID, ...]


def themes_in(texts: Sequence[Text], *, names: Collection[str] = ()) -> list[Found]:
    """The themes with most texts first; `names` are never a part of any.

    Texts are taken in the order given, the newest last.
    """
    kept = texts[-MOST_TEXTS:]
    told = _Told(kept, _parts(names))
    found = [
        Found(words, tuple(kept[each].id for each in group))
        for group in _groups(told.bare)
        if _is_shared(kept[each] for each in group)
        and len(words := told.words_of(group)) >= FEWEST_WORDS
    ]
    return sorted(found, key=lambda each: (-len(each.texts), each.words))


def still_shared(words: Sequence[str], texts: Sequence[Text]) -> tuple[str, ...]:
    """Of a theme's words those that its texts still share; none if it is no more."""
    used = [{one[:STEM] for one in _words(each.words, ())} for each in texts]
    left = tuple(
        word
        for word in words
        if _is_shared(
            text
            for text, stems in zip(texts, used, strict=True)
            if word[:STEM] in stems
        )
    )
    return left if len(left) >= FEWEST_WORDS else ()


def _parts(names: Iterable[str]) -> frozenset[str]:
    return frozenset(
        part for name in names for part in re.findall(r"\w+", name.casefold())
    )


def _is_shared(texts: Iterable[Text]) -> bool:
    known = list(texts)
    sets = {each.learning_set for each in known}
    people = {each.person for each in known}
    return len(sets) >= FEWEST_SETS and len(people) >= FEWEST_PEOPLE


def _groups(bare: Sequence[str]) -> list[list[int]]:
    """Which texts belong together, each in one group."""
    told = [*bare, *[""] * BLANK]
    pointing = directions(told, dimensions=min(MOST_DIRECTIONS, len(told)))
    known = [number for number, each in enumerate(pointing) if each]
    if not known:
        return []
    along = np.array([pointing[number] for number in known])
    return [[known[each] for each in group] for group in _linked(along @ along.T)]


def _linked(alike: Matrix) -> list[list[int]]:
    """Average linkage, until no two groups are alike enough."""
    groups = {number: [number] for number in range(len(alike))}
    table = alike.copy()
    np.fill_diagonal(table, -np.inf)
    while len(groups) > 1:
        one, other = divmod(int(table.argmax()), len(table))
        if table[one, other] < ALIKE:
            break
        weights = np.array([len(groups[one]), len(groups[other])], float)
        joined = np.average(table[[one, other]], axis=0, weights=weights)
        table[one], table[:, one] = joined, joined
        table[one, one] = table[other] = table[:, other] = -np.inf
        groups[one] = sorted([*groups[one], *groups.pop(other)])
    return list(groups.values())


class _Told:
    """The stems that texts share across sets, and how their words are written."""

    def __init__(self, texts: Sequence[Text], hidden: Collection[str]) -> None:
        self.texts = texts
        self.forms: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self.used_by: dict[str, set[int]] = defaultdict(set)
        words = [_words(each.words, hidden) for each in texts]
        for number, word in (
            (at, one) for at, each in enumerate(words) for one in each
        ):
            self.forms[word[:STEM]][word] += 1
            self.used_by[word[:STEM]].add(number)
        self.shared = {
            stem
            for stem, used in self.used_by.items()
            if _is_shared(texts[each] for each in used)
        }
        self.bare = [
            " ".join(one[:STEM] for one in each if one[:STEM] in self.shared)
            for each in words
        ]

    def words_of(self, group: Sequence[int]) -> tuple[str, ...]:
        """At most four, each used by half of the group, and by two sets and people."""
        here = set(group)
        scored = [
            (self._score(used & here, used), stem)
            for stem, used in self.used_by.items()
            if 2 * len(used & here) >= len(here)
            and _is_shared(self.texts[each] for each in used & here)
        ]
        best = sorted(scored, key=lambda each: (-each[0], each[1]))[:MOST_WORDS]
        return tuple(self._form(stem) for _, stem in best)

    def _score(self, here: set[int], everywhere: set[int]) -> float:
        """Used by many of the group, and by few others."""
        return len(here) * log((1 + len(self.texts)) / len(everywhere))

    def _form(self, stem: str) -> str:
        """As it is written most often."""
        forms = self.forms[stem]
        return min(forms, key=lambda each: (-forms[each], each))


def _words(words: str, hidden: Collection[str]) -> list[str]:
    """Those that can tell something: no names, no addresses, nothing with a number."""
    plain = re.sub(r"\S+@\S+|https?://\S+", " ", words.casefold())
    found = (each for each in re.findall(r"[^\W_]+", plain))
    return [each for each in found if each not in hidden and _tells(each)]


def _tells(word: str) -> bool:
    known = word in STOP_WORDS or word in FILLING
    return len(word) >= SHORTEST and word.isalpha() and not known
