"""What an observed slot must show to count for a level."""

from collections.abc import Mapping
from typing import Final

from askwell.facilitation.competencies import (
    DRAWING_OUT_LEARNING,
    EXPLAINING,
    HOLDING_SILENCE,
    OUT_OF_CONTENT,
    TIME_AND_TURNS,
    TURNING_ADVICE,
    Competency,
)

# What every slot gives occasion to show. The other four depend on what happens: a
# contract is made at the beginning of a set, nobody may fall silent, feeling may not
# run high, and handing over has its time.
MUST_HAVES: Final[tuple[Competency, ...]] = (
    EXPLAINING,
    TIME_AND_TURNS,
    HOLDING_SILENCE,
    TURNING_ADVICE,
    OUT_OF_CONTENT,
    DRAWING_OUT_LEARNING,
)
ENOUGH: Final = 3
"""Of 1 to 4."""


def meets_must_haves(ratings: Mapping[str, int]) -> bool:
    """Whether every must-have was rated, and at 3 or 4."""
    return all(ratings.get(each.name, 0) >= ENOUGH for each in MUST_HAVES)
