"""Questions about compositions: their dates, and what people answered."""

from askwell.web.composing.queries.dates import FirstDates, clashing, first_dates
from askwell.web.composing.queries.placements import (
    Answer,
    Placed,
    PlacedSet,
    placed_sets,
    unplaced,
)

__all__ = [
    "Answer",
    "FirstDates",
    "Placed",
    "PlacedSet",
    "clashing",
    "first_dates",
    "placed_sets",
    "unplaced",
]
