"""What came up in a rehearsal, whether it was met, and when: the ground truth."""

from dataclasses import dataclass
from enum import StrEnum

from askwell.facilitation.interventions import Trigger
from askwell.practice.reactions import IN_TIME, STAYS, Fit
from askwell.process.people import PersonId


class How(StrEnum):
    """What became of it."""

    OPEN = "open"
    IN_TIME = "in_time"
    LATE = "late"
    LET_BE = "let_be"
    MISSED = "missed"
    PASSED = "passed"
    """It settled itself before it weighed anything."""


@dataclass(slots=True)
class Came:
    """Something that came up at turn `opened`, `about` somebody or the whole set."""

    trigger: Trigger
    about: PersonId | None
    opened: int
    phase: str
    how: How = How.OPEN
    closed: int | None = None
    seen_at: int | None = None
    """When the facilitator said to let it be."""
    waited: int = 0
    """Turns that only changed who sits where; nothing grows older by them."""

    def fit(self, turn: int) -> Fit:
        in_time = IN_TIME.get(self.trigger, 2)
        return Fit.RIGHT if self._age(turn) <= in_time else Fit.LATE

    def is_over(self, turn: int) -> bool:
        return self._age(turn) > STAYS.get(self.trigger, 6)

    def _age(self, turn: int) -> int:
        return turn - self.opened - self.waited

    def close(self, turn: int, how: How) -> None:
        self.closed, self.how = turn, how


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The same, as it stands and will not change any more."""

    trigger: Trigger
    about: PersonId | None
    opened: int
    phase: str
    how: How
    closed: int | None
    seen_at: int | None


def settled(came: Came) -> Moment:
    return Moment(
        trigger=came.trigger,
        about=came.about,
        opened=came.opened,
        phase=came.phase,
        how=came.how,
        closed=came.closed,
        seen_at=came.seen_at,
    )
