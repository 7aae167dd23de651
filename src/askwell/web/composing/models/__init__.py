"""What is asked of the sets of a cohort, the searches for them, and who was placed."""

from askwell.web.composing.models.compositions import (
    Change,
    Composition,
    CompositionQuerySet,
)
from askwell.web.composing.models.jobs import Job
from askwell.web.composing.models.placements import Placement
from askwell.web.composing.models.terms import Pairing, Terms
from askwell.web.composing.models.trades import Trading

__all__ = [
    "Change",
    "Composition",
    "CompositionQuerySet",
    "Job",
    "Pairing",
    "Placement",
    "Terms",
    "Trading",
]
