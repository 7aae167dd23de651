"""What the coach says about one turn: its kind, how sure, why, and what to ask."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class TurnKind(StrEnum):
    """What a turn does to the person who hears it (DOMAIN.md section 4)."""

    OPEN_QUESTION = "open_question"
    CLOSED_QUESTION = "closed_question"
    LEADING_QUESTION = "leading_question"
    ADVICE = "advice"
    SHARING = "sharing"
    REFLECTION = "reflection"
    OTHER = "other"


QUESTIONS = frozenset(
    {TurnKind.OPEN_QUESTION, TurnKind.CLOSED_QUESTION, TurnKind.LEADING_QUESTION}
)
STEERING = frozenset({TurnKind.ADVICE, TurnKind.LEADING_QUESTION})
"""What steers the presenter instead of helping them think."""


class Subtype(StrEnum):
    """Finer than the kind, and named only where it is clear."""

    CLARIFYING = "clarifying"
    PROBING = "probing"
    CHALLENGING = "challenging"
    SYSTEMIC = "systemic"
    REFLECTIVE = "reflective"
    STACKED = "stacked"
    AFFIRMATION = "affirmation"
    OFFER = "offer"


class Role(StrEnum):
    """Who speaks; a presenter is read, and never coached."""

    PRESENTER = "presenter"
    MEMBER = "member"
    FACILITATOR = "facilitator"


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` up to `end`, in characters (code points) of the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One turn as the coach hears it.

    `probabilities` are calibrated, in the order of `TurnKind`, and add up to 1.
    `spans` are the words that made it so. `reason` is one plain sentence; it is empty
    below the coach's confidence. `hint` is what the author is told, and empty when
    there is nothing to mend; only then are there `rewrites`: open questions made from
    the author's own words, at most two.
    """

    kind: TurnKind
    probabilities: Mapping[TurnKind, float]
    subtypes: tuple[Subtype, ...] = ()
    spans: tuple[Span, ...] = ()
    reason: str = ""
    hint: str = ""
    rewrites: tuple[str, ...] = ()

    @property
    def confidence(self) -> float:
        return self.probabilities[self.kind]
