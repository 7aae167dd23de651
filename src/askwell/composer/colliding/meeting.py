"""Collisions of people who could not be in any set: their hours, their levels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from askwell.composer.brief import Brief
from askwell.composer.colliding.collision import Clash, Collision, Lever, Relaxing
from askwell.composer.colliding.loosening import relaxed, rule, smallest_first
from askwell.composer.proposal import Rule
from askwell.composer.tables import Neighbours, tabulate

SMALLEST = 2


def unmeetable(brief: Brief, people: Sequence[str]) -> Iterator[Collision]:
    """Of these people, who cannot be in a set with anybody's help."""
    company = Company(brief)
    asked = [who for who in people if who in company.tables.place]
    yield from _far_in_level(brief, company, asked)
    yield from _no_time(brief, company, asked)


def _far_in_level(
    brief: Brief, company: "Company", people: list[str]
) -> Iterator[Collision]:
    gap, smallest = brief.rules.level_gap, brief.rules.size_min
    if gap is None:
        return
    sizes = {who: company.within(who, gap) for who in people}
    lonely = tuple(who for who in people if sizes[who] < smallest)
    if not lonely:
        return
    wider = next(
        wide
        for wide in range(gap + 1, gap + 1 + company.span)
        if all(company.within(who, wide) >= smallest for who in lonely)
        or wide >= company.span
    )
    waiting = Relaxing(Lever.WITHOUT, about=lonely)
    gaps = rule(brief, Lever.LEVEL_GAP, wider)
    yield Collision(
        Clash.LEVELS_TOO_FAR,
        (Rule.LEVEL_GAP, Rule.SIZE),
        people=lonely,
        there=min(sizes[who] for who in lonely),
        needed=smallest,
        relaxations=smallest_first(
            [
                relaxed(brief, gaps, concerns=len(lonely)),
                relaxed(brief, waiting, concerns=len(lonely)),
            ]
        ),
    )


def _no_time(
    brief: Brief, company: "Company", people: list[str]
) -> Iterator[Collision]:
    rules = brief.rules
    if not rules.min_common_blocks:
        return
    sizes = {who: company.most_who_meet(who, rules.min_common_blocks) for who in people}
    lonely = tuple(
        who
        for who in people
        if sizes[who] < rules.size_min
        # Who has nobody to sit with at all is lonely for another reason.
        and company.most_who_meet(who, 0) >= rules.size_min
    )
    if not lonely:
        return
    found = [
        relaxed(brief, Relaxing(Lever.WITHOUT, about=lonely), concerns=len(lonely))
    ]
    shorter = _fewer_blocks(company, lonely, rules.min_common_blocks, rules.size_min)
    if shorter:
        fewer = rule(brief, Lever.MIN_COMMON_BLOCKS, shorter)
        found.insert(0, relaxed(brief, fewer, concerns=len(lonely)))
    least = min(sizes[who] for who in lonely)
    if least >= SMALLEST:
        smaller = rule(brief, Lever.SIZE_MIN, least)
        found.append(relaxed(brief, smaller, concerns=least * len(lonely)))
    yield Collision(
        Clash.NO_COMMON_TIME,
        (Rule.AVAILABILITY, Rule.SIZE),
        people=lonely,
        there=least,
        needed=rules.size_min,
        relaxations=smallest_first(found),
    )


def _fewer_blocks(
    company: "Company", lonely: tuple[str, ...], now: int, size: int
) -> int | None:
    """The most blocks, fewer than now, in which all of these could meet enough."""
    for blocks in range(now - 1, 0, -1):
        if all(company.most_who_meet(who, blocks) >= size for who in lonely):
            return blocks
    return None


class Company:
    """Who could sit with whom; people are the bits of whole numbers."""

    def __init__(self, brief: Brief) -> None:
        self.tables = tabulate(brief)
        self._people, self._enough = brief.people, brief.rules.size_min
        self._free: dict[int, int] = {}
        for at, person in enumerate(brief.people):
            for block in _blocks(person.available):
                self._free[block] = self._free.get(block, 0) | 1 << at

    @property
    def span(self) -> int:
        """By how much the levels of all people differ."""
        levels = self.tables.arrays.level
        return int(levels.max() - levels.min())

    def within(self, who: str, gap: int) -> int:
        """How many, with themselves, are within some gap of levels around them."""
        levels = self.tables.arrays.level
        own = int(levels[self.tables.place[who]])
        windows = range(own - gap, own + 1)
        return max(
            int(((levels >= low) & (levels <= low + gap)).sum()) for low in windows
        )

    def most_who_meet(self, who: str, blocks: int) -> int:
        """How many, this one among them, could meet in so many blocks; exact below
        the size of a set, as far as patience goes.

        Only rules between them and each of the others are looked at, and of those
        no private wishes: the count would tell of them.
        """
        at = self.tables.place[who]
        others = self._others(at)
        free = [others & self._free[e] for e in _blocks(self._people[at].available)]
        if len(free) < blocks:
            return 0
        return 1 + _Looking(self._enough).most(free, blocks, others)

    def _others(self, who: int) -> int:
        arrays = self.tables.arrays
        able = np.abs(arrays.level - arrays.level[who]) <= arrays.level_gap
        able[[who, *_of(arrays.line, who)]] = False
        rivals = _of(arrays.rivals, int(arrays.organisation[who]))
        able &= ~np.isin(arrays.organisation, rivals)
        packed = np.packbits(able, bitorder="little")
        return int.from_bytes(packed.tobytes(), "little")


def _of(neighbours: Neighbours, who: int) -> list[int]:
    return [int(e) for e in neighbours.who[neighbours.at[who] : neighbours.at[who + 1]]]


def _blocks(available: int) -> list[int]:
    return [block for block in range(available.bit_length()) if available >> block & 1]


@dataclass(slots=True)
class _Looking:
    """Looks for people who share so many blocks, until enough are found.

    After `patience` looks enough are assumed: nobody is to be called lonely wrongly.
    """

    enough: int
    patience: int = 20_000
    best: int = 0

    def most(self, free: Sequence[int], blocks: int, left: int) -> int:
        """What cannot beat the best is cut."""
        if not blocks:
            self.best = max(self.best, left.bit_count())
        for at in range(len(free) - blocks + 1 if blocks else 0):
            together = left & free[at]
            self.patience -= 1
            if self.patience < 0:
                self.best = self.enough
            if self.best < min(self.enough, together.bit_count()):
                self.most(free[at + 1 :], blocks - 1, together)
        return self.best
