"""What every entry of the log carries."""

from dataclasses import dataclass
from datetime import datetime

from askwell.process.people import PersonId


@dataclass(frozen=True, kw_only=True)
class Event:
    """An entry of the log.

    `person` is whose deed it is and whose key seals the words. Who noted it
    for them, if somebody did, is in `noted_by`. `token` is the mark of the command,
    and stands on its first event only.
    """

    number: int
    at: datetime
    person: PersonId
    token: str | None = None


@dataclass(frozen=True, kw_only=True)
class SpokenEvent(Event):
    noted_by: PersonId | None = None


@dataclass(frozen=True, kw_only=True)
class StepEvent(Event):
    """An event that moves the meeting on.

    `step` is the number of the first event of the step it belongs to, by which
    the facilitator can undo it; `None` where nobody may undo it.
    """

    step: int | None = None
