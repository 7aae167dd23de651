"""Good facilitation leads to better meetings, in every case and in the right order."""

import pytest

from askwell.practice.cases import CASES
from askwell.practice.checking import check, out_of_order

SEEDS = range(8)
"""Few, for every run of the tests; benchmarks/practice.py plays two hundred."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_order_holds(case):
    assert out_of_order(check((case,), SEEDS)) == ()
