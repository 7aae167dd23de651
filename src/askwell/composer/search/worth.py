"""What a set is worth while searching, and what its broken rules count.

The same figures as `scoring.quality_of`, written as sums for each size of set.
"""

# An element of an array is of no type mypy knows.
# mypy: disable-error-code="no-any-return"

from askwell.composer.scoring import linked, pairs_of
from askwell.composer.search.state import (
    ALIKE,
    APART,
    ATTRIBUTES,
    BASE,
    BOND,
    CAPACITY,
    COST,
    CROWD,
    FAULTS,
    FIELDS,
    LEADER,
    LEVEL,
    LEVEL_GAP,
    LOAD,
    MET_COST,
    MIN_COMMON,
    MIN_OFFICES,
    MISFIT,
    MUST,
    MUSTS,
    OFFICE,
    OFFICES,
    PER_MEMBER,
    PER_POOR_SET,
    RIVALS,
    SHORT,
    SIZE,
    SIZE_MAX,
    SIZE_MIN,
    SPAN,
    TIE_FIELD,
    WIDTH,
    State,
    member,
)


def sameness(state: State, m: int, word: int, packed: int) -> float:
    """What the pairs of one kind, counted in one word, cost a set of m."""
    cost = 0.0
    width, fields = state.rules[WIDTH], state.rules[FIELDS]
    field = (1 << width) - 1
    first = word * fields
    for k in range(first, min(first + fields, state.rules[ATTRIBUTES])):
        cost += state.coefficients[m, COST + k] * (packed & field)
        packed >>= width
    return cost


def freshness(state: State, m: int, met: int) -> float:
    """What a set of m has without sameness and alikeness."""
    return state.coefficients[m, BASE] - state.coefficients[m, MET_COST] * met


def alikeness(state: State, m: int, square: float, known: float) -> float:
    """What alike challenges add to a set of m; below 0 counts as 0."""
    if pairs_of(m) == 0:
        return 0.0
    return state.scales[ALIKE] * max(0.0, (square - known) / (2 * pairs_of(m)))


def worth(state: State, m: int, quality: float, tau: float) -> float:
    """What a set adds to the total; `tau` is where a set begins to be a poor one.

    Fairness as a sum over sets: Rockafellar and Uryasev, Optimization of conditional
    value-at-risk, Journal of Risk 2 (2000).
    """
    poor = max(0.0, tau - quality)
    return state.scales[PER_MEMBER] * m * quality - state.scales[PER_POOR_SET] * poor


def size_faults(state: State, m: int) -> int:
    """By how many people a set is too small or too large."""
    return max(0, state.rules[SIZE_MIN] - m) + max(0, m - state.rules[SIZE_MAX])


def office_faults(state: State, offices: int) -> int:
    """How many organisations are wanting."""
    return max(0, state.rules[MIN_OFFICES] - offices)


def span_without(state: State, s: int, leaver: int, joiner: int) -> int:
    """By how much the levels exceed the gap if one left and one joined (-1: nobody)."""
    low, high = 1 << 30, -(1 << 30)
    if joiner >= 0:
        low = high = state.people[joiner, LEVEL]
    for i in range(state.sets[s, SIZE]):
        who = member(state, s, i)
        if who != leaver:
            low = min(low, state.people[who, LEVEL])
            high = max(high, state.people[who, LEVEL])
    return max(0, high - low - state.rules[LEVEL_GAP])


def rivals_with(state: State, who: int, s: int, but: int) -> int:
    """How many members of a set (but one) are of organisations that may not meet."""
    count, office = 0, state.people[who, OFFICE]
    if state.rivals.at[office + 1] == state.rivals.at[office]:
        return 0
    for i in range(state.sets[s, SIZE]):
        other = member(state, s, i)
        if other != but and linked(state.rivals, office, state.people[other, OFFICE]):
            count += 1
    return count


def faults_now(state: State, s: int) -> int:
    """How far a set is from keeping all rules; must pairs are not in it."""
    m, twice = state.sets[s, SIZE], 0
    faults = state.sets[s, SHORT] + size_faults(state, m) + state.sets[s, SPAN]
    faults += state.sets[s, CROWD] + office_faults(state, state.sets[s, OFFICES])
    for i in range(m):
        a = member(state, s, i)
        twice += (state.people[a, BOND] // APART) & TIE_FIELD
        twice += state.people[a, RIVALS]
        faults += state.people[a, MISFIT]
    if state.sets[s, LEADER] < 0 and state.leaders.shape[0] > 0:
        faults += leaderless(state)
    return faults + twice // 2


def leaderless(state: State) -> int:
    """What it counts to have no facilitator: more than to have one who hardly fits."""
    return state.rules[MIN_COMMON] + 1


def faults_of_all(state: State) -> int:
    """How far a division is from keeping all rules."""
    faults, wanted = 0, 0
    for s in range(state.sets.shape[0]):
        faults += state.sets[s, FAULTS]
    for leader in range(state.leaders.shape[0]):
        faults += max(0, state.leaders[leader, LOAD] - state.leaders[leader, CAPACITY])
    for a in range(state.people.shape[0]):
        wanted += state.people[a, MUSTS] - state.people[a, BOND] // MUST
    return faults + wanted // 2
