"""What changes about readings: how they are meant, and what of that is given away."""

from askwell.web.coaching.operations.corrections import correct, correct_in_room
from askwell.web.coaching.operations.donations import (
    answer,
    drop,
    edit_line,
    make,
    propose,
)

__all__ = [
    "answer",
    "correct",
    "correct_in_room",
    "drop",
    "edit_line",
    "make",
    "propose",
]
