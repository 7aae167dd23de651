"""Where a search begins: who sits where before the first step, and what is fixed."""

import math
from dataclasses import dataclass

import numpy as np

from askwell.composer.brief import Brief
from askwell.composer.proposal import Proposal
from askwell.composer.search.nearness import condensed, leaves
from askwell.composer.tables import Arrays, Ints, Tables

NOWHERE = -1
# So many people of one time of day are put together by their challenges.
BLOCK = 192


@dataclass(frozen=True, slots=True)
class Seating:
    """Everybody's set, each set's id and facilitator, and what must stay so."""

    ids: tuple[str, ...]
    set_of: Ints
    leaders: Ints
    fixed_people: Ints
    closed_sets: Ints
    fixed_leaders: Ints


def begin(
    brief: Brief, tables: Tables, start: Proposal | None, *, seed: int
) -> Seating:
    """The proposal to start from and the locks; who is in neither sits by free time."""
    chance = np.random.default_rng(seed)
    ids = set_ids(brief, start)
    at = {set_id: s for s, set_id in enumerate(ids)}
    set_of, leaders = _as_started(tables, start, at)
    fixed_people = np.zeros(len(set_of), dtype=np.int64)
    fixed_leaders = np.zeros(len(ids), dtype=np.int64)
    closed = np.zeros(len(ids), dtype=np.int64)
    for who, set_id in brief.locks.people.items():
        if who in tables.place and set_id in at:
            set_of[tables.place[who]] = at[set_id]
            fixed_people[tables.place[who]] = 1
    for set_id in brief.locks.sets & at.keys():
        closed[at[set_id]] = fixed_leaders[at[set_id]] = 1
        fixed_people[set_of == at[set_id]] = 1
    for set_id, leader in brief.locks.facilitators.items():
        if set_id in at and leader in tables.place_of_facilitator:
            leaders[at[set_id]] = tables.place_of_facilitator[leader]
            fixed_leaders[at[set_id]] = 1
    _fill(tables.arrays, set_of, closed, chance)
    return Seating(ids, set_of, leaders, fixed_people, closed, fixed_leaders)


def set_ids(brief: Brief, start: Proposal | None) -> tuple[str, ...]:
    """The sets there will be; those of the start and of locks keep their ids."""
    locks = brief.locks
    held = set(locks.people.values()) | locks.sets | set(locks.facilitators)
    started = [each.id for each in start.sets] if start else []
    kept = sorted(held) + [set_id for set_id in started if set_id not in held]
    many = brief.rules.sets or (len(started) if started else number_of_sets(brief))
    free = (str(n) for n in range(1, many + len(kept) + 1) if str(n) not in kept)
    kept = kept[: max(many, len(held))]
    return tuple(kept + [next(free) for _ in range(many - len(kept))])


def number_of_sets(brief: Brief) -> int:
    """Sets of middling size, within what sizes and facilitators allow."""
    rules, people = brief.rules, len(brief.people)
    middling = round(2 * people / (rules.size_min + rules.size_max))
    most = max(1, people // max(1, rules.size_min))
    if brief.facilitators:
        most = min(most, max(1, sum(each.capacity for each in brief.facilitators)))
    least = math.ceil(people / max(1, rules.size_max))
    return max(1, least, min(middling, most))


def _as_started(
    tables: Tables, start: Proposal | None, at: dict[str, int]
) -> tuple[Ints, Ints]:
    set_of = np.full(len(tables.people), NOWHERE, dtype=np.int64)
    leaders = np.full(len(at), -1, dtype=np.int64)
    for each in start.sets if start else ():
        if each.id not in at:
            continue
        for who in each.members:
            if who in tables.place:
                set_of[tables.place[who]] = at[each.id]
        leaders[at[each.id]] = tables.place_of_facilitator.get(
            each.facilitator or "", -1
        )
    return set_of, leaders


def _fill(
    arrays: Arrays, set_of: Ints, closed: Ints, chance: np.random.Generator
) -> None:
    """Put everybody who has no set where there is room, neighbours side by side."""
    order = seat_order(arrays, chance)
    waiting = order[set_of[order] == NOWHERE]
    sizes = np.bincount(set_of[set_of != NOWHERE], minlength=len(closed))
    set_of[waiting] = np.repeat(
        np.arange(len(closed)), room_for(sizes, closed, len(waiting))
    )


def room_for(sizes: Ints, closed: Ints, people: int) -> Ints:
    """How many go to each set so that sets are filled as evenly as can be."""
    open_sets = np.flatnonzero(closed == 0)
    added = np.zeros(len(sizes), dtype=np.int64)
    if len(open_sets) == 0:
        open_sets = np.arange(len(sizes))
    level = sizes[open_sets].astype(np.int64)
    whole = int(level.sum()) + people
    floor = whole // len(open_sets)
    while True:
        wanted = np.maximum(level, floor)
        if wanted.sum() <= whole:
            break
        floor -= 1
    spare = whole - int(wanted.sum())
    lowest = np.argsort(wanted, kind="stable")
    wanted[lowest[:spare]] += 1
    added[open_sets] = wanted - level
    return added


def seat_order(arrays: Arrays, chance: np.random.Generator) -> Ints:
    """Everybody, in an order in which neighbours have time together.

    People of one time of day are beside each other (time zones lie on a circle, and
    so do the first two principal components of free time); among these, people with
    alike challenges.
    """
    if len(arrays.free) == 0:
        return np.zeros(0, dtype=np.int64)
    first, second = condensed(arrays)[:, -1], condensed(arrays)[:, -2]
    order = np.argsort(np.arctan2(second, first), kind="stable")
    blocks = np.array_split(order, max(1, len(order) // BLOCK))
    return np.concatenate(
        [
            block[leaf]
            for block in blocks
            for leaf in leaves(arrays.directions[block], chance, 6)
        ]
    )
