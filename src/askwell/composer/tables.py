"""Turns a brief into arrays; nothing in them grows faster than the number of people.

How to use it with `scoring`:

    tables = tabulate(brief)
    members = tables.places(("anna", "ben", "chris"))   # ids -> int64 array
    parts = scoring.parts_of(tables.arrays, members)    # in the order of wishes.PARTS
    scoring.quality_of(tables.arrays, parts)

People and facilitators are numbered in the order of the brief.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from askwell.composer.brief import Brief, Facilitator
from askwell.composer.wishes import MIXED, PARTS, WISHES, Alike, Apart, Poorest

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

# Bits of availability in one word; fewer than 63, so that no word is ever negative.
WORD = 60
# A reporting line longer than this is a fault in the data, not an organisation.
STOREYS = 100
# Stands for "no limit".
ANY = 1 << 30


class Neighbours(NamedTuple):
    """Who goes with whom: `who[at[a]:at[a + 1]]`, sorted."""

    at: Ints
    who: Ints


class Arrays(NamedTuple):
    """A brief as numbers; `n` people, `f` facilitators.

    A named tuple because compiled functions take it as it is.
    """

    # People.
    codes: Ints  # (n, mixed wishes): which kind somebody is
    kinds: Ints  # (mixed wishes): how many kinds there are
    directions: Floats  # (n, dimensions): of length 1, or 0 where not known
    known: Floats  # (n): 1 where the direction is known
    free: Ints  # (n, words)
    level: Ints  # (n)
    organisation: Ints  # (n)
    met: Neighbours  # who sat with whom before
    line: Neighbours  # who is above or below whom, as deep as the brief asks
    must: Neighbours
    must_not: Neighbours
    rivals: Neighbours  # of organisations, not of people
    # Facilitators.
    leader_free: Ints  # (f, words)
    leader_person: Ints  # (f): which person they are, or -1
    capacity: Ints  # (f)
    below: Neighbours  # facilitator -> people in whose line they stand
    # Rules and wishes.
    sets: int  # 0: the composer chooses
    size_min: int
    size_max: int
    min_common: int
    max_per_organisation: int
    min_organisations: int
    level_gap: int
    unlike: bool
    weights: Floats  # in the order of wishes.PARTS
    fairness_weight: float
    fairness_share: float


@dataclass(frozen=True, slots=True)
class Tables:
    """The arrays of a brief, and which id has which number."""

    arrays: Arrays
    people: tuple[str, ...]
    facilitators: tuple[str, ...]
    place: Mapping[str, int]
    place_of_facilitator: Mapping[str, int]

    def places(self, ids: Iterable[str]) -> Ints:
        """The numbers of these people."""
        return np.array([self.place[who] for who in ids], dtype=np.int64)


def tabulate(brief: Brief) -> Tables:
    """Pairs, locks and histories that name nobody of the brief are left out."""
    place = {person.id: at for at, person in enumerate(brief.people)}
    managers = dict(brief.managers) | {
        person.id: person.manager for person in brief.people if person.manager
    }
    return Tables(
        arrays=_arrays(brief, place, managers),
        people=tuple(place),
        facilitators=tuple(each.id for each in brief.facilitators),
        place=place,
        place_of_facilitator={e.id: at for at, e in enumerate(brief.facilitators)},
    )


def _arrays(
    brief: Brief, place: Mapping[str, int], managers: Mapping[str, str]
) -> Arrays:
    people, leaders, rules = brief.people, brief.facilitators, brief.rules
    n = len(people)
    columns = [_coded([wish.of(person) for person in people]) for wish in MIXED]
    directions = _directions(brief)
    words = _words([p.available for p in people] + [e.available for e in leaders])
    names = {p.organisation: None for p in people}
    offices = {name: code for code, name in enumerate(names)}
    return Arrays(
        codes=np.stack([codes for codes, _ in columns], axis=1),
        kinds=np.array([kinds for _, kinds in columns], dtype=np.int64),
        directions=directions,
        known=(directions * directions).sum(axis=1).round(),
        free=_masks([person.available for person in people], words),
        level=np.array([person.level for person in people], dtype=np.int64),
        organisation=np.array([offices[p.organisation] for p in people], np.int64),
        met=_both_ways(_group_pairs(_earlier(brief), place), n),
        line=_both_ways(_line_pairs(brief, place, managers), n),
        must=_both_ways(_named(brief.must, place), n),
        must_not=_both_ways(_named(brief.must_not, place), n),
        rivals=_both_ways(_group_pairs(brief.exclusive, offices), len(offices)),
        leader_free=_masks([leader.available for leader in leaders], words),
        leader_person=np.array(
            [place.get(e.person or "", -1) for e in leaders], dtype=np.int64
        ),
        capacity=np.array([leader.capacity for leader in leaders], dtype=np.int64),
        below=_neighbours(_below(brief, place, managers), len(leaders)),
        sets=rules.sets or 0,
        size_min=rules.size_min,
        size_max=rules.size_max,
        min_common=rules.min_common_blocks,
        max_per_organisation=(
            ANY if rules.max_per_organisation is None else rules.max_per_organisation
        ),
        min_organisations=rules.min_organisations,
        level_gap=ANY if rules.level_gap is None else rules.level_gap,
        unlike=brief.unlike,
        weights=np.array([float(brief.weights.get(name, 0.0)) for name in PARTS]),
        fairness_weight=_fairness_weight(brief),
        fairness_share=float(brief.fairness_share),
    )


def _fairness_weight(brief: Brief) -> float:
    names = [wish.name for wish in WISHES if isinstance(wish, Poorest)]
    return float(sum(brief.weights.get(name, 0.0) for name in names))


def _coded(values: Sequence[object]) -> tuple[Ints, int]:
    codes: dict[object, int] = {}
    found = [codes.setdefault(value, len(codes)) for value in values]
    return np.array(found, dtype=np.int64), len(codes)


def _directions(brief: Brief) -> Floats:
    given = [wish.of for wish in WISHES if isinstance(wish, Alike)]
    raw = [of(person) for of in given for person in brief.people]
    width = max((len(row) for row in raw), default=0)
    filled = np.zeros((len(brief.people), max(width, 1)))
    for at, row in enumerate(raw):
        filled[at, : len(row)] = row
    lengths = np.sqrt((filled * filled).sum(axis=1))
    # Where all is 0 there is no direction, and so nothing to divide by.
    return filled / np.where(lengths > 0, lengths, 1.0)[:, None]


def _words(masks: Sequence[int]) -> int:
    longest = max((mask.bit_length() for mask in masks), default=0)
    return max(1, math.ceil(longest / WORD))


def _masks(masks: Sequence[int], words: int) -> Ints:
    low = (1 << WORD) - 1
    rows = [[(mask >> (WORD * w)) & low for w in range(words)] for mask in masks]
    return np.array(rows, dtype=np.int64).reshape(len(masks), words)


def _earlier(brief: Brief) -> Iterator[frozenset[str]]:
    for wish in WISHES:
        if isinstance(wish, Apart):
            yield from wish.groups(brief)


def _group_pairs(
    groups: Iterable[Iterable[str]], place: Mapping[str, int]
) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    for group in groups:
        known = [place[who] for who in group if who in place]
        pairs.extend((a, b) for a in known for b in known if a < b)
    return pairs


def _named(
    pairs: Iterable[tuple[str, str]], place: Mapping[str, int]
) -> list[tuple[int, int]]:
    return [
        (place[a], place[b])
        for a, b in pairs
        if a in place and b in place and place[a] != place[b]
    ]


def line_above(
    who: str, managers: Mapping[str, str], depth: int | None
) -> Iterator[str]:
    """Whom somebody reports to, nearest first, so many storeys up; None is all."""
    seen = {who}
    for _ in range(STOREYS if depth is None else min(depth, STOREYS)):
        above = managers.get(who)
        if above is None or above in seen:
            return
        yield above
        seen.add(above)
        who = above


def _line_pairs(
    brief: Brief, place: Mapping[str, int], managers: Mapping[str, str]
) -> list[tuple[int, int]]:
    depth = brief.rules.line_depth
    return [
        (at, place[above])
        for who, at in place.items()
        for above in line_above(who, managers, depth)
        if above in place
    ]


def name_in_line(leader: Facilitator) -> str | None:
    """Who a facilitator is in the reporting lines."""
    return leader.line or leader.person


def _below(
    brief: Brief, place: Mapping[str, int], managers: Mapping[str, str]
) -> list[tuple[int, int]]:
    leading: dict[str, list[int]] = {}
    for at, leader in enumerate(brief.facilitators):
        if name := name_in_line(leader):
            leading.setdefault(name, []).append(at)
    depth = brief.rules.line_depth
    return [
        (leader, at)
        for who, at in place.items()
        for above in line_above(who, managers, depth)
        for leader in leading.get(above, ())
    ]


def _both_ways(pairs: list[tuple[int, int]], n: int) -> Neighbours:
    return _neighbours([*pairs, *((b, a) for a, b in pairs)], n)


def _neighbours(pairs: list[tuple[int, int]], n: int) -> Neighbours:
    """Each pair once, sorted."""
    both = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    width = int(both.max(initial=0)) + 1
    once = np.unique(both[:, 0] * width + both[:, 1])
    at = np.searchsorted(once // width, np.arange(n + 1))
    return Neighbours(at=at.astype(np.int64), who=(once % width).astype(np.int64))
