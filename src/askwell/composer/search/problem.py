"""Arranges a brief's arrays, and who sits where, for the search."""

import numpy as np

from askwell.composer.scoring import most_pairs, pairs_of, poorest
from askwell.composer.search import state as at
from askwell.composer.search.chance import gumbel_quantiles
from askwell.composer.search.state import State
from askwell.composer.tables import WORD, Arrays, Floats, Ints


def seated(
    arrays: Arrays,
    *,
    set_of: Ints,
    leaders: Ints,
    near: Ints,
    fixed_people: Ints,
    closed_sets: Ints,
    fixed_leaders: Ints,
) -> State:
    """A state of the search; what follows from who sits where is still to be filled.

    `set_of` is everybody's set, `leaders` the facilitator of each set or -1.
    """
    n, g = len(set_of), len(leaders)
    sizes = np.bincount(set_of, minlength=g)
    room = max(arrays.size_max, int(sizes.max(initial=0)))
    columns, weights, office = _columns(arrays)
    ties, ends = _ties(arrays)
    rules = _rules(arrays, columns, office, room)
    state = State(
        people=_people(arrays, columns, rules, ends, fixed_people),
        sets=np.zeros((g, rules[at.AT_SEATS] + room), dtype=np.int64),
        leaders=_leaders(arrays, leaders),
        ties=ties,
        below=arrays.below.who,
        rivals=arrays.rivals,
        directions=arrays.directions,
        along=np.zeros((g, arrays.directions.shape[1])),
        pull=np.zeros(n),
        figures=np.zeros((g, 3)),
        coefficients=_coefficients(arrays, weights, room),
        scales=_scales(arrays, g),
        rules=rules,
        gumbel=gumbel_quantiles(),
        near=near,
        mark=np.zeros(n, dtype=np.int64),
        scratch=np.zeros((room + 1, 1 + rules[at.KIND_WORDS]), dtype=np.int64),
    )
    state.sets[:, at.LEADER] = leaders
    state.sets[:, at.CLOSED] = closed_sets
    state.sets[:, at.LEADER_FIXED] = fixed_leaders
    sit_down(state, set_of)
    return state


def sit_down(state: State, set_of: Ints) -> None:
    """Give everybody a seat in their set, in the order of the brief."""
    g = len(state.sets)
    sizes = np.bincount(set_of, minlength=g)
    order = np.argsort(set_of, kind="stable")
    seats = np.arange(len(set_of)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    state.people[order, at.SET] = set_of[order]
    state.people[order, at.SEAT] = seats
    state.sets[:, at.SIZE] = sizes
    state.sets[set_of[order], state.rules[at.AT_SEATS] + seats] = order


def _columns(arrays: Arrays) -> tuple[Ints, Floats, int]:
    """The mixed attributes, what each weighs, and which one is the organisation."""
    weights = arrays.weights[: len(arrays.kinds)]
    for column in range(len(arrays.kinds)):
        if np.array_equal(arrays.codes[:, column], arrays.organisation):
            return arrays.codes, weights, column
    codes = np.column_stack([arrays.codes, arrays.organisation])
    return codes, np.append(weights, 0.0), len(arrays.kinds)


def _rules(arrays: Arrays, columns: Ints, office: int, room: int) -> Ints:
    largest = max(int(columns.max(initial=1)), pairs_of(room + 1))
    width = largest.bit_length() + 1
    fields = WORD // width
    kind_words, free_words = -(-columns.shape[1] // fields), arrays.free.shape[1]
    rules = np.zeros(at.RULES, dtype=np.int64)
    rules[at.SIZE_MIN], rules[at.SIZE_MAX] = arrays.size_min, arrays.size_max
    rules[at.MIN_COMMON] = arrays.min_common
    rules[at.MAX_PER_OFFICE] = arrays.max_per_organisation
    rules[at.MIN_OFFICES] = arrays.min_organisations
    rules[at.LEVEL_GAP] = arrays.level_gap
    rules[at.ROOM] = room
    rules[at.HAS_RIVALS] = len(arrays.rivals.who) > 0
    rules[at.HAS_GAP] = np.ptp(arrays.level) > arrays.level_gap
    rules[at.KIND_WORDS], rules[at.FREE_WORDS] = kind_words, free_words
    rules[at.AT_SAME] = at.KINDS + kind_words
    rules[at.AT_FREE] = at.KINDS + 2 * kind_words
    rules[at.AT_REST] = at.KINDS + 2 * kind_words + free_words
    rules[at.AT_COMMON] = at.SAME_IN + kind_words
    rules[at.AT_AIM] = at.SAME_IN + kind_words + free_words
    rules[at.AT_SEATS] = at.SAME_IN + kind_words + 2 * free_words
    rules[at.WIDTH], rules[at.FIELDS] = width, fields
    rules[at.LOW] = sum(((1 << (width - 1)) - 1) << (width * k) for k in range(fields))
    rules[at.HIGH] = sum(1 << (width * k + width - 1) for k in range(fields))
    rules[at.ATTRIBUTES] = columns.shape[1]
    rules[at.OFFICE_WORD] = office // fields
    rules[at.OFFICE_SHIFT] = (office % fields) * width
    return rules


def _people(
    arrays: Arrays, columns: Ints, rules: Ints, ends: Ints, fixed: Ints
) -> Ints:
    n, free_words = arrays.free.shape
    people = np.zeros((n, rules[at.AT_REST] + free_words), dtype=np.int64)
    people[:, at.LEVEL] = arrays.level
    people[:, at.OFFICE] = arrays.organisation
    people[:, at.TIES], people[:, at.TIES_END] = ends[:-1], ends[1:]
    people[:, at.FIXED] = fixed
    people[:, at.KNOWN] = arrays.known
    people[:, at.MUSTS] = np.diff(arrays.must.at)
    width, fields = rules[at.WIDTH], rules[at.FIELDS]
    for k in range(columns.shape[1]):
        word = at.KINDS + k // fields
        people[:, word] |= columns[:, k] << (width * (k % fields))
    people[:, rules[at.AT_FREE] : rules[at.AT_REST]] = arrays.free
    return people


def _leaders(arrays: Arrays, leading: Ints) -> Ints:
    f = len(arrays.capacity)
    leaders = np.zeros((f, at.LEADER_FREE + arrays.leader_free.shape[1]), np.int64)
    leaders[:, at.CAPACITY] = arrays.capacity
    leaders[:, at.LOAD] = np.bincount(leading[leading >= 0], minlength=f)
    leaders[:, at.PERSON] = arrays.leader_person
    leaders[:, at.BELOW] = arrays.below.at[:-1]
    leaders[:, at.BELOW_END] = arrays.below.at[1:]
    leaders[:, at.LEADER_FREE :] = arrays.leader_free
    return leaders


def _coefficients(arrays: Arrays, weights: Floats, room: int) -> Floats:
    """`scoring.quality_of`, written as a sum for each size."""
    whole = float(arrays.weights.sum()) or 1.0
    mixed = len(arrays.kinds)
    alike, novel = (float(each) / whole for each in arrays.weights[mixed:])
    found = np.zeros((room + 2, at.COST + len(weights)))
    for m in range(2, room + 2):
        found[m, at.BASE] = novel + (alike if arrays.unlike else 0.0)
        found[m, at.MET_COST] = novel / pairs_of(m)
        for k in range(mixed):
            most = most_pairs(m, int(arrays.kinds[k]))
            share = float(weights[k]) / whole
            found[m, at.BASE] += share * pairs_of(m) / most if most else share
            found[m, at.COST + k] = share / most if most else 0.0
    return found


def _scales(arrays: Arrays, sets: int) -> Floats:
    parts = float(arrays.weights.sum())
    whole = (parts + arrays.fairness_weight) or 1.0
    alike = float(arrays.weights[len(arrays.kinds)]) / (parts or 1.0)
    poor = arrays.fairness_weight / whole * len(arrays.level) / poorest(arrays, sets)
    alike = -alike if arrays.unlike else alike
    return np.array([alike, parts / whole, poor, at.HARD])


def _ties(arrays: Arrays) -> tuple[Ints, Ints]:
    """All pairwise matters in one list, sorted, and where each person's begins."""
    n = len(arrays.level)
    keys, values = [], []
    for neighbours, value in (
        (arrays.met, at.MET),
        (arrays.line, at.APART),
        (arrays.must_not, at.APART),
        (arrays.must, at.MUST),
    ):
        whose = np.repeat(np.arange(n), np.diff(neighbours.at))
        keys.append(whose * n + neighbours.who)
        values.append(np.full(len(neighbours.who), value, dtype=np.int64))
    once, inverse = np.unique(np.concatenate(keys), return_inverse=True)
    added = np.zeros(len(once), dtype=np.int64)
    np.add.at(added, inverse, np.concatenate(values))
    ends = np.searchsorted(once // max(n, 1), np.arange(n + 1)).astype(np.int64)
    return np.column_stack([once % max(n, 1), added]).astype(np.int64), ends
