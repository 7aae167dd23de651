"""Facilitator changes while searching: another one, or two sets exchange theirs."""

# An element of an array is of no type mypy knows.
# mypy: disable-error-code="no-any-return"

from askwell.composer.scoring import bits
from askwell.composer.search.chance import below
from askwell.composer.search.refreshing import lead
from askwell.composer.search.state import (
    AT_COMMON,
    CAPACITY,
    FAULTS,
    FREE_WORDS,
    LEADER,
    LEADER_FIXED,
    LEADER_FREE,
    LOAD,
    MIN_COMMON,
    SIZE,
    State,
    member,
    unled,
)
from askwell.composer.search.worth import leaderless
from askwell.composer.tables import Ints


def led_faults(state: State, s: int, leader: int) -> int:
    """Broken rules of a set that are a matter of who leads it."""
    short = state.rules[MIN_COMMON]
    for w in range(state.rules[FREE_WORDS]):
        word = state.sets[s, state.rules[AT_COMMON] + w]
        if leader >= 0:
            word &= state.leaders[leader, LEADER_FREE + w]
        short -= min(short, bits(word))
    if leader < 0:
        return short + leaderless(state)
    for i in range(state.sets[s, SIZE]):
        short += unled(state, leader, member(state, s, i))
    return short


def try_leader(state: State, chance: Ints) -> None:
    """Give some set another facilitator where that breaks nothing new."""
    try_leader_of(state, chance, below(chance, state.sets.shape[0]))


def try_leader_of(state: State, chance: Ints, s: int) -> None:
    """Give a set another facilitator where that breaks nothing new."""
    if state.sets[s, LEADER_FIXED]:
        return
    leader = below(chance, state.leaders.shape[0])
    if state.leaders[leader, LOAD] < state.leaders[leader, CAPACITY]:
        try_spare(state, s, leader)
        return
    other = below(chance, state.sets.shape[0])
    if other != s and not state.sets[other, LEADER_FIXED]:
        try_exchange(state, s, other)


def try_spare(state: State, s: int, leader: int) -> None:
    """A facilitator with room takes a set."""
    after = led_faults(state, s, leader)
    if after == 0 or after <= led_faults(state, s, state.sets[s, LEADER]):
        lead(state, s, leader)


def try_exchange(state: State, s: int, other: int) -> None:
    """Two sets exchange facilitators."""
    mine, theirs = state.sets[s, LEADER], state.sets[other, LEADER]
    after = led_faults(state, s, theirs)
    if after > state.sets[s, FAULTS] + state.sets[other, FAULTS]:
        return
    after += led_faults(state, other, mine)
    before = led_faults(state, s, mine) + led_faults(state, other, theirs)
    if after <= before:
        lead(state, s, -1)
        lead(state, other, mine)
        lead(state, s, theirs)
