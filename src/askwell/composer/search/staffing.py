"""Gives as many sets as can be a facilitator who fits, changing as few as need be."""

from askwell.composer.search.leading import led_faults
from askwell.composer.search.refreshing import lead
from askwell.composer.search.state import (
    CAPACITY,
    LEADER,
    LEADER_FIXED,
    LOAD,
    State,
)
from askwell.composer.tables import Ints

# What a leader in `asked_from` is who was not asked yet, or is asked in vain.
NOT_ASKED, IN_VAIN = -1, -2


def staff(state: State, asked_from: Ints, waiting: Ints, shift: int) -> int:
    """A greatest matching by augmenting paths (Kuhn); gives how many stay without.

    `asked_from` has a place for each leader, `waiting` for each set. Leaders who were
    asked in vain need not be asked again: no later path ends with them. `shift` is
    with which leader asking begins.
    """
    asked_from[:] = NOT_ASKED
    without = 0
    for s in range(state.sets.shape[0]):
        if suits(state, s) or state.sets[s, LEADER_FIXED]:
            continue
        if not find_leader(state, s, asked_from, waiting, shift):
            without += 1
            take_spare(state, s, shift)
    return without


def suits(state: State, s: int) -> bool:
    """Whether a set has a facilitator who fits, and has room for it."""
    leader = state.sets[s, LEADER]
    if leader < 0 or state.leaders[leader, LOAD] > state.leaders[leader, CAPACITY]:
        return False
    return led_faults(state, s, leader) == 0


def take_spare(state: State, s: int, shift: int) -> None:
    """Where nobody fits, somebody who has room: the search knows where to aim then."""
    leaders, least, chosen = state.leaders.shape[0], 1 << 30, -1
    if state.sets[s, LEADER] >= 0:
        return
    for turn in range(leaders):
        leader = (turn + shift) % leaders
        if state.leaders[leader, LOAD] < state.leaders[leader, CAPACITY]:
            faults = led_faults(state, s, leader)
            if faults < least:
                least, chosen = faults, leader
    if chosen >= 0:
        lead(state, s, chosen)


def find_leader(
    state: State, s: int, asked_from: Ints, waiting: Ints, shift: int
) -> bool:
    """Free a leader for a set by a chain of changes, the shortest there is."""
    waiting[0] = s
    asked, many, leaders = 0, 1, state.leaders.shape[0]
    while asked < many:
        seeking = waiting[asked]
        asked += 1
        for turn in range(leaders):
            leader = (turn + shift) % leaders
            if (
                asked_from[leader] != NOT_ASKED
                or led_faults(state, seeking, leader) > 0
            ):
                continue
            asked_from[leader] = seeking
            if state.leaders[leader, LOAD] < state.leaders[leader, CAPACITY]:
                pass_on(state, s, leader, asked_from)
                replace(asked_from, NOT_ASKED)
                return True
            many = call_upon(state, leader, waiting, many)
    replace(asked_from, IN_VAIN)
    return False


def call_upon(state: State, leader: int, waiting: Ints, many: int) -> int:
    """The sets of a leader may look for another."""
    for s in range(state.sets.shape[0]):
        if state.sets[s, LEADER] == leader and not state.sets[s, LEADER_FIXED]:
            waiting[many] = s
            many += 1
    return many


def pass_on(state: State, s: int, leader: int, asked_from: Ints) -> None:
    """Each set on the chain takes the leader it asked for."""
    while True:
        seeking = asked_from[leader]
        before = state.sets[seeking, LEADER]
        lead(state, seeking, leader)
        if seeking == s:
            return
        leader = before


def replace(asked_from: Ints, mark: int) -> None:
    """Mark whoever was asked in this search."""
    for leader in range(len(asked_from)):
        if asked_from[leader] >= 0:
            asked_from[leader] = mark
