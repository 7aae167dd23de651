"""The question coach: reads one turn and helps its author ask instead of tell."""

from askwell.coach.reader import read
from askwell.coach.reading import (
    QUESTIONS,
    STEERING,
    Reading,
    Role,
    Span,
    Subtype,
    TurnKind,
)

__all__ = [
    "QUESTIONS",
    "STEERING",
    "Reading",
    "Role",
    "Span",
    "Subtype",
    "TurnKind",
    "read",
]
