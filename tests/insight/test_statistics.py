"""Formulas against published worked examples, and against other ways to reckon them."""

import math
from itertools import product

import numpy as np
import pytest

from askwell.insight.statistics import (
    Band,
    ei_index,
    equality,
    gini,
    goal_attainment,
    mean_band,
    middle,
    reciprocity,
    subscale_mean,
    t_quantile,
    wilson,
)
from askwell.insight.tally import Sum, sum_of

CHANCE = np.random.default_rng(seed=7)


def gini_by_pairs(values) -> float:
    """As it is defined: the mean difference of all pairs over twice the mean."""
    known = np.asarray(values, dtype=float)
    apart = np.abs(known[:, None] - known[None, :]).mean()
    return apart / (2 * known.mean())


@pytest.mark.parametrize("count", [2, 3, 5, 8, 40])
def test_the_gini_coefficient_is_that_of_all_pairs(count):
    values = CHANCE.integers(0, 12, count) + 1

    assert gini(values.tolist()) == pytest.approx(gini_by_pairs(values))


@pytest.mark.parametrize(
    ("values", "expected"),
    [([], 0), ([0, 0], 0), ([3, 3, 3], 0), ([0, 0, 0, 8], 0.75), ([1, 2, 3], 2 / 9)],
)
def test_the_gini_coefficient_at_its_ends(values, expected):
    assert gini(values) == pytest.approx(expected)


def test_turns_are_equal_as_far_as_they_do_not_differ():
    assert equality([4, 4, 4]) == 1
    assert equality([]) == 1
    assert equality([0, 0, 0, 8]) == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("scores", "weights", "expected"),
    [
        # Kiresuk and Sherman's conversion table for goals of equal weight.
        ([0], None, 50.0),
        ([1], None, 60.0),
        ([-2], None, 30.0),
        ([1, 1], None, 62.40),
        ([2, 2], None, 74.81),
        ([0, 0, 0], None, 50.0),
        ([-1, -1, -1], None, 36.31),
        ([1, 1, 1, 1], None, 64.51),
        ([2, 2, 2, 2, 2], None, 80.15),
    ],
)
def test_goal_attainment_is_that_of_the_published_table(scores, weights, expected):
    assert goal_attainment(scores, weights) == pytest.approx(expected, abs=0.01)


def test_goal_attainment_weighs_goals_as_matrices_would():
    scores, weights = np.array([1.0, -1, 2]), np.array([3.0, 1, 2])
    together = np.full((3, 3), 0.3) + np.diag([0.7] * 3)
    spread = math.sqrt(weights @ together @ weights)

    found = goal_attainment(scores.tolist(), weights.tolist())

    assert found == pytest.approx(50 + 10 * (weights @ scores) / spread)


@pytest.mark.parametrize(
    ("external", "internal", "expected"),
    [(0, 4, -1), (4, 0, 1), (3, 3, 0), (8, 2, 0.6), (0, 0, None)],
)
def test_the_ei_index_goes_from_all_within_to_all_across(external, internal, expected):
    assert ei_index(external, internal) == expected


def test_reciprocity_is_the_share_of_pairs_with_both_ways():
    ties = {("a", "b"), ("b", "a"), ("a", "c"), ("d", "a"), ("d", "d")}
    seen = np.zeros((4, 4), dtype=bool)
    for one, other in ties:
        seen["abcd".index(one), "abcd".index(other)] = True
    np.fill_diagonal(seen, val=False)

    expected = np.triu(seen & seen.T).sum() / np.triu(seen | seen.T).sum()

    assert reciprocity(ties) == expected == pytest.approx(1 / 3)
    assert reciprocity([]) is None


def test_a_subscale_turns_reversed_items_round():
    """Seven items from 1 to 7, three reversed, as psychological safety is scored."""
    answers = [2, 6, 1, 7, 3, 5, 6]

    found = subscale_mean(answers, reverse={0, 2, 4}, lowest=1, highest=7)

    assert found == pytest.approx((6 + 6 + 7 + 7 + 5 + 5 + 6) / 7)


def test_a_subscale_needs_half_of_its_answers():
    assert subscale_mean([None, 4, None, 2], lowest=1, highest=6) == 3
    assert subscale_mean([None, None, None, 2], lowest=1, highest=6) is None
    assert subscale_mean([], lowest=1, highest=6) is None


def wilson_by_solving(part: float, whole: float) -> tuple[float, float]:
    """The two shares p for which (p - share)^2 = z^2 p(1 - p) / n."""
    z, share = 1.959963984540054, part / whole
    solved = np.roots([1 + z * z / whole, -(2 * share + z * z / whole), share * share])
    return min(solved.real), max(solved.real)


@pytest.mark.parametrize(("part", "whole"), [(0, 10), (1, 3), (7, 10), (263, 400)])
def test_the_band_of_a_share_solves_wilsons_equation(part, whole):
    band = wilson(part, whole)

    low, high = wilson_by_solving(part, whole)
    assert (band.low, band.high) == pytest.approx((low, high), abs=1e-9)


def test_the_band_of_a_share_is_that_of_newcombes_examples():
    """Newcombe (1998), table I, method 3: 81 of 263 and 15 of 148."""
    for part, whole, low, high in [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
    ]:
        band = wilson(part, whole)

        assert (round(band.low, 4), round(band.high, 4)) == (low, high)
    assert wilson(0, 0) is None


@pytest.mark.parametrize(
    ("free", "chance", "expected"),
    [
        # Student's t as it is printed in every table.
        (1, 0.975, 12.7062),
        (2, 0.975, 4.3027),
        (4, 0.95, 2.1318),
        (9, 0.975, 2.2622),
        (29, 0.995, 2.7564),
        (120, 0.975, 1.9799),
        (9, 0.025, -2.2622),
    ],
)
def test_students_t_is_that_of_the_tables(free, chance, expected):
    assert t_quantile(chance, free) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize("free", [1, 2])
def test_students_t_has_its_closed_forms(free):
    chance = 0.9
    closed = {
        1: math.tan(math.pi * (chance - 0.5)),
        2: (2 * chance - 1) * math.sqrt(2 / (1 - (2 * chance - 1) ** 2)),
    }

    assert t_quantile(chance, free) == pytest.approx(closed[free], rel=1e-10)


def test_the_band_of_a_mean_needs_no_single_values():
    values = CHANCE.normal(4, 1, 12)

    band = mean_band(sum_of(values.tolist()))

    half = 2.200985160082949 * values.std(ddof=1) / math.sqrt(12)
    assert band.low == pytest.approx(values.mean() - half)
    assert band.high == pytest.approx(values.mean() + half)


def test_a_mean_of_one_has_no_band_and_of_the_same_a_narrow_one():
    assert mean_band(Sum(4, 1, 16)) is None
    assert mean_band(sum_of([4, 4, 4])) == Band(4, 4)


def test_the_middle_is_the_median():
    values = [a * b for a, b in product([1, 5, 2], [3, 8])]

    assert middle(values) == np.median(values)
    assert middle([]) is None
