"""Gives sets their facilitators: as many as can be, and as few new ones as can be."""

from collections import deque
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
        for each, leader in enumerate(self.taker):
            if leader == FREE:
                self._find(each)
        return self.taker

    def _has_room(self, leader: int) -> bool:
        return len(self.takes[leader]) < self.capacity[leader]

    def _match(self, each: int, leader: int) -> None:
        if self.taker[each] != FREE:
            del self.takes[self.taker[each]][each]
        self.taker[each] = leader
        self.takes[leader][each] = None

    def _find(self, each: int) -> None:
        """A change costs one at least, so a free facilitator is as cheap as any,
        unless the set could have stayed with its own."""
        roomy = [leader for leader in self.fits[each] if self._has_room(leader)]
        if roomy and self.current[each] not in self.fits[each]:
            spare = max(roomy, key=lambda e: self.capacity[e] - len(self.takes[e]))
            self._match(each, spare)
        else:
            self._change_along(self._cheapest_path(each))

    def _cost(self, each: int, leader: int) -> int:
        return int(self.current[each] != leader)

    def _cheapest_path(self, start: int) -> list[tuple[int, int]]:
        """Who takes which set anew, the last first; found as Bellman and Ford do."""
        cost: dict[int, int] = {}
        came: dict[int, int] = {}
        best = {start: 0}
        waiting = deque([start])
        while waiting:
            each = waiting.popleft()
            for leader in self.fits[each]:
                price = best[each] + self._cost(each, leader)
                if leader == self.taker[each] or price >= cost.get(leader, price + 1):
                    continue
                cost[leader], came[leader] = price, each
                if self._has_room(leader):
                    continue
                for other in self.takes[leader]:
                    released = price - self._cost(other, leader)
                    if released < best.get(other, released + 1):
                        best[other] = released
                        waiting.append(other)
        roomy = [leader for leader in cost if self._has_room(leader)]
        if not roomy:
            return []
        return self._walked_back(min(roomy, key=cost.__getitem__), came, start)

    def _walked_back(
        self, leader: int, came: dict[int, int], start: int
    ) -> list[tuple[int, int]]:
        path = []
        while True:
            each = came[leader]
            path.append((each, leader))
            if each == start:
                return path
            leader = self.taker[each]

    def _change_along(self, path: list[tuple[int, int]]) -> None:
        for each, leader in path:
            self._match(each, leader)
