"""Says why each set is as it is, in reasons that others word."""

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


def explain(brief: Brief, proposal: Proposal) -> dict[str, Explanation]:
    """The reasons for each set, by its id."""
    raise NotImplementedError
