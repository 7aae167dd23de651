"""Who could turn to whom, counted between areas and never between people.

A tie runs from whoever could turn to somebody towards that somebody. The E-I index is
Krackhardt and Stern's (1988): ties that cross areas minus ties inside one, over all.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

Who = TypeVar("Who")
Tie = tuple[Who, Who]


@dataclass(frozen=True, slots=True)
class Sides:
    """How many ties cross from one area into another, and how many stay inside."""

    external: int
    internal: int

    @property
    def ei_index(self) -> float | None:
        """From -1, all stay inside, to 1, all cross; None where there is no tie."""
        ties = self.external + self.internal
        return (self.external - self.internal) / ties if ties else None


def ties_of(picks: Mapping[Who, Iterable[Who]]) -> frozenset[Tie[Who]]:
    """Nobody turns to themselves, and whoever is picked twice is picked once."""
    return frozenset(
        (who, whom) for who, picked in picks.items() for whom in picked if who != whom
    )


def sides(ties: Iterable[Tie[Who]], area: Mapping[Who, str]) -> Sides:
    """Ties of people whose area is not known are left out."""
    known = [area[a] != area[b] for a, b in ties if a in area and b in area]
    return Sides(external=sum(known), internal=len(known) - sum(known))


def reciprocity(ties: frozenset[Tie[Who]], answered: Iterable[Who]) -> float | None:
    """The share of ties that are returned, among people who have answered both.

    Whoever has not answered could return nothing: their ties say nothing of it.
    """
    could = set(answered)
    among = [tie for tie in ties if tie[0] in could and tie[1] in could]
    if not among:
        return None
    return sum((b, a) in ties for a, b in among) / len(among)


def new_ties(
    before: frozenset[Tie[Who]], after: frozenset[Tie[Who]], both: Iterable[Who]
) -> int:
    """Ties there are now and were not then, of people who have answered both times."""
    known = set(both)
    return sum(tie[0] in known for tie in after - before)


def matrix(
    ties: Iterable[Tie[Who]], area: Mapping[Who, str]
) -> Counter[tuple[str, str]]:
    """How many ties there are between two areas, or inside one, in either direction.

    The two are in the order of the alphabet.
    """
    cells: Counter[tuple[str, str]] = Counter()
    for a, b in ties:
        if a in area and b in area:
            one, other = sorted((area[a], area[b]))
            cells[one, other] += 1
    return cells
