"""People who must be together change sets together."""

# An element of an array is of no type mypy knows.
# mypy: disable-error-code="no-any-return"

from askwell.composer.search.chance import below
from askwell.composer.search.gains import noise
from askwell.composer.search.refreshing import exchange, refresh
from askwell.composer.search.state import (
    BOND,
    FAULTS,
    FIXED,
    MUST,
    PENALTY,
    QUALITY,
    SET,
    SIZE,
    State,
    member,
    tie,
)
from askwell.composer.search.worth import worth
from askwell.composer.tables import Ints

# The column of `scratch` that is free while no look is taken.
WHO_GOES = 0


def try_together(  # noqa: PLR0917 -- compiled functions take no keywords
    state: State, chance: Ints, a: int, there: int, temperature: float, tau: float
) -> int:
    """Somebody and whom they must be with change places with as many there.

    1 if it was done: a draw from exp(gain / temperature) between doing it and not.
    """
    here = state.people[a, SET]
    many = gather(state, a)
    if many == 0 or many > state.sets[there, SIZE]:
        return 0
    before = standing(state, here, tau) + standing(state, there, tau)
    first = below(chance, state.sets[there, SIZE])
    if not free_to_go(state, there, first, many):
        return 0
    trade_places(state, there, first, many)
    after = standing(state, here, tau) + standing(state, there, tau)
    gain = (after - before) / temperature
    if gain + noise(state, chance) > noise(state, chance):
        return 1
    trade_places(state, there, first, many)
    return 0


def gather(state: State, a: int) -> int:
    """Note a and everybody in the set bound to a by must pairs; 0: one is fixed."""
    s, many = state.people[a, SET], 1
    state.scratch[0, WHO_GOES] = a
    done = 0
    while done < many:
        bound = state.scratch[done, WHO_GOES]
        done += 1
        for i in range(state.sets[s, SIZE]):
            other = member(state, s, i)
            if tie(state, bound, other) >= MUST and not noted(state, other, many):
                state.scratch[many, WHO_GOES] = other
                many += 1
    for i in range(many):
        if state.people[state.scratch[i, WHO_GOES], FIXED]:
            return 0
    return many


def noted(state: State, who: int, many: int) -> bool:
    """Whether somebody is among those who go."""
    found = False
    for i in range(many):
        found = found or state.scratch[i, WHO_GOES] == who
    return found


def free_to_go(state: State, s: int, first: int, many: int) -> bool:
    """Whether nobody on these seats is fixed, or must be with a set-mate."""
    for i in range(many):
        other = member(state, s, (first + i) % state.sets[s, SIZE])
        if state.people[other, FIXED] or state.people[other, BOND] >= MUST:
            return False
    return True


def trade_places(state: State, there: int, first: int, many: int) -> None:
    """Those noted and those on the seats there change places; again: back."""
    here = state.people[state.scratch[0, WHO_GOES], SET]
    for i in range(many):
        other = member(state, there, (first + i) % state.sets[there, SIZE])
        who = state.scratch[i, WHO_GOES]
        state.scratch[i, WHO_GOES] = other
        exchange(state, who, other)
    refresh(state, here)
    refresh(state, there)


def standing(state: State, s: int, tau: float) -> float:
    """What a set is worth, less its faults."""
    value = worth(state, state.sets[s, SIZE], state.figures[s, QUALITY], tau)
    return value - state.scales[PENALTY] * state.sets[s, FAULTS]
