"""Who could turn to whom, counted between areas and never between people.

A tie runs from whoever could turn to somebody towards that somebody; people stand
here under ids alone.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from askwell.insight import statistics

Tie = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sides:
    """How many ties cross from one area into another, and how many stay inside."""

    external: int
    internal: int

    @property
    def ei_index(self) -> float | None:
        """From -1, all stay inside, to 1, all cross; None where there is no tie."""
        return statistics.ei_index(self.external, self.internal)


def ties_of(picks: Mapping[str, Iterable[str]]) -> frozenset[Tie]:
    """Nobody turns to themselves, and whoever is picked twice is picked once."""
    return frozenset(
        (who, whom) for who, picked in picks.items() for whom in picked if who != whom
    )


def sides(ties: Iterable[Tie], area: Mapping[str, str]) -> Sides:
    """Ties of people whose area is not known are left out."""
    known = [area[a] != area[b] for a, b in ties if a in area and b in area]
    return Sides(external=sum(known), internal=len(known) - sum(known))


def reciprocity(ties: Iterable[Tie], answered: Iterable[str]) -> float | None:
    """Of the pairs with a tie the share that has it both ways, among who answered.

    Whoever has not answered could return nothing: ties to them say nothing of it.
    """
    could = set(answered)
    return statistics.reciprocity([tie for tie in ties if could.issuperset(tie)])


def new_ties(before: frozenset[Tie], after: frozenset[Tie], both: Iterable[str]) -> int:
    """Ties there are now and were not then, of people who have answered both times."""
    known = set(both)
    return sum(tie[0] in known for tie in after - before)


def matrix(ties: Iterable[Tie], area: Mapping[str, str]) -> Counter[tuple[str, str]]:
    """How many ties there are between two areas, or inside one, in either direction.

    The two are in the order of the alphabet.
    """
    cells: Counter[tuple[str, str]] = Counter()
    for a, b in ties:
        if a in area and b in area:
            one, other = sorted((area[a], area[b]))
            cells[one, other] += 1
    return cells
