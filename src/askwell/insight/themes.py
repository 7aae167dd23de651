"""Themes: what published texts of several sets have in common, in their own words.

Texts that point the same way are brought together, the most alike first, as long as
the groups are alike on average (average linkage). A group is a theme only with texts
of at least two sets and two people, and with words that at least two sets use: no
theme is named by what one of them alone has written. Same texts, same themes.
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
ALIKE = 0.5
# So few directions that alike texts share one, and so many that others do not.
DIRECTIONS, FEWEST_DIRECTIONS, MOST_DIRECTIONS = 0.7, 3, 48
# The newest ones: linking more at once would take minutes and name nothing better.
MOST_TEXTS = 1000
MOST_WORDS, FEWEST_WORDS = 4, 2
SHORTEST, STEM = 4, 5
# How people begin, rather than what they write of.
FILLING = frozenset(
    re.findall(
        r"\w+",
        """
        also always another anybody anything asked asking back because became
        become began came come could didn doesn done even ever every everybody
        everyone everything felt first found gave give goes going happened help
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
    hidden = _parts(names)
    bare = [_without(each.words, hidden) for each in kept]
    telling = _Telling(kept, bare)
    found = [
        Found(words, tuple(kept[each].id for each in group))
        for group in _groups(bare)
        if _is_shared(kept[each] for each in group)
        and len(words := telling.words_of(group)) >= FEWEST_WORDS
    ]
    return sorted(found, key=lambda each: (-len(each.texts), each.words))


def _parts(names: Iterable[str]) -> frozenset[str]:
    return frozenset(
        part for name in names for part in re.findall(r"\w+", name.casefold())
    )


def _without(words: str, hidden: Collection[str]) -> str:
    """The words but for names, addresses and anything with a number in it."""
    plain = re.sub(r"\S+@\S+|https?://\S+", " ", words.casefold())
    kept = (each for each in re.findall(r"[^\W_]+", plain))
    return " ".join(each for each in kept if each not in hidden and each.isalpha())


def _is_shared(texts: Iterable[Text]) -> bool:
    known = list(texts)
    sets = {each.learning_set for each in known}
    people = {each.person for each in known}
    return len(sets) >= FEWEST_SETS and len(people) >= FEWEST_PEOPLE


def _groups(bare: Sequence[str]) -> list[list[int]]:
    """Which texts belong together, each in one group."""
    many = min(MOST_DIRECTIONS, round(len(bare) ** DIRECTIONS))
    pointing = directions(bare, dimensions=max(FEWEST_DIRECTIONS, many))
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


class _Telling:
    """Which words tell a group of texts from all the others."""

    def __init__(self, texts: Sequence[Text], bare: Sequence[str]) -> None:
        self.texts = texts
        self.forms: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self.used_by: dict[str, set[int]] = defaultdict(set)
        for number, words in enumerate(bare):
            for word in words.split():
                if _tells(word):
                    self.forms[word[:STEM]][word] += 1
                    self.used_by[word[:STEM]].add(number)

    def words_of(self, group: Sequence[int]) -> tuple[str, ...]:
        """At most four, each used by at least two sets and people of the group."""
        here = set(group)
        scored = [
            (self._score(used & here, used), stem)
            for stem, used in self.used_by.items()
            if _is_shared(self.texts[each] for each in used & here)
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


def _tells(word: str) -> bool:
    return len(word) >= SHORTEST and word not in STOP_WORDS and word not in FILLING
