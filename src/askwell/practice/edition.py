"""Which edition of a case a meeting was played in, so that a change is noticed."""

from functools import lru_cache
from hashlib import blake2b
from typing import Final

from askwell.practice import reactions
from askwell.practice.case import Case
from askwell.practice.mood import Shift

MODEL: Final = 2
"""Raised when members come to react differently by more than a number or a line."""
BYTES: Final = 16


def edition(case: Case) -> str:
    """The same as long as the same moves give the same meeting."""
    return _edition(case.name, repr(case))


@lru_cache(maxsize=64)
def _edition(name: str, written: str) -> str:
    said = f"{MODEL}\n{name}\n{written}\n{_numbers()}".encode()
    return blake2b(said, digest_size=BYTES).hexdigest()


@lru_cache(maxsize=1)
def _numbers() -> str:
    """What moves a set, and by how much."""
    named = sorted(vars(reactions).items(), key=lambda each: each[0])
    kept = (float, int, Shift, dict)
    return "\n".join(
        f"{name} {value}"
        for name, value in named
        if name.isupper() and isinstance(value, kept)
    )
