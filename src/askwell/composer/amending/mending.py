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
            total=division.figures.summed(division.tables.arrays).total,
        )

    def _next(self, beam: list[State]) -> list[State]:
        found: dict[frozenset[tuple[str, str | None]], State] = {}
        for state in beam:
            for ways in self._ways(state) if state.open else ():
                child = self._after(state, ways)
                found.setdefault(frozenset(child.placed.items()), child)
        return sorted(found.values(), key=lambda each: each.rank)

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

    def _ways(self, state: State) -> Iterator[Ways]:
        """Changes that could mend the first thing broken."""
        seating = Seating(
            state.division, fixed=self._locks.people, closed=self._locks.sets
        )
        broken = state.open[0]
        if broken.rule == Rule.ASSIGNED_ONCE:
            yield from self._places(state, seating, broken.about[0])
        elif broken.rule == Rule.MUST:
            for who, other in (broken.about, broken.about[::-1]):
                yield from self._to(state, who, state.division.set_of(other))
        elif broken.set_id is not None:
            yield from self._around(state, seating, broken)

    def _places(self, state: State, seating: Seating, person: str) -> Iterator[Ways]:
        """Somebody into any set, or into the place of somebody there."""
        if not self._may_go(state, person):
            return
        moves = seating.moves_of(person, most=PLACES)
        yield from moves
        for ways in moves[:STEADS]:
            yield from self._instead(state, person, ways[person])

    def _to(self, state: State, person: str, set_id: str | None) -> Iterator[Ways]:
        if set_id is None or set_id in self._locks.sets:
            return
        if self._may_go(state, person):
            yield {person: set_id}
            yield from self._instead(state, person, set_id)

    def _instead(self, state: State, person: str, set_id: str | None) -> Iterator[Ways]:
        """Somebody into a set, and one of its members into none for now."""
        for other in state.division[set_id].members if set_id else ():
            if other != person and self._may_go(state, other):
                yield {person: set_id, other: None}

    def _around(self, state: State, seating: Seating, broken: Broken) -> Iterator[Ways]:
        """People out of a set, into it, or changed for others."""
        learning_set = state.division[broken.set_id or ""]
        if learning_set.id in self._locks.sets:
            return
        small = len(learning_set.members) < state.division.tables.arrays.size_min
        if small or broken.rule == Rule.ORGANISATION_MIX:
            yield from seating.joining(learning_set.id, most=PLACES)
        if small:
            return
        for person in self._likely(state, learning_set, broken):
            yield {person: None}
            yield from seating.moves_of(person, most=STEADS)
            yield from seating.swaps_of(person, most=STEADS)

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
