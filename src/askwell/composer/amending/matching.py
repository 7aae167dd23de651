"""Gives sets their facilitators: as many as can be, and as few new ones as can be."""

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field

FREE = -1


@dataclass(slots=True)
class Matching:
    """Sets matched to facilitators, by their numbers.

    A cheapest flow: a set that changes its facilitator costs one, so whoever can stay
    is kept, and further sets are matched along a cheapest path of changes, one after
    the other (successive shortest paths), until no path is left. That is exact.
    """

    fits: Sequence[Sequence[int]]
    current: Sequence[int]
    capacity: Sequence[int]
    taker: list[int] = field(default_factory=list)
    takes: list[dict[int, None]] = field(default_factory=list)

    def solved(self) -> list[int]:
        """For each set its facilitator, or `FREE` where there cannot be one."""
        self.taker = [FREE] * len(self.fits)
        self.takes = [{} for _ in self.capacity]
        for each, leader in enumerate(self.current):
            if leader in self.fits[each] and self._has_room(leader):
                self._match(each, leader)
        self._take_who_is_free()
        # A free facilitator costs one, and paths only grow dearer.
        price = 1
        while path := self._cheapest_path(at_least=price):
            price = sum(
                self._cost(each, leader) - self._cost(each, self.taker[each])
                for each, leader in path
            )
            for each, leader in path:
                self._match(each, leader)
        return self.taker

    def _has_room(self, leader: int) -> bool:
        return len(self.takes[leader]) < self.capacity[leader]

    def _match(self, each: int, leader: int) -> None:
        if self.taker[each] != FREE:
            del self.takes[self.taker[each]][each]
        self.taker[each] = leader
        self.takes[leader][each] = None

    def _cost(self, each: int, leader: int) -> int:
        return int(leader not in (FREE, self.current[each]))

    def _take_who_is_free(self) -> None:
        """Sets that few could take choose first, those who could take few others."""
        wanted = Counter(leader for able in self.fits for leader in able)
        for each in sorted(range(len(self.fits)), key=lambda e: len(self.fits[e])):
            roomy = [leader for leader in self.fits[each] if self._has_room(leader)]
            if self.taker[each] == FREE and roomy:
                self._match(each, min(roomy, key=wanted.__getitem__))

    def _cheapest_path(self, *, at_least: int) -> list[tuple[int, int]]:
        """Who takes which set anew, the last first; found as Bellman and Ford do."""
        best = {each: 0 for each, leader in enumerate(self.taker) if leader == FREE}
        cost: dict[int, int] = {}
        came: dict[int, int] = {}
        waiting = deque(best)
        while waiting:
            each = waiting.popleft()
            for leader in self.fits[each]:
                price = best[each] + self._cost(each, leader)
                if leader == self.taker[each] or price >= cost.get(leader, price + 1):
                    continue
                cost[leader], came[leader] = price, each
                if self._has_room(leader):
                    if price <= at_least:
                        return self._walked_back(leader, came)
                    continue
                for other in self.takes[leader]:
                    released = price - self._cost(other, leader)
                    if released < best.get(other, released + 1):
                        best[other] = released
                        waiting.append(other)
        roomy = [leader for leader in cost if self._has_room(leader)]
        if not roomy:
            return []
        return self._walked_back(min(roomy, key=cost.__getitem__), came)

    def _walked_back(self, leader: int, came: dict[int, int]) -> list[tuple[int, int]]:
        path = [(came[leader], leader)]
        while (leader := self.taker[path[-1][0]]) != FREE:
            path.append((came[leader], leader))
        return path
