"""The measure: how good a set and a division are, and which rules they break.

Plain functions over the arrays of `tables`. The search runs them compiled, appraising
runs them as they are: one source, so both always agree. `members` is an int64 array of
people's numbers, `leader` a facilitator's number or -1.

    parts = parts_of(arrays, members)      # one figure a wish, in wishes.PARTS' order
    quality_of(arrays, parts)              # of one set
    breaches_of(arrays, members, leader)   # how often each of RULES is broken in it
    total_of(arrays, sizes, parts_of_all)  # of all sets: (total, fairness)

A set of one, or of nobody, has no pairs: all its parts are 0. Where everybody is of
one kind there is nothing to mix, and a mixed wish is 1. Somebody whose challenge is
not known is like nobody. Rules about more than one set (how many there are, must
pairs in two sets, a facilitator's capacity) are counted by whoever knows all sets.
"""

import math

import numpy as np

from askwell.composer.proposal import Rule
from askwell.composer.tables import Arrays, Floats, Ints, Neighbours

# What `breaches_of` counts, in its order.
RULES = (
    Rule.SIZE,
    Rule.LINE_MANAGER,
    Rule.MUST_NOT,
    Rule.AVAILABILITY,
    Rule.ORGANISATION_MIX,
    Rule.EXCLUSIVE,
    Rule.LEVEL_GAP,
    Rule.FACILITATOR,
)


def pairs_of(m: int) -> int:
    """How many pairs there are among so many."""
    return m * (m - 1) // 2


def most_pairs(m: int, kinds: int) -> int:
    """The most pairs that can differ: people spread evenly over the kinds."""
    k = max(1, min(m, kinds))
    q, r = m // k, m % k
    return pairs_of(m) - r * (q * (q + 1) // 2) - (k - r) * (q * (q - 1) // 2)


def linked(neighbours: Neighbours, a: int, b: int) -> bool:
    """Whether b is among the neighbours of a."""
    low, high = neighbours.at[a], neighbours.at[a + 1]
    while low < high:
        middle = (low + high) // 2
        if neighbours.who[middle] < b:
            low = middle + 1
        else:
            high = middle
    return bool(low < neighbours.at[a + 1] and neighbours.who[low] == b)


def linked_pairs(neighbours: Neighbours, members: Ints) -> int:
    """How many pairs of members are neighbours."""
    count = 0
    for i in range(len(members)):
        for j in range(i):
            if linked(neighbours, members[i], members[j]):
                count += 1
    return count


def same_pairs(codes: Ints, members: Ints, column: int) -> int:
    """How many pairs of members are of the same kind."""
    count = 0
    for i in range(len(members)):
        for j in range(i):
            if codes[members[i], column] == codes[members[j], column]:
                count += 1
    return count


def mean_cosine(arrays: Arrays, members: Ints) -> float:
    """Over all pairs: with `t` the sum of the directions, (t.t - known) / m(m-1)."""
    square, known = 0.0, 0.0
    for d in range(arrays.directions.shape[1]):
        along = 0.0
        for i in range(len(members)):
            along += arrays.directions[members[i], d]
        square += along * along
    for i in range(len(members)):
        known += arrays.known[members[i]]
    return (square - known) / (2 * pairs_of(len(members)))


def mixed_part(m: int, kinds: int, same: int) -> float:
    """Pairs that differ, of the most that could."""
    most = most_pairs(m, kinds)
    if most == 0:
        return 1.0
    return (pairs_of(m) - same) / most


def alike_part(cosine: float, unlike: bool) -> float:
    """Below 0 counts as 0; where unlike challenges are wished for, what is left."""
    if unlike:
        return 1.0 - max(0.0, cosine)
    return max(0.0, cosine)


def parts_of(arrays: Arrays, members: Ints) -> Floats:
    """How well a set meets each wish, in the order of `wishes.PARTS`."""
    parts = np.zeros(len(arrays.weights))
    m, mixed = len(members), len(arrays.kinds)
    if pairs_of(m) == 0:
        return parts
    for k in range(mixed):
        same = same_pairs(arrays.codes, members, k)
        parts[k] = mixed_part(m, arrays.kinds[k], same)
    parts[mixed] = alike_part(mean_cosine(arrays, members), arrays.unlike)
    parts[mixed + 1] = 1.0 - linked_pairs(arrays.met, members) / pairs_of(m)
    return parts


def quality_of(arrays: Arrays, parts: Floats) -> float:
    """The weighted mean of a set's parts."""
    total, weight = 0.0, 0.0
    for k in range(len(parts)):
        total += arrays.weights[k] * parts[k]
        weight += arrays.weights[k]
    if weight == 0.0:
        return 0.0
    return total / weight


def poorest(arrays: Arrays, sets: int) -> int:
    """How many sets count as the poorest."""
    return min(sets, max(1, math.ceil(arrays.fairness_share * sets)))


def fairness_of(arrays: Arrays, qualities: Floats) -> float:
    """The mean quality of the poorest sets; each counts once."""
    if len(qualities) == 0:
        return 0.0
    many = poorest(arrays, len(qualities))
    lowest = np.sort(qualities)
    total = 0.0
    for s in range(many):
        total += lowest[s]
    return total / many


def averages_of(sizes: Ints, parts: Floats) -> Floats:
    """Each part averaged over people: a set counts by its size; a row is a set."""
    averages = np.zeros(parts.shape[1])
    people = 0
    for s in range(len(sizes)):
        people += sizes[s]
        for k in range(parts.shape[1]):
            averages[k] += sizes[s] * parts[s, k]
    if people > 0:
        for k in range(parts.shape[1]):
            averages[k] /= people
    return averages


def total_of(arrays: Arrays, sizes: Ints, parts: Floats) -> tuple[float, float]:
    """The total of a division and its fairness; a row of `parts` is a set."""
    qualities = np.zeros(len(sizes))
    for s in range(len(sizes)):
        qualities[s] = quality_of(arrays, parts[s])
    fairness = fairness_of(arrays, qualities)
    return blended(arrays, averages_of(sizes, parts), fairness), fairness


def blended(arrays: Arrays, averages: Floats, fairness: float) -> float:
    """The weighted mean of the averaged parts and fairness."""
    total = arrays.fairness_weight * fairness
    weight = arrays.fairness_weight
    for k in range(len(averages)):
        total += arrays.weights[k] * averages[k]
        weight += arrays.weights[k]
    if weight == 0.0:
        return 0.0
    return total / weight


def bits(word: int) -> int:
    """How many bits are set."""
    count = 0
    while word != 0:
        word &= word - 1
        count += 1
    return count


def common_blocks(arrays: Arrays, members: Ints, leader: int) -> int:
    """How many blocks all members have free (and the facilitator, unless -1)."""
    count = 0
    for w in range(arrays.free.shape[1]):
        word = (1 << 60) - 1
        for i in range(len(members)):
            word &= arrays.free[members[i], w]
        if leader >= 0:
            word &= arrays.leader_free[leader, w]
        count += bits(word)
    return count


def most_of_one_organisation(arrays: Arrays, members: Ints) -> int:
    """How many members the best represented organisation has."""
    most = 0
    for i in range(len(members)):
        count = 0
        for j in range(len(members)):
            if arrays.organisation[members[i]] == arrays.organisation[members[j]]:
                count += 1
        most = max(most, count)
    return most


def organisations(arrays: Arrays, members: Ints) -> int:
    """How many organisations the members come from."""
    count = 0
    for i in range(len(members)):
        first = True
        for j in range(i):
            if arrays.organisation[members[i]] == arrays.organisation[members[j]]:
                first = False
        if first:
            count += 1
    return count


def rival_pairs(arrays: Arrays, members: Ints) -> int:
    """Pairs of members from two organisations that may not meet."""
    if len(arrays.rivals.who) == 0:
        return 0
    count = 0
    for i in range(len(members)):
        for j in range(i):
            a, b = arrays.organisation[members[i]], arrays.organisation[members[j]]
            if linked(arrays.rivals, a, b):
                count += 1
    return count


def level_span(arrays: Arrays, members: Ints) -> int:
    """By how much the levels of the members differ."""
    if len(members) == 0:
        return 0
    low = high = arrays.level[members[0]]
    for i in range(len(members)):
        low = min(low, arrays.level[members[i]])
        high = max(high, arrays.level[members[i]])
    return int(high - low)


def stands_apart(arrays: Arrays, members: Ints, leader: int) -> bool:
    """Whether a facilitator is no member and in no member's line."""
    for i in range(len(members)):
        if arrays.leader_person[leader] == members[i]:
            return False
        if linked(arrays.below, leader, members[i]):
            return False
    return True


def fits(arrays: Arrays, members: Ints, leader: int) -> bool:
    """Whether a facilitator can take a set, their other sets aside."""
    common = common_blocks(arrays, members, leader)
    return common >= arrays.min_common and stands_apart(arrays, members, leader)


def breaches_of(arrays: Arrays, members: Ints, leader: int) -> Ints:
    """How often each of `RULES` is broken in one set.

    Pairs count each, everything else once. Without any facilitator in the brief no
    set needs one; otherwise a set without one (-1) breaks the rule.
    """
    m = len(members)
    found = np.zeros(8, dtype=np.int64)
    found[0] = int(m < arrays.size_min or m > arrays.size_max)
    found[1] = linked_pairs(arrays.line, members)
    found[2] = linked_pairs(arrays.must_not, members)
    found[3] = int(common_blocks(arrays, members, -1) < arrays.min_common)
    found[4] = int(
        organisations(arrays, members) < arrays.min_organisations
        or most_of_one_organisation(arrays, members) > arrays.max_per_organisation
    )
    found[5] = rival_pairs(arrays, members)
    found[6] = int(level_span(arrays, members) > arrays.level_gap)
    if len(arrays.capacity) > 0:
        found[7] = int(leader < 0 or not fits(arrays, members, leader))
    return found


def judge(
    arrays: Arrays, seats: Ints, sizes: Ints, leaders: Ints, parts: Floats
) -> Ints:
    """Fill in the parts of all sets, a row each; gives how often `RULES` are broken."""
    found = np.zeros(8, dtype=np.int64)
    for s in range(len(sizes)):
        members = seats[s, : sizes[s]]
        parts[s] = parts_of(arrays, members)
        found += breaches_of(arrays, members, leaders[s])
    return found
