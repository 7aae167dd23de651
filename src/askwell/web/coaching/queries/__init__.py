"""Questions about readings, corrections, and what a set gives away."""

from askwell.web.coaching.queries.corrections import correctable, meanings_of
from askwell.web.coaching.queries.donations import (
    Line,
    Share,
    current_donation,
    own_line,
    share_of,
    to_be_given,
)
from askwell.web.coaching.queries.turns import Key, Turn, turns

__all__ = [
    "Key",
    "Line",
    "Share",
    "Turn",
    "correctable",
    "current_donation",
    "meanings_of",
    "own_line",
    "share_of",
    "to_be_given",
    "turns",
]
