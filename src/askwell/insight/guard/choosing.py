"""Of which whole sets a figure may speak: of as many people as the guard allows."""

from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush

from askwell.insight.guard.parts import Row, row_of
from askwell.insight.guard.weighing import Scales

MOST_TRIED, MOST_WEIGHED = 4000, 60
"""How many ways of leaving sets out are looked at, and how many of them closely."""

Groups = Mapping[str, frozenset[str]]
"""The people of each set, by its id."""


def choose(
    past: Sequence[Row],
    groups: Groups,
    *,
    first: frozenset[str] = frozenset(),
    fewest_people: int,
    fewest_sets: int,
) -> frozenset[str] | None:
    """The sets to speak of; None if nothing that is large enough is safe.

    `first` is tried before all others, for the sake of one population for several
    figures. Then sets are left out, always as few people as possible; those that
    changed since the last figure go before others of their size. People of whom a
    figure spoke before, and who are all still there, can be spoken of again at any
    time. The order depends on who is in which set alone, never on a value.
    """
    names = sorted(groups, key=lambda name: (len(groups[name]), name))
    names = _changed_first(names, past, groups)
    scales = Scales(past, [groups[name] for name in names], fewest=fewest_people)
    search = _Search(scales, names, fewest_people, fewest_sets)
    if len(first) >= fewest_sets and first <= set(names) and search.allows(first):
        return first
    return search.run(_repeated(past, groups))


class _Search:
    def __init__(
        self, scales: Scales, names: Sequence[str], fewest_people: int, fewest_sets: int
    ) -> None:
        self._scales, self._names = scales, names
        self._at = {name: number for number, name in enumerate(names)}
        self._fewest_people, self._fewest_sets = fewest_people, fewest_sets

    def allows(self, chosen: frozenset[str]) -> bool:
        return self._allows([self._at[name] for name in chosen])

    def run(self, known: frozenset[str] | None) -> frozenset[str] | None:
        again = self._people_in(known) if known else 0
        sizes = [self._scales.people_in([n]) for n in range(len(self._names))]
        for tried, left_out in enumerate(_by_size(sizes)):
            chosen = [n for n in range(len(self._names)) if n not in left_out]
            enough = max(again, self._fewest_people)
            if tried >= MOST_TRIED or self._scales.people_in(chosen) < enough:
                break
            if len(chosen) >= self._fewest_sets and self._allows(chosen):
                return frozenset(self._names[n] for n in chosen)
        return known

    def _people_in(self, names: frozenset[str]) -> int:
        return self._scales.people_in([self._at[name] for name in names])

    def _allows(self, chosen: Sequence[int]) -> bool:
        if self._scales.people_in(chosen) < self._fewest_people:
            return False
        if self._scales.weighed >= MOST_WEIGHED:
            return False
        return not self._scales.refuses(chosen)


def _changed_first(
    names: Sequence[str], past: Sequence[Row], groups: Groups
) -> list[str]:
    if not past:
        return list(names)
    spoken = frozenset(past[-1])
    return sorted(names, key=lambda n: (len(groups[n]), groups[n] <= spoken, n))


def _repeated(past: Sequence[Row], groups: Groups) -> frozenset[str] | None:
    """The largest population of the past that still consists of whole sets."""
    found = [_whole_sets(row, groups) for row in past]
    known = [each for each in found if each]
    return max(known, key=lambda each: (len(each), sorted(each)), default=None)


def _whole_sets(row: Row, groups: Groups) -> frozenset[str] | None:
    within = frozenset(name for name, group in groups.items() if group <= row.keys())
    same = row_of(groups[name] for name in within) == row
    return within if same else None


def _by_size(sizes: Sequence[int]) -> Iterator[frozenset[int]]:
    """Ways of leaving some out, by how much is left out; nothing first.

    `sizes` are in ascending order.
    """
    yield frozenset()
    waiting: list[tuple[int, tuple[int, ...]]] = [(sizes[0], (0,))] if sizes else []
    while waiting:
        size, chosen = heappop(waiting)
        yield frozenset(chosen)
        last = chosen[-1]
        if last + 1 < len(sizes):
            step = sizes[last + 1]
            heappush(waiting, (size + step, (*chosen, last + 1)))
            heappush(waiting, (size + step - sizes[last], (*chosen[:-1], last + 1)))
