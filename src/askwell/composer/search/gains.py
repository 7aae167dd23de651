"""What it would gain to put somebody into another set, in exchange or alone.

One look takes a person and a set, and weighs every member of that set as a partner at
once, and a plain move; what all of these have in common is worked out a single time.
"""

# An element of an array is of no type mypy knows.
# mypy: disable-error-code="no-any-return"

from askwell.composer.scoring import bits
from askwell.composer.search.chance import QUANTILES, draw
from askwell.composer.search.state import (
    ALONG_KNOWN,
    APART,
    AT_COMMON,
    AT_FREE,
    AT_REST,
    AT_SAME,
    BOND,
    FAULTS,
    FIXED,
    FREE_WORDS,
    HAS_GAP,
    HAS_RIVALS,
    KIND_WORDS,
    KNOWN,
    LEADER,
    LEADER_FREE,
    MAX_PER_OFFICE,
    MET_IN,
    MIN_COMMON,
    MISFIT,
    MUST,
    OFFICE_WORD,
    OFFICES,
    PENALTY,
    QUALITY,
    RIVALS,
    ROOM,
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
    same_office,
    tie,
    unled,
)
from askwell.composer.search.worth import (
    alikeness,
    freshness,
    office_faults,
    rivals_with,
    sameness,
    size_faults,
    span_without,
    worth,
)
from askwell.composer.tables import Ints

# A loss of so many temperatures is never taken.
HOPELESS = 14.0
# Columns of `scratch`: the tie of a seat, then its equal kinds; sums in the last row.
TIED, EQUAL = 0, 1


def mark_ties(state: State, a: int, value: int) -> None:
    """Mark everybody tied to the set-mates of a; those with many ties are left out.

    With `value` 0 the marks are taken away.
    """
    s = state.people[a, SET]
    for i in range(state.sets[s, SIZE]):
        mate = member(state, s, i)
        if mate == a or many_ties(state, mate):
            continue
        for at in range(state.people[mate, TIES], state.people[mate, TIES_END]):
            marked = state.mark[state.ties[at, WHO]] + state.ties[at, VALUE]
            state.mark[state.ties[at, WHO]] = marked * value


def much_tied(state: State, a: int) -> bool:
    """Whether a set-mate of a has many ties."""
    s = state.people[a, SET]
    for i in range(state.sets[s, SIZE]):
        mate = member(state, s, i)
        if mate != a and many_ties(state, mate):
            return True
    return False


def bond_with_mates(state: State, b: int, a: int, heavy: bool) -> int:
    """The ties of b to the set-mates of a, who are marked."""
    total = state.mark[b]
    if heavy:
        s = state.people[a, SET]
        for i in range(state.sets[s, SIZE]):
            mate = member(state, s, i)
            if mate != a and many_ties(state, mate):
                total += tie(state, b, mate)
    return total


def compare(state: State, a: int, s: int) -> None:
    """Who of a set is of the kind of a, and who is tied to a; sums in the last row."""
    m, last = state.sets[s, SIZE], state.rules[ROOM]
    for word in range(state.rules[KIND_WORDS]):
        total_equal = 0
        for j in range(m):
            equal = equal_kinds(state, a, member(state, s, j), word)
            state.scratch[j, EQUAL + word] = equal
            total_equal += equal
        state.scratch[last, EQUAL + word] = total_equal
    for j in range(m):
        state.scratch[j, TIED] = 0
    total = 0
    if many_ties(state, a):
        for j in range(m):
            value = tie(state, member(state, s, j), a)
            state.scratch[j, TIED] = value
            total += value
    else:
        for at in range(state.people[a, TIES], state.people[a, TIES_END]):
            other = state.ties[at, WHO]
            if state.people[other, SET] == s:
                state.scratch[state.people[other, SEAT], TIED] = state.ties[at, VALUE]
                total += state.ties[at, VALUE]
    state.scratch[last, TIED] = total


def shortage(state: State, s: int, stays: int, joins: int) -> int:
    """How much common time is wanting where one joins in the place of another."""
    wanted = state.rules[MIN_COMMON]
    at_rest, at_free = state.rules[AT_REST], state.rules[AT_FREE]
    for w in range(state.rules[FREE_WORDS]):
        both = state.people[stays, at_rest + w] & state.people[joins, at_free + w]
        while both != 0 and wanted > 0:
            both &= both - 1
            wanted -= 1
    if wanted == 0 or state.sets[s, SHORT] == 0:
        return wanted
    others = state.sets[s, SHORT] - lacks(state, stays, s)
    return max(1, others + lacks(state, joins, s))


def office_change(state: State, s: int, out: int, into: int) -> int:
    """Faults of the organisation mix gained, by how many share theirs (-1: nobody)."""
    most, offices, change = state.rules[MAX_PER_OFFICE], state.sets[s, OFFICES], 0
    before = office_faults(state, offices)
    if out >= 0:
        offices -= int(out == 0)
        change -= int(out >= most)
    if into >= 0:
        offices += int(into == 0)
        change += int(into >= most)
    return change + office_faults(state, offices) - before


def tie_change(before: int, after: int) -> int:
    """Reasons to stay apart gained, and must pairs lost."""
    apart = ((after // APART) & TIE_FIELD) - ((before // APART) & TIE_FIELD)
    return apart - (after // MUST - before // MUST)


def swap_faults(state: State, a: int, b: int, bond_a: int, bond_b: int) -> int:
    """Broken rules gained by a swap, but for free time and the organisation mix."""
    here, there = state.people[a, SET], state.people[b, SET]
    change = tie_change(state.people[a, BOND], bond_a)
    change += tie_change(state.people[b, BOND], bond_b)
    change += unled(state, state.sets[here, LEADER], b) - state.people[b, MISFIT]
    change += unled(state, state.sets[there, LEADER], a) - state.people[a, MISFIT]
    if state.rules[HAS_RIVALS]:
        change += rivals_with(state, b, here, a) - state.people[b, RIVALS]
        change += rivals_with(state, a, there, b) - state.people[a, RIVALS]
    if state.rules[HAS_GAP]:
        change += span_without(state, here, a, b) - state.sets[here, SPAN]
        change += span_without(state, there, b, a) - state.sets[there, SPAN]
    return change


def kinds_met(state: State, b: int, a: int, word: int) -> int:
    """How many set-mates of a are of the kind of b, packed."""
    s, total = state.people[a, SET], 0
    for i in range(state.sets[s, SIZE]):
        total += equal_kinds(state, b, member(state, s, i), word)
    return total - equal_kinds(state, b, a, word)


def swap_gain(  # noqa: PLR0917 -- compiled functions take no keywords
    state: State,
    a: int,
    seat: int,
    there: int,
    heavy: bool,
    toward: float,
    tau: float,
    tolerance: float,
) -> float:
    """The gain of a swap with who is on that seat there.

    `toward` is a's direction times the sum of the other set's. A gain that newly
    broken rules put below `-tolerance` is only said to be below it.
    """
    here, b = state.people[a, SET], member(state, there, seat)
    penalty = state.scales[PENALTY]
    faults = shortage(state, here, a, b) - state.sets[here, SHORT]
    faults += shortage(state, there, b, a) - state.sets[there, SHORT]
    clean = state.sets[here, FAULTS] + state.sets[there, FAULTS] == 0
    if clean and faults * penalty > tolerance:
        return -2.0 * tolerance
    last, at_same = state.rules[ROOM], state.rules[AT_SAME]
    bond_a = state.scratch[last, TIED] - state.scratch[seat, TIED]
    bond_b = bond_with_mates(state, b, a, heavy)
    faults += swap_faults(state, a, b, bond_a, bond_b)
    if clean and faults * penalty > tolerance:
        return -2.0 * tolerance
    m, k = state.sets[here, SIZE], state.sets[there, SIZE]
    met_a, met_b = state.people[a, BOND] & TIE_FIELD, state.people[b, BOND] & TIE_FIELD
    met_here = state.sets[here, MET_IN] - met_a + (bond_b & TIE_FIELD)
    met_there = state.sets[there, MET_IN] - met_b + (bond_a & TIE_FIELD)
    q_here, q_there = freshness(state, m, met_here), freshness(state, k, met_there)
    for word in range(state.rules[KIND_WORDS]):
        out_a, out_b = state.people[a, at_same + word], state.people[b, at_same + word]
        in_b = kinds_met(state, b, a, word)
        in_a = state.scratch[last, EQUAL + word] - state.scratch[seat, EQUAL + word]
        same_here = state.sets[here, SAME_IN + word] - out_a + in_b
        same_there = state.sets[there, SAME_IN + word] - out_b + in_a
        q_here -= sameness(state, m, word, same_here)
        q_there -= sameness(state, k, word, same_there)
        if word == state.rules[OFFICE_WORD]:
            gone, come = same_office(state, out_a), same_office(state, in_b)
            faults += office_change(state, here, gone, come)
            gone, come = same_office(state, out_b), same_office(state, in_a)
            faults += office_change(state, there, gone, come)
    if clean and faults * penalty > tolerance:
        return -2.0 * tolerance
    # With t the sum: (t - a + b).(t - a + b) = t.t - 2 t.a + 2 t.b + (a - b).(a - b).
    known_a, known_b = state.people[a, KNOWN], state.people[b, KNOWN]
    both = known_a + known_b - 2.0 * dot(state.directions, a, state.directions, b)
    back = dot(state.directions, b, state.along, here)
    square_here = state.figures[here, SQUARE] + 2.0 * (back - state.pull[a]) + both
    square_there = state.figures[there, SQUARE] + 2.0 * (toward - state.pull[b]) + both
    known_here = state.figures[here, ALONG_KNOWN] - known_a + known_b
    known_there = state.figures[there, ALONG_KNOWN] - known_b + known_a
    q_here += alikeness(state, m, square_here, known_here)
    q_there += alikeness(state, k, square_there, known_there)
    gain = worth(state, m, q_here, tau) + worth(state, k, q_there, tau)
    gain -= worth(state, m, state.figures[here, QUALITY], tau)
    gain -= worth(state, k, state.figures[there, QUALITY], tau)
    return gain - penalty * faults


def move_gain(  # noqa: PLR0917 -- compiled functions take no keywords
    state: State, a: int, there: int, toward: float, tau: float, tolerance: float
) -> float:
    """The gain of somebody going to another set without exchange."""
    here, penalty = state.people[a, SET], state.scales[PENALTY]
    m, k = state.sets[here, SIZE], state.sets[there, SIZE]
    faults = size_faults(state, m - 1) - size_faults(state, m)
    faults += size_faults(state, k + 1) - size_faults(state, k)
    clean = state.sets[here, FAULTS] + state.sets[there, FAULTS] == 0
    if k >= state.rules[ROOM] or (clean and faults * penalty > tolerance):
        return -2.0 * tolerance
    last, at_same = state.rules[ROOM], state.rules[AT_SAME]
    bond = state.scratch[last, TIED]
    faults += move_faults(state, a, there, bond)
    if clean and faults * penalty > tolerance:
        return -2.0 * tolerance
    met_here = state.sets[here, MET_IN] - (state.people[a, BOND] & TIE_FIELD)
    met_there = state.sets[there, MET_IN] + (bond & TIE_FIELD)
    q_here = freshness(state, m - 1, met_here)
    q_there = freshness(state, k + 1, met_there)
    for word in range(state.rules[KIND_WORDS]):
        out = state.people[a, at_same + word]
        into = state.scratch[last, EQUAL + word]
        q_here -= sameness(state, m - 1, word, state.sets[here, SAME_IN + word] - out)
        q_there -= sameness(
            state, k + 1, word, state.sets[there, SAME_IN + word] + into
        )
        if word == state.rules[OFFICE_WORD]:
            faults += office_change(state, here, same_office(state, out), -1)
            faults += office_change(state, there, -1, same_office(state, into))
    known = state.people[a, KNOWN]
    square_here = state.figures[here, SQUARE] - 2.0 * state.pull[a] + known
    square_there = state.figures[there, SQUARE] + 2.0 * toward + known
    known_here = state.figures[here, ALONG_KNOWN] - known
    known_there = state.figures[there, ALONG_KNOWN] + known
    q_here += alikeness(state, m - 1, square_here, known_here)
    q_there += alikeness(state, k + 1, square_there, known_there)
    gain = worth(state, m - 1, q_here, tau) + worth(state, k + 1, q_there, tau)
    gain -= worth(state, m, state.figures[here, QUALITY], tau)
    gain -= worth(state, k, state.figures[there, QUALITY], tau)
    return gain - penalty * faults


def move_faults(state: State, a: int, there: int, bond: int) -> int:
    """Broken rules gained by a move, but for sizes and the organisation mix."""
    here = state.people[a, SET]
    change = shortage_left(state, a) - state.sets[here, SHORT]
    change += shortage_joined(state, there, a) - state.sets[there, SHORT]
    change += tie_change(state.people[a, BOND], bond)
    change += unled(state, state.sets[there, LEADER], a) - state.people[a, MISFIT]
    if state.rules[HAS_RIVALS]:
        change += rivals_with(state, a, there, -1) - state.people[a, RIVALS]
    if state.rules[HAS_GAP]:
        change += span_without(state, here, a, -1) - state.sets[here, SPAN]
        change += span_without(state, there, -1, a) - state.sets[there, SPAN]
    return change


def shortage_left(state: State, a: int) -> int:
    """How much common time is wanting where one has left."""
    s, wanted = state.people[a, SET], state.rules[MIN_COMMON]
    for w in range(state.rules[FREE_WORDS]):
        wanted -= min(wanted, bits(state.people[a, state.rules[AT_REST] + w]))
    if wanted == 0 or state.sets[s, SHORT] == 0:
        return wanted
    return max(1, state.sets[s, SHORT] - lacks(state, a, s))


def shortage_joined(state: State, s: int, a: int) -> int:
    """How much common time is wanting where one more has joined."""
    wanted, leader = state.rules[MIN_COMMON], state.sets[s, LEADER]
    for w in range(state.rules[FREE_WORDS]):
        word = state.sets[s, state.rules[AT_COMMON] + w]
        word &= state.people[a, state.rules[AT_FREE] + w]
        if leader >= 0:
            word &= state.leaders[leader, LEADER_FREE + w]
        wanted -= min(wanted, bits(word))
    if wanted == 0 or state.sets[s, SHORT] == 0:
        return wanted
    return state.sets[s, SHORT] + lacks(state, a, s)


def look(  # noqa: PLR0917 -- compiled functions take no keywords
    state: State,
    chance: Ints,
    a: int,
    there: int,
    heavy: bool,
    temperature: float,
    tau: float,
) -> int:
    """The seat a goes to in another set: a draw from exp(gain / temperature).

    A seat beyond the last is a plain move; -1 is to stay.
    """
    compare(state, a, there)
    toward = dot(state.directions, a, state.along, there)
    tolerance = HOPELESS * temperature
    best, chosen = noise(state, chance), -1
    for seat in range(state.sets[there, SIZE]):
        if state.people[member(state, there, seat), FIXED]:
            continue
        gain = swap_gain(state, a, seat, there, heavy, toward, tau, tolerance)
        if gain > -tolerance:
            value = gain / temperature + noise(state, chance)
            if value > best:
                best, chosen = value, seat
    gain = move_gain(state, a, there, toward, tau, tolerance)
    if gain > -tolerance and gain / temperature + noise(state, chance) > best:
        chosen = state.sets[there, SIZE]
    return chosen


def noise(state: State, chance: Ints) -> float:
    """A draw from the Gumbel distribution."""
    return state.gumbel[draw(chance) & (QUANTILES - 1)]
