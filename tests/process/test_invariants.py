"""Every invariant that the engine answers for is tried by name."""

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TESTS = (*HERE.glob("test_*.py"), *(HERE.parent / "properties").glob("test_*.py"))
NUMBERS = (*range(1, 11), 14, 15, 16, 19, 20, 22, 23, 24, 27)


@pytest.mark.parametrize("number", NUMBERS)
def test_an_invariant_has_a_test_that_names_it(number: int):
    written = "".join(path.read_text(encoding="utf-8") for path in TESTS)

    assert re.search(rf'"""INV-{number}[.:]', written)
