"""Looks at one set on its own: its figures, and whom its breaches are about."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from askwell.composer import scoring
from askwell.composer.proposal import Broken, ProposedSet, Rule
from askwell.composer.tables import Arrays, Floats, Ints, Neighbours, Tables

Pairs = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Judged:
    """One set on its own: how many it is, its parts, its quality, its breaches."""

    size: int
    parts: Floats
    quality: float
    broken: tuple[Broken, ...]

    @property
    def led_well(self) -> bool:
        return all(each.rule != Rule.FACILITATOR for each in self.broken)


def judge(tables: Tables, learning_set: ProposedSet) -> Judged:
    """Members that the brief does not know are left out."""
    known = [who for who in learning_set.members if who in tables.place]
    members = tables.places(known)
    parts = scoring.parts_of(tables.arrays, members)
    return Judged(
        size=len(members),
        parts=parts,
        quality=float(scoring.quality_of(tables.arrays, parts)),
        broken=tuple(_broken(tables, learning_set, members)),
    )


def _broken(
    tables: Tables, learning_set: ProposedSet, members: Ints
) -> Iterator[Broken]:
    leader = tables.place_of_facilitator.get(learning_set.facilitator or "", -1)
    counts = scoring.breaches_of(tables.arrays, members, leader)
    for rule, count in zip(scoring.RULES, counts, strict=True):
        if count:
            for about in _about(
                tables, rule, np.sort(members), learning_set.facilitator
            ):
                yield Broken(rule, learning_set.id, about)


def _about(
    tables: Tables, rule: Rule, members: Ints, facilitator: str | None
) -> list[tuple[str, ...]]:
    """Whom each breach of a rule is about."""
    arrays = tables.arrays
    apart: Mapping[Rule, Pairs] = {
        Rule.LINE_MANAGER: _linked(arrays.line),
        Rule.MUST_NOT: _linked(arrays.must_not),
        Rule.EXCLUSIVE: _rivals(arrays),
    }
    if rule in apart:
        return _pairs(tables, members, apart[rule])
    match rule:
        case Rule.ORGANISATION_MIX:
            return [_crowded(tables, members)]
        case Rule.LEVEL_GAP:
            return [_far_apart(tables, members)]
        case Rule.FACILITATOR if facilitator:
            return [(facilitator,)]
    return [()]


def _rivals(arrays: Arrays) -> Pairs:
    rivals, home = _linked(arrays.rivals), arrays.organisation
    return lambda a, b: rivals(int(home[a]), int(home[b]))


def _linked(neighbours: Neighbours) -> Pairs:
    return lambda a, b: scoring.linked(neighbours, a, b)


def _pairs(tables: Tables, members: Ints, apart: Pairs) -> list[tuple[str, ...]]:
    return [
        (tables.people[a], tables.people[b])
        for a, b in combinations(members.tolist(), 2)
        if apart(a, b)
    ]


def _crowded(tables: Tables, members: Ints) -> tuple[str, ...]:
    """Members of organisations that have too many here; none if there are too few."""
    homes = tables.arrays.organisation[members]
    counts = np.bincount(homes, minlength=1)
    crowded = counts[homes] > tables.arrays.max_per_organisation
    return tuple(tables.people[who] for who in members[crowded])


def _far_apart(tables: Tables, members: Ints) -> tuple[str, ...]:
    levels = tables.arrays.level[members]
    ends = (levels == levels.min()) | (levels == levels.max())
    return tuple(tables.people[who] for who in members[ends])
