"""The search: what a change is said to gain is what it gains."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.composer import scoring
from askwell.composer.search.chance import below, gumbel_quantiles, seeded
from askwell.composer.search.gains import (
    compare,
    mark_ties,
    move_gain,
    much_tied,
    swap_gain,
)
from askwell.composer.search.nearness import near_people
from askwell.composer.search.problem import seated
from askwell.composer.search.refreshing import move, refresh_all, swap
from askwell.composer.search.staffing import staff
from askwell.composer.search.starting import room_for
from askwell.composer.search.state import (
    AT_SEATS,
    HARD,
    LEADER,
    QUALITY,
    ROOM,
    SEAT,
    SET,
    SIZE,
    dot,
)
from askwell.composer.search.worth import faults_of_all, worth
from askwell.composer.tables import tabulate
from composer.briefs import any_brief, brief, facilitators

FEW = settings(max_examples=60, deadline=None)
TAU = 0.6
# What no gain falls below: so that every gain is worked out to the end.
TOLERANT = 1e9


def state_of(of, set_of, leaders):
    n, g = len(of.people), len(leaders)
    state = seated(
        tabulate(of).arrays,
        set_of=np.array(set_of, dtype=np.int64),
        leaders=np.array(leaders, dtype=np.int64),
        near=np.zeros((n, 0), dtype=np.int64),
        fixed_people=np.zeros(n, dtype=np.int64),
        closed_sets=np.zeros(g, dtype=np.int64),
        fixed_leaders=np.zeros(g, dtype=np.int64),
    )
    refresh_all(state)
    return state


@st.composite
def any_state(draw):
    of, many = draw(any_brief()), 3
    leader = st.integers(-1, len(of.facilitators) - 1)
    set_of = [draw(st.integers(0, many - 1)) for _ in of.people]
    return of, state_of(of, set_of, [draw(leader) for _ in range(many)])


def standing(state):
    return sum(
        worth(state, row[SIZE], quality, TAU)
        for row, quality in zip(state.sets, state.figures[:, QUALITY], strict=True)
    )


@FEW
@given(any_state())
def test_quality_is_that_of_the_score(case):
    of, state = case
    arrays, at = tabulate(of).arrays, state.rules[AT_SEATS]

    scored = [
        scoring.quality_of(
            arrays, scoring.parts_of(arrays, row[at : at + row[SIZE]].copy())
        )
        for row in state.sets
    ]

    assert state.figures[:, QUALITY] == pytest.approx(scored, abs=1e-9)


@FEW
@given(any_state(), st.data())
def test_a_swap_gains_what_it_is_said_to_gain(case, data):
    _, state = case
    a = data.draw(st.integers(0, len(state.people) - 1))
    b = data.draw(st.integers(0, len(state.people) - 1))
    here, there = state.people[a, SET], state.people[b, SET]
    if here == there:
        return
    wanting = state.sets[[here, there], :].copy()
    compare(state, a, there)
    toward = dot(state.directions, a, state.along, there)
    mark_ties(state, a, 1)
    seat, heavy = state.people[b, SEAT], much_tied(state, a)
    gain = swap_gain(state, a, seat, there, heavy, toward, TAU, TOLERANT)
    mark_ties(state, a, 0)
    before, faults = standing(state), faults_of_all(state)

    swap(state, a, b)

    assert not state.mark.any()
    better = standing(state) - before
    if not shortage(wanting) and not shortage(state.sets):
        assert gain == pytest.approx(
            better - HARD * (faults_of_all(state) - faults), abs=1e-9
        )


@FEW
@given(any_state(), st.data())
def test_a_move_gains_what_it_is_said_to_gain(case, data):
    _, state = case
    a = data.draw(st.integers(0, len(state.people) - 1))
    there = data.draw(st.integers(0, len(state.sets) - 1))
    if there == state.people[a, SET] or state.sets[there, SIZE] >= state.rules[ROOM]:
        return
    wanting = state.sets.copy()
    compare(state, a, there)
    toward = dot(state.directions, a, state.along, there)
    gain = move_gain(state, a, there, toward, TAU, TOLERANT)
    before, faults = standing(state), faults_of_all(state)

    move(state, a, there)

    if not shortage(wanting) and not shortage(state.sets):
        assert gain == pytest.approx(
            standing(state) - before - HARD * (faults_of_all(state) - faults),
            abs=1e-9,
        )


def shortage(sets):
    # Sets that want common time choose anew what they aim at: then the count differs.
    return sets[:, 3].any()


def test_facilitators_are_matched_by_chains_of_changes():
    # f0 can take either set, f1 only the first, which f0 has.
    leaders = (*facilitators(1), *facilitators(2, available=0b11)[1:])
    halves = brief(6, leaders=0)
    people = tuple(
        type(each)(id=each.id, available=0b1111 if at < 3 else 0b1100)
        for at, each in enumerate(halves.people)
    )
    of = type(halves)(people=people, facilitators=leaders)
    state = state_of(of, [0, 0, 0, 1, 1, 1], [0, -1])

    asked, waiting, then = (np.zeros(size, dtype=np.int64) for size in (2, 3, 4))

    assert staff(state, asked, waiting, then, 0) == 0
    assert state.sets[:, LEADER].tolist() == [1, 0]


def test_near_people_are_others():
    near = near_people(tabulate(brief(40)).arrays, seed=1)

    assert len(near) == 40
    assert not (near == np.arange(40)[:, None]).any()


def test_room_is_filled_where_there_is_least():
    sizes = np.array([4, 1, 0, 2])
    closed = np.array([0, 0, 0, 1])

    assert room_for(sizes, closed, 4).tolist() == [0, 2, 2, 0]


def test_chance_is_even_and_the_same_for_a_seed():
    first, second = seeded(5), seeded(5)
    drawn = [below(first, 10) for _ in range(5000)]

    assert drawn == [below(second, 10) for _ in range(5000)]
    assert all(400 < count < 600 for count in Counter(drawn).values())


def test_noise_has_the_mean_of_the_gumbel_distribution():
    # Euler's constant.
    assert gumbel_quantiles().mean() == pytest.approx(0.5772, abs=0.001)
