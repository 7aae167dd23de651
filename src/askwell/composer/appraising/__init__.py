"""Says how good a division is, and what any change of it would do."""

from collections.abc import Sequence

from askwell.composer.appraising.appraisal import (
    Alikeness,
    Appraisal,
    Change,
    Edit,
    Step,
    Told,
)
from askwell.composer.appraising.board import Board
from askwell.composer.brief import Brief
from askwell.composer.proposal import Proposal, ProposedSet, Score

__all__ = [
    "Alikeness",
    "Appraisal",
    "Board",
    "Change",
    "Edit",
    "Step",
    "Told",
    "appraise",
]


def appraise(brief: Brief, sets: Sequence[ProposedSet]) -> Proposal:
    """The score and the breaches of any division, also an unfinished one."""
    unscored = Score(total=0.0, parts={}, fairness=0.0, sets={})
    return Board(brief, Proposal(tuple(sets), unscored)).proposal
