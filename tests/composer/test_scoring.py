"""The measure as functions over arrays; appraising tests it against another scorer."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.composer import scoring
from askwell.composer.brief import Brief
from askwell.composer.proposal import Rule
from askwell.composer.tables import tabulate
from askwell.composer.wishes import PARTS
from composer.briefs import brief, facilitators, people, person


@pytest.mark.parametrize(
    ("m", "kinds", "most"), [(6, 9, 15), (6, 2, 9), (5, 3, 8), (4, 1, 0), (1, 3, 0)]
)
def test_the_most_pairs_that_can_differ_are_those_of_an_even_split(m, kinds, most):
    assert scoring.most_pairs(m, kinds) == most


@given(st.integers(0, 2**60 - 1))
def test_bits_are_counted(word):
    assert scoring.bits(word) == word.bit_count()


def test_free_time_may_be_longer_than_one_word():
    far = Brief(people=tuple(person(f"p{at}", available=0b111 << 58) for at in (0, 1)))
    tables = tabulate(far)

    assert scoring.common_blocks(tables.arrays, tables.places(["p0", "p1"]), -1) == 3


def test_a_set_of_one_has_no_parts():
    tables = tabulate(brief(3))

    parts = scoring.parts_of(tables.arrays, tables.places(["p0"]))

    assert parts.tolist() == [0.0] * len(PARTS)


def test_without_weights_there_is_no_quality():
    tables = tabulate(replace(brief(3), weights={}))
    parts = scoring.parts_of(tables.arrays, tables.places(["p0", "p1", "p2"]))

    assert scoring.quality_of(tables.arrays, parts) == 0.0
    assert scoring.total_of(tables.arrays, np.array([3]), parts[None, :]) == (0.0, 0.0)


def test_breaches_are_counted_in_the_order_of_the_rules():
    line = Brief(
        people=(person("boss"), person("anna", manager="boss"), person("ben")),
        facilitators=facilitators(1, line="boss"),
        must_not=(("anna", "ben"),),
    )
    tables = tabulate(line)

    found = scoring.breaches_of(tables.arrays, tables.places(tables.people), 0)

    counts = {rule: int(n) for rule, n in zip(scoring.RULES, found, strict=True) if n}
    assert counts == {
        Rule.SIZE: 1,
        Rule.LINE_MANAGER: 1,
        Rule.MUST_NOT: 1,
        Rule.FACILITATOR: 1,
    }


def test_judging_all_sets_is_judging_each():
    tables = tabulate(brief(6, leaders=2))
    seats = np.arange(6).reshape(2, 3)
    parts = np.zeros((2, len(PARTS)))
    leaders, sizes = np.array([0, -1]), np.array([3, 3])

    broken = scoring.judge(tables.arrays, seats, sizes, leaders, parts)

    each = [scoring.parts_of(tables.arrays, row) for row in seats]
    assert parts.tolist() == [row.tolist() for row in each]
    assert dict(zip(scoring.RULES, broken.tolist(), strict=True))[Rule.FACILITATOR] == 1


def test_memory_grows_with_people_not_with_pairs():
    def cells(count):
        arrays = tabulate(Brief(people=people(count))).arrays
        return sum(each.size for each in arrays if isinstance(each, np.ndarray))

    assert cells(400) < 2.1 * cells(200)
