"""Mends a division by moving as few people as can be: a beam of likely changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from askwell.composer.appraising.division import Change, Division, surplus
from askwell.composer.appraising.fitting import Fitting
from askwell.composer.appraising.seating import Seating, Ways
from askwell.composer.brief import Locks
from askwell.composer.proposal import Broken, ProposedSet, Rule

# How many divisions are followed at once; one where there is much to mend.
BEAM, MUCH = 6, 12
# How many places of one person are tried.
PLACES = 40
# In how many sets, and with whom of them, somebody is tried in another's stead.
STEADS = 12
# So many rounds without anything mended are enough.
PATIENCE = 4

# No moving of people mends the number of sets.
NOT_BY_MOVING = frozenset((Rule.NUMBER_OF_SETS,))


@dataclass(frozen=True, slots=True)
class State:
    """A division on the way, what is still broken, and where people now are who
    were elsewhere."""

    division: Division
    broken: tuple[Broken, ...]
    open: tuple[Broken, ...]
    placed: Mapping[str, str | None]
    moved: int
    total: float

    @property
    def rank(self) -> tuple[int, int, int, float]:
        """Kept rules first, then fewest moved, then the rest, then the total."""
        return len(self.open), self.moved, len(self.broken), -self.total


class Mender:
    """Mends a division; `home` is where people were before anything happened.

    Breaches of the rules `aside` are left for later.
    """

    def __init__(
        self,
        division: Division,
        *,
        locks: Locks,
        home: Mapping[str, str],
        aside: frozenset[Rule] = frozenset(),
    ) -> None:
        self._division, self._locks, self._home = division, locks, home
        self._aside = aside | NOT_BY_MOVING
        self._fitting = Fitting(division.tables)

    def mended(self) -> Division:
        """The division with everything mended that could be found to mend."""
        best = self._state(self._division, self._division.broken(), {})
        beam, idle = [best], 0
        width = BEAM if len(best.open) <= MUCH else 1
        while beam and best.open and idle < PATIENCE:
            beam = self._next(beam)[:width]
            better = bool(beam) and len(beam[0].open) < len(best.open)
            idle = 0 if better else idle + 1
            best = min([best, *beam[:1]], key=lambda each: each.rank)
        return best.division

    def _state(
        self,
        division: Division,
        broken: tuple[Broken, ...],
        placed: Mapping[str, str | None],
    ) -> State:
        return State(
            division=division,
            broken=broken,
            open=tuple(each for each in broken if each.rule not in self._aside),
            placed=placed,
            moved=sum(self._home.get(who, at) != at for who, at in placed.items()),
            total=division.summed().total,
        )

    def _next(self, beam: list[State]) -> list[State]:
        found: dict[frozenset[tuple[str, str | None]], State] = {}
        for state in beam:
            for child in self._children(state) if state.open else ():
                found.setdefault(frozenset(child.placed.items()), child)
        return sorted(found.values(), key=lambda each: each.rank)

    def _children(self, state: State) -> Iterator[State]:
        """What moves more people is tried only where moving fewer mends nothing."""
        for tier in self._tiers(state):
            children = [self._after(state, ways) for ways in tier]
            yield from children
            if any(len(child.open) < len(state.open) for child in children):
                return

    def _after(self, state: State, ways: Ways) -> State:
        change = self._led(state.division, state.division.moving(ways))
        division = state.division.changed(change)
        appearing, vanishing = state.division.differences(change, division)
        broken = (*surplus(state.broken, over=vanishing), *appearing)
        return self._state(division, broken, {**state.placed, **ways})

    def _led(self, division: Division, change: Change) -> Change:
        """Sets whose facilitator no longer fits get one who does and has room."""
        return {
            each: new and self._led_set(division, new) for each, new in change.items()
        }

    def _led_set(self, division: Division, new: ProposedSet) -> ProposedSet:
        tables = division.tables
        if not tables.facilitators or new.id in self._locks.facilitators:
            return new
        known = [who for who in new.members if who in tables.place]
        fit = self._fitting.of(tables.places(known))
        now = tables.place_of_facilitator.get(new.facilitator or "")
        if now is not None and fit[now]:
            return new
        for leader in np.flatnonzero(fit):
            name = tables.facilitators[leader]
            if len(division.led_by.get(name, ())) < tables.arrays.capacity[leader]:
                return replace(new, facilitator=name)
        return new

    def _tiers(self, state: State) -> Iterator[list[Ways]]:
        """Changes that could mend the first thing broken."""
        seating = Seating(
            state.division, fixed=self._locks.people, closed=self._locks.sets
        )
        broken = state.open[0]
        if broken.rule == Rule.ASSIGNED_ONCE:
            yield from self._places(state, seating, broken.about[0])
        elif broken.rule == Rule.MUST:
            yield from self._together(state, *broken.about)
        elif broken.set_id is not None and broken.set_id not in self._locks.sets:
            yield from self._around(state, seating, broken)

    def _places(
        self, state: State, seating: Seating, person: str
    ) -> Iterator[list[Ways]]:
        """Somebody into any set, or into the place of somebody there."""
        if self._may_go(state, person):
            moves = seating.moves_of(person, most=PLACES)
            yield moves
            yield [
                ways
                for move in moves[:STEADS]
                for ways in self._instead(state, person, move[person])
            ]

    def _together(self, state: State, a: str, b: str) -> Iterator[list[Ways]]:
        """One of two to the other, or into the place of somebody there."""
        ways = [
            (who, set_id)
            for who, set_id in (
                (a, state.division.set_of(b)),
                (b, state.division.set_of(a)),
            )
            if set_id is not None
            and set_id not in self._locks.sets
            and self._may_go(state, who)
        ]
        yield [{who: set_id} for who, set_id in ways]
        yield [e for who, set_id in ways for e in self._instead(state, who, set_id)]

    def _instead(self, state: State, person: str, set_id: str | None) -> Iterator[Ways]:
        """Somebody into a set, and one of its members into none for now."""
        for other in state.division[set_id].members if set_id else ():
            if other != person and self._may_go(state, other):
                yield {person: set_id, other: None}

    def _around(
        self, state: State, seating: Seating, broken: Broken
    ) -> Iterator[list[Ways]]:
        """People into a set, out of it, or changed for others."""
        learning_set = state.division[broken.set_id or ""]
        size = len(learning_set.members)
        small = size < state.division.tables.arrays.size_min
        likely = [] if small else self._likely(state, learning_set, broken)
        single: list[Ways] = [{person: None} for person in likely]
        if small or broken.rule == Rule.ORGANISATION_MIX:
            single += seating.joining(learning_set.id, most=PLACES)
        for person in likely:
            single += seating.moves_of(person, most=STEADS)
        yield single
        yield [e for who in likely for e in seating.swaps_of(who, most=STEADS)]

    def _likely(
        self, state: State, learning_set: ProposedSet, broken: Broken
    ) -> list[str]:
        """Whom a breach is about, if it is about anybody here."""
        named = [who for who in broken.about if who in learning_set.members]
        asked = named or list(learning_set.members)
        return [who for who in asked if self._may_go(state, who)]

    def _may_go(self, state: State, person: str) -> bool:
        if person not in state.division.tables.place or person in self._locks.people:
            return False
        return state.division.set_of(person) not in self._locks.sets
