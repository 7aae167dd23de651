"""Which rules left little choice in a set; private wishes are none of them."""

from collections import Counter, defaultdict
from collections.abc import Iterator

import numpy as np

from askwell.composer import scoring
from askwell.composer.appraising import Board
from askwell.composer.brief import Person
from askwell.composer.checking import chains
from askwell.composer.explaining.explanation import Shaper, Shaping
from askwell.composer.proposal import ProposedSet

# Somebody free in so small a part of what is usual can hardly meet.
HARDLY = 1 / 3
MOST_NAMED = 3


class Shapers:
    """The rules of a brief, as each set of a board was shaped by them."""

    def __init__(self, board: Board) -> None:
        self._board, self._rules = board, board.brief.rules
        self._people = {person.id: person for person in board.brief.people}
        self._chains = chains(board.brief)
        self._chain_of = {who: at for at, e in enumerate(self._chains) for who in e}
        usual = [person.available.bit_count() for person in board.brief.people] or [0]
        self._few = max(
            2 * self._rules.min_common_blocks, int(HARDLY * float(np.median(usual)))
        )

    def of(self, learning_set: ProposedSet) -> tuple[Shaping, ...]:
        """The tightest first."""
        members = [
            self._people[who] for who in learning_set.members if who in self._people
        ]
        if not members:
            return ()
        return (
            *self._locked(learning_set),
            *self._must(members),
            *self._hours(learning_set, members),
            *self._organisations(members),
            *self._levels(members),
            *self._size(members),
        )

    def common_blocks(self, learning_set: ProposedSet) -> int:
        """In how many blocks all members are free."""
        tables = self._board.tables
        known = [who for who in learning_set.members if who in tables.place]
        if not known:
            return 0
        return scoring.common_blocks(tables.arrays, tables.places(known), -1)

    def _locked(self, learning_set: ProposedSet) -> Iterator[Shaping]:
        locks, members = self._board.brief.locks, learning_set.members
        if learning_set.id in locks.sets:
            yield Shaping(Shaper.LOCKED, members, count=len(members))
            return
        kept = tuple(e for e in members if locks.people.get(e) == learning_set.id)
        if kept:
            yield Shaping(Shaper.LOCKED, kept, count=len(kept))

    def _must(self, members: list[Person]) -> Iterator[Shaping]:
        here: dict[int, list[str]] = defaultdict(list)
        for person in members:
            if person.id in self._chain_of:
                here[self._chain_of[person.id]].append(person.id)
        for together in here.values():
            if len(together) > 1:
                yield Shaping(Shaper.MUST, tuple(together), count=len(together))

    def _hours(
        self, learning_set: ProposedSet, members: list[Person]
    ) -> Iterator[Shaping]:
        least = self._rules.min_common_blocks
        if not least:
            return
        free = {person.id: person.available.bit_count() for person in members}
        few = sorted((e for e in free if free[e] <= self._few), key=free.__getitem__)
        if few:
            named = tuple(few[:MOST_NAMED])
            yield Shaping(Shaper.FEW_HOURS, named, count=max(free[e] for e in named))
        common = self.common_blocks(learning_set)
        if common == least:
            yield Shaping(Shaper.JUST_ENOUGH_HOURS, count=common)

    def _organisations(self, members: list[Person]) -> Iterator[Shaping]:
        rules = self._rules
        homes = Counter(person.organisation for person in members)
        for home, count in homes.items():
            if count == rules.max_per_organisation and count > 1:
                who = tuple(e.id for e in members if e.organisation == home)
                yield Shaping(Shaper.ORGANISATION_FULL, who, home, count)
        if len(homes) == rules.min_organisations > 1:
            yield Shaping(Shaper.JUST_ENOUGH_ORGANISATIONS, count=len(homes))

    def _levels(self, members: list[Person]) -> Iterator[Shaping]:
        levels = [person.level for person in members]
        low, high = min(levels), max(levels)
        if high - low == self._rules.level_gap:
            ends = tuple(e.id for e in members if low < high and e.level in (low, high))
            yield Shaping(Shaper.LEVELS_AT_THE_GAP, ends, count=high - low)

    def _size(self, members: list[Person]) -> Iterator[Shaping]:
        rules, size = self._rules, len(members)
        if rules.size_min < rules.size_max:
            if size == rules.size_max:
                yield Shaping(Shaper.LARGEST, count=size)
            if size == rules.size_min:
                yield Shaping(Shaper.SMALLEST, count=size)
