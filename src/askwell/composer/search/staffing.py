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
NOBODY = -1
# A chain is looked for among so many sets at most: beyond, hardly ever is there one.
PATIENCE = 300


def staff(state: State, asked_from: Ints, waiting: Ints, then: Ints, shift: int) -> int:
    """A greatest matching by augmenting paths (Kuhn); gives how many stay without.

    Of more than `PATIENCE` sets it is only nearly a greatest one.

    Room to work in: `asked_from` has a place for each leader and `waiting` for each
    set, `then` for both. Leaders who were asked in vain need not be asked again: no
    later path ends with them. `shift` is with which leader asking begins.
    """
    asked_from[:] = NOT_ASKED
    for s in range(state.sets.shape[0]):
        if not suits(state, s) and not state.sets[s, LEADER_FIXED]:
            take_spare(state, s, shift, True)
    without = 0
    for s in range(state.sets.shape[0]):
        if suits(state, s) or state.sets[s, LEADER_FIXED]:
            continue
        list_sets(state, then)
        if not find_leader(state, s, asked_from, waiting, then, shift):
            without += 1
            if state.sets[s, LEADER] == NOBODY:
                take_spare(state, s, shift, False)
    return without


def list_sets(state: State, then: Ints) -> None:
    """Chain the sets of each leader: `then[sets + leader]` is the first of them, and
    `then[s]` comes after s."""
    sets = state.sets.shape[0]
    then[:] = NOBODY
    for s in range(sets):
        leader = state.sets[s, LEADER]
        if leader >= 0:
            then[s] = then[sets + leader]
            then[sets + leader] = s


def suits(state: State, s: int) -> bool:
    """Whether a set has a facilitator who fits, and has room for it."""
    leader = state.sets[s, LEADER]
    if leader < 0 or state.leaders[leader, LOAD] > state.leaders[leader, CAPACITY]:
        return False
    return led_faults(state, s, leader) == 0


def take_spare(state: State, s: int, shift: int, only_fitting: bool) -> None:
    """Somebody who has room takes a set, who fits, or as nearly as may be.

    Even somebody who does not fit is of use: the search knows then where to aim.
    """
    leaders, least, chosen = state.leaders.shape[0], 1 << 30, NOBODY
    for turn in range(leaders):
        leader = (turn + shift + s) % leaders
        if state.leaders[leader, LOAD] < state.leaders[leader, CAPACITY]:
            faults = led_faults(state, s, leader)
            if faults < least:
                least, chosen = faults, leader
            if faults == 0:
                break
    if chosen != NOBODY and (least == 0 or not only_fitting):
        lead(state, s, chosen)


def find_leader(  # noqa: PLR0917 -- compiled functions take no keywords
    state: State, s: int, asked_from: Ints, waiting: Ints, then: Ints, shift: int
) -> bool:
    """Free a leader for a set by a chain of changes, the shortest there is."""
    waiting[0] = s
    asked, many, leaders = 0, 1, state.leaders.shape[0]
    while asked < min(many, PATIENCE):
        seeking = waiting[asked]
        asked += 1
        for turn in range(leaders):
            leader = (turn + shift) % leaders
            if asked_from[leader] != NOT_ASKED:
                continue
            if led_faults(state, seeking, leader) > 0:
                continue
            asked_from[leader] = seeking
            if state.leaders[leader, LOAD] < state.leaders[leader, CAPACITY]:
                pass_on(state, s, leader, asked_from)
                replace(asked_from, NOT_ASKED)
                return True
            many = call_upon(state, leader, waiting, then, many)
    replace(asked_from, IN_VAIN)
    return False


def call_upon(state: State, leader: int, waiting: Ints, then: Ints, many: int) -> int:
    """The sets of a leader may look for another."""
    s = then[state.sets.shape[0] + leader]
    while s >= 0:
        if not state.sets[s, LEADER_FIXED]:
            waiting[many] = s
            many += 1
        s = then[s]
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
