"""A division while it is searched: few arrays, a row for each person and each set.

What belongs together lies in one row, so that a look at somebody is one look into
memory, and compiled functions take few arguments. Columns have names (`SET`, `SIZE`);
where there may be several words of something, they begin at a place named in `rules`.
Everything about a set can be computed anew from who sits in it (`refreshing`), so no
rounding ever adds up.

A set with too little common time aims at the blocks most have, and counts who lacks
one of them: so a search sees whether it comes nearer. SHORT is 0 in all other sets.

The kinds of all mixed attributes of a person lie side by side in a word of 60 bits
("packed"): one exclusive-or compares two people in all of them, and counts of equal
kinds are added in the same fields. Ties between two people are numbers whose low,
middle and high 20 bits count meetings before, reasons to stay apart, and must pairs,
so that they, too, are added at once.
"""

# An element of an array is of no type mypy knows.
# mypy: disable-error-code="no-any-return"

from typing import NamedTuple

from askwell.composer.tables import Floats, Ints, Neighbours

# Columns of `people`; those from SET to RIVALS follow from who sits where.
SET, SEAT, BOND, MISFIT, RIVALS = 0, 1, 2, 3, 4
LEVEL, OFFICE, TIES, TIES_END, FIXED, KNOWN, MUSTS = 5, 6, 7, 8, 9, 10, 11
# Words: kinds; equal kinds in the set; free time; free time of the others.
KINDS = 12

# Columns of `sets`.
SIZE, LEADER, MET_IN, SHORT, OFFICES, CROWD, SPAN, FAULTS = 0, 1, 2, 3, 4, 5, 6, 7
CLOSED, LEADER_FIXED = 8, 9
# Words: pairs of equal kinds; common free time; the blocks aimed at; then the seats.
SAME_IN = 10

# Columns of `leaders`; the words of their free time come last.
CAPACITY, LOAD, PERSON, BELOW, BELOW_END, LEADER_FREE = 0, 1, 2, 3, 4, 5

# Columns of `figures`.
SQUARE, ALONG_KNOWN, QUALITY = 0, 1, 2

# Columns of `ties`.
WHO, VALUE = 0, 1
MET, APART, MUST = 1, 1 << 20, 1 << 40
TIE_FIELD = (1 << 20) - 1

# Columns of `coefficients`, of which there is a row for each size of set.
BASE, MET_COST, COST = 0, 1, 2

# Places in `rules`.
SIZE_MIN, SIZE_MAX, MIN_COMMON, MAX_PER_OFFICE, MIN_OFFICES, LEVEL_GAP = range(6)
ROOM, HAS_RIVALS, HAS_GAP = 6, 7, 8
KIND_WORDS, FREE_WORDS = 9, 10
AT_SAME, AT_FREE, AT_REST, AT_COMMON, AT_AIM, AT_SEATS = range(11, 17)
WIDTH, FIELDS, LOW, HIGH, ATTRIBUTES, OFFICE_WORD, OFFICE_SHIFT = range(17, 24)
RULES = 24

# Places in `scales`: what quality is worth, and what a broken rule costs, in units of
# one person's quality.
ALIKE, PER_MEMBER, PER_POOR_SET, PENALTY = 0, 1, 2, 3

# A broken rule costs more than any wish can bring.
HARD = 4.0

# Of somebody with more ties than this, the others' lists are searched instead.
MANY_TIES = 48
ALL = (1 << 60) - 1


class State(NamedTuple):
    """Who sits where, and all that is needed to weigh a change."""

    people: Ints
    sets: Ints
    leaders: Ints
    ties: Ints
    below: Ints
    rivals: Neighbours
    directions: Floats
    along: Floats  # the sum of the directions of a set
    pull: Floats  # of a person: their direction times that sum
    figures: Floats
    coefficients: Floats
    scales: Floats
    rules: Ints
    gumbel: Floats
    near: Ints  # whom to look at first; no columns: everybody
    mark: Ints
    scratch: Ints  # of each seat looked at: its tie, then its equal kinds


def member(state: State, s: int, seat: int) -> int:
    """Who sits there."""
    return state.sets[s, state.rules[AT_SEATS] + seat]


def equal_kinds(state: State, a: int, b: int, word: int) -> int:
    """One in each field where two people are of the same kind."""
    differ = state.people[a, KINDS + word] ^ state.people[b, KINDS + word]
    high = state.rules[HIGH]
    different = (differ + state.rules[LOW]) & high
    return (high ^ different) >> (state.rules[WIDTH] - 1)


def same_office(state: State, packed: int) -> int:
    """The organisation's count in the word it is in."""
    field = (1 << state.rules[WIDTH]) - 1
    return (packed >> state.rules[OFFICE_SHIFT]) & field


def dot(left: Floats, i: int, right: Floats, j: int) -> float:
    """A row times a row; four sums side by side, which processors do at once."""
    size = left.shape[1]
    a, b, c, e = 0.0, 0.0, 0.0, 0.0
    d = 0
    while d + 4 <= size:
        a += left[i, d] * right[j, d]
        b += left[i, d + 1] * right[j, d + 1]
        c += left[i, d + 2] * right[j, d + 2]
        e += left[i, d + 3] * right[j, d + 3]
        d += 4
    while d < size:
        a += left[i, d] * right[j, d]
        d += 1
    return (a + b) + (c + e)


def many_ties(state: State, a: int) -> bool:
    """Whether somebody's list is too long to go through."""
    return state.people[a, TIES_END] - state.people[a, TIES] > MANY_TIES


def tie(state: State, a: int, b: int) -> int:
    """The value of the tie between two people, found in the list of the first."""
    low, last = state.people[a, TIES], state.people[a, TIES_END]
    high = last
    while low < high:
        middle = (low + high) // 2
        if state.ties[middle, WHO] < b:
            low = middle + 1
        else:
            high = middle
    if low < last and state.ties[low, WHO] == b:
        return state.ties[low, VALUE]
    return 0


def unled(state: State, leader: int, who: int) -> int:
    """1 where a leader must not have this person: it is they, or in their line."""
    if leader < 0:
        return 0
    if state.leaders[leader, PERSON] == who:
        return 1
    low, last = state.leaders[leader, BELOW], state.leaders[leader, BELOW_END]
    high = last
    while low < high:
        middle = (low + high) // 2
        if state.below[middle] < who:
            low = middle + 1
        else:
            high = middle
    return int(low < last and state.below[low] == who)


def lacks(state: State, who: int, s: int) -> int:
    """1 where somebody has not all the blocks free that a set aims at."""
    for w in range(state.rules[FREE_WORDS]):
        aim = state.sets[s, state.rules[AT_AIM] + w]
        if state.people[who, state.rules[AT_FREE] + w] & aim != aim:
            return 1
    return 0
