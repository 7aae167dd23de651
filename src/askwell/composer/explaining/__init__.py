"""Says why each set is as it is, in reasons that others word."""

import numpy as np

from askwell.composer.appraising import Board
from askwell.composer.appraising.telling import alikeness
from askwell.composer.brief import Brief
from askwell.composer.explaining.explanation import (
    Explanation,
    FacilitatorExplained,
    FacilitatorReason,
    Shaper,
    Shaping,
    Standing,
    Trait,
)
from askwell.composer.explaining.leading import Leading
from askwell.composer.explaining.shaping import Shapers
from askwell.composer.explaining.traits import Traits
from askwell.composer.proposal import Proposal

__all__ = [
    "Explanation",
    "FacilitatorExplained",
    "FacilitatorReason",
    "Shaper",
    "Shaping",
    "Standing",
    "Trait",
    "explain",
]

# A quarter of the sets are among the best, a quarter among the poorest...
QUARTER = 0.25
# ... unless all are about equally good.
EQUALLY_GOOD = 0.02


def explain(brief: Brief, proposal: Proposal) -> dict[str, Explanation]:
    """The reasons for each set, by its id."""
    board = Board(brief, proposal)
    traits, shapers, leading = Traits(board), Shapers(board), Leading(board)
    standings = _standings(board)
    found = {}
    for each in board.sets:
        strong, weak = traits.of(each)
        found[each.id] = Explanation(
            set_id=each.id,
            standing=standings[each.id],
            strong=strong,
            weak=weak,
            shaped=shapers.of(each),
            facilitator=leading.of(each),
            challenges=alikeness(board.tables, each),
            common_blocks=shapers.common_blocks(each),
        )
    return found


def _standings(board: Board) -> dict[str, Standing]:
    ids = [each.id for each in board.sets]
    if len(ids) == 1:
        return dict.fromkeys(ids, Standing.ALONE)
    qualities = np.array([board.quality(each) for each in ids])
    low, high = np.quantile(qualities, (QUARTER, 1 - QUARTER)) if ids else (0, 0)
    if not ids or np.ptp(qualities) < EQUALLY_GOOD:
        return dict.fromkeys(ids, Standing.LIKE_MOST)
    return {
        each: _standing(quality, low, high)
        for each, quality in zip(ids, qualities.tolist(), strict=True)
    }


def _standing(quality: float, low: float, high: float) -> Standing:
    if quality > high:
        return Standing.AMONG_THE_BEST
    return Standing.AMONG_THE_POOREST if quality < low else Standing.LIKE_MOST
