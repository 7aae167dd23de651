"""Somebody tries to tell single people from three years of released figures.

The programmes are made up, the chooser and the guard are the real ones, and the
attacker knows everything but the answers: who was in which figure, every figure
exactly, and that nobody ever changes their mind.
"""

import numpy as np
import pytest

from askwell.insight.guard.parts import Decision, Withheld
from insight.attacker import FEWEST, Attack
from insight.synthetic import ENDS, METRICS, SAID, Synthetic, again, decided, unguarded

AT_LEAST_KEPT = 0.6

PROGRAMMES = (
    Synthetic(40, 0.02, seed=1, cohorts=1),
    Synthetic(40, 0.08, seed=2, cohorts=1),
    Synthetic(60, 0.05, seed=3, cohorts=2),
    Synthetic(100, 0.08, seed=4, cohorts=2),
    Synthetic(300, 0.05, seed=5, cohorts=3),
)


@pytest.fixture(scope="module")
def released() -> list[list[Decision]]:
    """All decisions of each programme."""
    return [[each for q in decided(one) for each in q] for one in PROGRAMMES]


@pytest.fixture(scope="module")
def attacks(released) -> list[Attack]:
    return [
        Attack.on(
            [each for each in one if each.metric == metric.name], ENDS[metric.name]
        )
        for one in released
        for metric in METRICS
    ]


def test_nobody_is_determined(attacks):
    assert [each.determined() for each in attacks] == [0] * len(attacks)


def test_no_group_of_fewer_than_ten_is_found(attacks):
    assert [each.small_groups() for each in attacks] == [0] * len(attacks)


def test_linear_programming_finds_no_smaller_group_either(attacks):
    around = [np.argsort(each.weights)[:4] for each in attacks]

    found = [
        each.lightest_by_search(at) for each, at in zip(attacks, around, strict=True)
    ]

    assert min(found) >= FEWEST


def test_no_figure_and_no_difference_of_two_says_the_same_of_everybody(attacks):
    assert [each.unanimous() for each in attacks] == [0] * len(attacks)


def test_all_figures_together_leave_everybody_room(attacks):
    smaller = [each for each in attacks if len(each.weights) < 60]

    assert [each.pinned() for each in smaller] == [0] * len(smaller)


def test_most_figures_are_kept(released):
    """Of all of ten people in three sets; cohorts of fewer than six are not told."""
    enough = [_count_of_enough(each) for each in PROGRAMMES]
    kept = [sum(each.value is not None for each in one) for one in released]

    for programme, shown, all_of_them in zip(PROGRAMMES, kept, enough, strict=True):
        print(
            f"{programme.people} people in {programme.cohorts} cohorts, of whom "
            f"{programme.churn:.0%} go in a quarter: {shown / all_of_them:.0%} kept"
        )
    assert sum(kept) / sum(enough) >= AT_LEAST_KEPT


def test_most_figures_are_kept_in_each_programme_whose_cohorts_are_told(released):
    few = Withheld.FEW
    asked = [[each for each in one if each.withheld is not few] for one in released]

    kept = [sum(each.value is not None for each in one) / len(one) for one in asked]

    assert min(kept) >= AT_LEAST_KEPT


def _count_of_enough(programme: Synthetic) -> int:
    return len(unguarded(again(programme)))


@pytest.mark.parametrize("seed", [1, 2])
def test_without_the_guard_the_attack_finds_people(seed):
    shown = unguarded(Synthetic(100, 0.02, seed=seed))

    attack = Attack.on(each for each in shown if each.metric == SAID.name)

    assert attack.determined() > 0
    assert attack.small_groups() > 0
    assert attack.pinned() > 0
