"""Computes all that follows from who sits in a set, and moves people about."""

from askwell.composer.scoring import bits
from askwell.composer.search.state import (
    ALL,
    ALONG_KNOWN,
    AT_AIM,
    AT_COMMON,
    AT_FREE,
    AT_REST,
    AT_SAME,
    AT_SEATS,
    BOND,
    CROWD,
    FAULTS,
    FREE_WORDS,
    HAS_GAP,
    HAS_RIVALS,
    KIND_WORDS,
    KNOWN,
    LEADER,
    LEADER_FREE,
    LOAD,
    MAX_PER_OFFICE,
    MET_IN,
    MIN_COMMON,
    MISFIT,
    OFFICE,
    OFFICES,
    QUALITY,
    RIVALS,
    SAME_IN,
    SEAT,
    SET,
    SHORT,
    SIZE,
    SPAN,
    SQUARE,
    TIE_FIELD,
    TIES,
    TIES_END,
    VALUE,
    WHO,
    State,
    dot,
    equal_kinds,
    lacks,
    many_ties,
    member,
    tie,
    unled,
)
from askwell.composer.search.worth import (
    alikeness,
    faults_now,
    freshness,
    rivals_with,
    sameness,
    span_without,
)


def refresh_all(state: State) -> None:
    """Compute everything that follows from who sits where."""
    for s in range(state.sets.shape[0]):
        refresh(state, s)


def refresh(state: State, s: int) -> None:
    """Compute everything that follows from who sits in one set."""
    refresh_kinds(state, s)
    refresh_offices(state, s)
    refresh_directions(state, s)
    refresh_free(state, s)
    refresh_ties(state, s)
    if state.rules[HAS_GAP]:
        state.sets[s, SPAN] = span_without(state, s, -1, -1)
    state.figures[s, QUALITY] = quality_now(state, s)
    state.sets[s, FAULTS] = faults_now(state, s)


def quality_now(state: State, s: int) -> float:
    """The quality of a set."""
    m = state.sets[s, SIZE]
    quality = freshness(state, m, state.sets[s, MET_IN])
    quality += alikeness(
        state, m, state.figures[s, SQUARE], state.figures[s, ALONG_KNOWN]
    )
    for word in range(state.rules[KIND_WORDS]):
        quality -= sameness(state, m, word, state.sets[s, SAME_IN + word])
    return quality


def refresh_kinds(state: State, s: int) -> None:
    """Who is of whose kind."""
    m, at_same = state.sets[s, SIZE], state.rules[AT_SAME]
    for word in range(state.rules[KIND_WORDS]):
        total = 0
        for i in range(m):
            a = member(state, s, i)
            state.people[a, at_same + word] = 0
            for j in range(i):
                b = member(state, s, j)
                equal = equal_kinds(state, a, b, word)
                state.people[a, at_same + word] += equal
                state.people[b, at_same + word] += equal
                total += equal
        state.sets[s, SAME_IN + word] = total


def refresh_offices(state: State, s: int) -> None:
    """How many organisations are in a set, and how many people too many of one."""
    offices, crowd = 0, 0
    for i in range(state.sets[s, SIZE]):
        office = state.people[member(state, s, i), OFFICE]
        before = 0
        for j in range(i):
            if state.people[member(state, s, j), OFFICE] == office:
                before += 1
        offices += int(before == 0)
        crowd += int(before >= state.rules[MAX_PER_OFFICE])
    state.sets[s, OFFICES] = offices
    state.sets[s, CROWD] = crowd


def refresh_directions(state: State, s: int) -> None:
    """The sum of the directions and how each stands to it."""
    m = state.sets[s, SIZE]
    square, known = 0.0, 0
    for d in range(state.directions.shape[1]):
        along = 0.0
        for i in range(m):
            along += state.directions[member(state, s, i), d]
        state.along[s, d] = along
        square += along * along
    for i in range(m):
        who = member(state, s, i)
        state.pull[who] = dot(state.directions, who, state.along, s)
        known += state.people[who, KNOWN]
    state.figures[s, SQUARE] = square
    state.figures[s, ALONG_KNOWN] = known


def refresh_free(state: State, s: int) -> None:
    """What all have free, and what is left of it without each one."""
    m, leader, shared = state.sets[s, SIZE], state.sets[s, LEADER], 0
    at_free, at_rest = state.rules[AT_FREE], state.rules[AT_REST]
    for w in range(state.rules[FREE_WORDS]):
        whole = ALL
        if leader >= 0:
            whole = state.leaders[leader, LEADER_FREE + w]
        common, before = ALL, whole
        for i in range(m):
            who = member(state, s, i)
            state.people[who, at_rest + w] = before
            before &= state.people[who, at_free + w]
            common &= state.people[who, at_free + w]
        after = ALL
        for i in range(m - 1, -1, -1):
            who = member(state, s, i)
            state.people[who, at_rest + w] &= after
            after &= state.people[who, at_free + w]
        state.sets[s, state.rules[AT_COMMON] + w] = common
        shared += bits(common & whole)
    state.sets[s, SHORT] = 0
    if shared < state.rules[MIN_COMMON]:
        aim(state, s)


def aim(state: State, s: int) -> None:
    """Choose the blocks most members have, of the leader's; count who lacks one."""
    at_aim, leader = state.rules[AT_AIM], state.sets[s, LEADER]
    for w in range(state.rules[FREE_WORDS]):
        state.sets[s, at_aim + w] = 0
    for _ in range(state.rules[MIN_COMMON]):
        most, word, chosen = -1, 0, 0
        for w in range(state.rules[FREE_WORDS]):
            open_blocks = ALL ^ state.sets[s, at_aim + w]
            if leader >= 0:
                open_blocks &= state.leaders[leader, LEADER_FREE + w]
            while open_blocks != 0:
                block = open_blocks & -open_blocks
                open_blocks ^= block
                count = how_many_have(state, s, w, block)
                if count > most:
                    most, word, chosen = count, w, block
        state.sets[s, at_aim + word] |= chosen
    short = 0
    for i in range(state.sets[s, SIZE]):
        short += lacks(state, member(state, s, i), s)
    state.sets[s, SHORT] = max(1, short)


def how_many_have(state: State, s: int, word: int, block: int) -> int:
    """How many members have a block free."""
    count = 0
    for i in range(state.sets[s, SIZE]):
        who = member(state, s, i)
        count += int(state.people[who, state.rules[AT_FREE] + word] & block != 0)
    return count


def refresh_ties(state: State, s: int) -> None:
    """Who is tied to whom in a set, its leader and competitors included."""
    met = 0
    for i in range(state.sets[s, SIZE]):
        a = member(state, s, i)
        bond = bond_with(state, a, s)
        met += bond & TIE_FIELD
        state.people[a, BOND] = bond
        state.people[a, MISFIT] = unled(state, state.sets[s, LEADER], a)
        if state.rules[HAS_RIVALS]:
            state.people[a, RIVALS] = rivals_with(state, a, s, a)
    state.sets[s, MET_IN] = met // 2


def bond_with(state: State, a: int, s: int) -> int:
    """The ties of somebody to the members of a set, added."""
    total = 0
    if many_ties(state, a):
        for i in range(state.sets[s, SIZE]):
            total += tie(state, member(state, s, i), a)
        return total
    for at in range(state.people[a, TIES], state.people[a, TIES_END]):
        if state.people[state.ties[at, WHO], SET] == s:
            total += state.ties[at, VALUE]
    return total


def put(state: State, who: int, s: int, seat: int) -> None:
    """Set somebody down on a seat."""
    state.sets[s, state.rules[AT_SEATS] + seat] = who
    state.people[who, SET] = s
    state.people[who, SEAT] = seat


def exchange(state: State, a: int, b: int) -> None:
    """Two people change places; sums are not yet made anew."""
    here, there = state.people[a, SET], state.people[b, SET]
    seat_a, seat_b = state.people[a, SEAT], state.people[b, SEAT]
    put(state, a, there, seat_b)
    put(state, b, here, seat_a)


def swap(state: State, a: int, b: int) -> None:
    """Two people change places."""
    exchange(state, a, b)
    refresh(state, state.people[a, SET])
    refresh(state, state.people[b, SET])


def move(state: State, a: int, there: int) -> None:
    """Somebody goes to another set; the last of the old one takes their seat."""
    here, seat = state.people[a, SET], state.people[a, SEAT]
    last = state.sets[here, SIZE] - 1
    put(state, member(state, here, last), here, seat)
    state.sets[here, SIZE] = last
    put(state, a, there, state.sets[there, SIZE])
    state.sets[there, SIZE] += 1
    refresh(state, here)
    refresh(state, there)


def lead(state: State, s: int, leader: int) -> None:
    """Give a set to a facilitator (-1: to nobody)."""
    old = state.sets[s, LEADER]
    if old >= 0:
        state.leaders[old, LOAD] -= 1
    state.sets[s, LEADER] = leader
    if leader >= 0:
        state.leaders[leader, LOAD] += 1
    refresh(state, s)
