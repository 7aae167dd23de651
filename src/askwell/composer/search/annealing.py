"""The annealing itself: so many steps at one temperature."""

# An element of an array is of no type mypy knows.
# mypy: disable-error-code="no-any-return"

from askwell.composer.search.chance import below
from askwell.composer.search.gains import look, mark_ties, much_tied
from askwell.composer.search.leading import try_leader, try_leader_of
from askwell.composer.search.refreshing import move, swap
from askwell.composer.search.state import (
    BOND,
    CLOSED,
    FAULTS,
    FIXED,
    MUST,
    MUSTS,
    SET,
    SIZE,
    TIES,
    TIES_END,
    VALUE,
    WHO,
    State,
    member,
)
from askwell.composer.search.together import try_together
from askwell.composer.tables import Ints

# One step in so many changes a facilitator.
LEADER_EVERY = 16
# So many looks in a hundred go to any set, not to one of people near.
FAR = 15


def anneal(
    state: State, chance: Ints, steps: int, temperature: float, tau: float
) -> int:
    """So many steps; gives how many changed something."""
    changed = 0
    leaders = state.leaders.shape[0]
    for step in range(steps):
        if leaders > 0 and step % LEADER_EVERY == 0:
            try_leader(state, chance)
        else:
            changed += step_once(state, chance, temperature, tau)
    return changed


def step_once(state: State, chance: Ints, temperature: float, tau: float) -> int:
    """Look whether somebody should be in some other set; 1 if anything changed."""
    a = below(chance, state.people.shape[0])
    return consider(state, chance, a, other_set(state, chance, a), temperature, tau)


def consider(  # noqa: PLR0917 -- compiled functions take no keywords
    state: State, chance: Ints, a: int, there: int, temperature: float, tau: float
) -> int:
    """Look whether somebody should be in this other set; 1 if anything changed."""
    if state.people[a, FIXED] or there == state.people[a, SET]:
        return 0
    if state.sets[there, CLOSED]:
        return 0
    if state.people[a, MUSTS] > 0 and state.people[a, BOND] >= MUST:
        return try_together(state, chance, a, there, temperature, tau)
    heavy = much_tied(state, a)
    mark_ties(state, a, 1)
    seat = look(state, chance, a, there, heavy, temperature, tau)
    mark_ties(state, a, 0)
    if seat < 0:
        return 0
    if seat == state.sets[there, SIZE]:
        move(state, a, there)
    else:
        swap(state, a, member(state, there, seat))
    return 1


def mend(
    state: State, chance: Ints, steps: int, temperature: float, tau: float
) -> None:
    """So many steps about sets that break a rule: who should leave, who should come."""
    for _ in range(steps):
        s = broken_set(state, chance)
        if s < 0 or state.sets[s, SIZE] == 0:
            return
        a = member(state, s, below(chance, state.sets[s, SIZE]))
        there = other_set(state, chance, a)
        if below(chance, 2) == 0:
            a = member_of(state, chance, there, a)
            there = s
        consider(state, chance, a, there, temperature, tau)
        if state.leaders.shape[0] > 0:
            try_leader_of(state, chance, s)


def member_of(state: State, chance: Ints, s: int, otherwise: int) -> int:
    """Somebody of a set."""
    if state.sets[s, SIZE] == 0:
        return otherwise
    return member(state, s, below(chance, state.sets[s, SIZE]))


def broken_set(state: State, chance: Ints) -> int:
    """A set that breaks a rule, the first from anywhere; -1: there is none."""
    sets = state.sets.shape[0]
    first = below(chance, sets)
    for turn in range(sets):
        s = (first + turn) % sets
        if state.sets[s, FAULTS] > 0 and not state.sets[s, CLOSED]:
            return s
    return -1


def other_set(state: State, chance: Ints, a: int) -> int:
    """A set to look at: of somebody missed, of somebody near, or any."""
    if state.people[a, BOND] // MUST < state.people[a, MUSTS]:
        return set_missed(state, a)
    near = state.near.shape[1]
    if near == 0 or below(chance, 100) < FAR:
        return below(chance, state.sets.shape[0])
    return state.people[state.near[a, below(chance, near)], SET]


def set_missed(state: State, a: int) -> int:
    """The set of somebody with whom a must be and is not."""
    for at in range(state.people[a, TIES], state.people[a, TIES_END]):
        if state.ties[at, VALUE] >= MUST:
            there = state.people[state.ties[at, WHO], SET]
            if there != state.people[a, SET]:
                return there
    return state.people[a, SET]
