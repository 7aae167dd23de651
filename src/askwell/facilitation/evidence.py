"""What a facilitator can show for a level: evidence, one item at a time."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Evidence(StrEnum):
    """Kinds of evidence; what it takes of each is said by a pathway."""

    LESSON = "lesson"
    COACHED_QUESTION = "coached_question"
    PRACTICE_SLOT = "practice_slot"
    OBSERVED_SLOT = "observed_slot"
    LOG_ENTRY = "log_entry"
    LOG_WORDS = "log_words"
    MEETING = "meeting"
    LEARNING_SET = "learning_set"
    HOUR = "hour"
    SUPERVISION = "supervision"
    CPD_HOUR = "cpd_hour"
    OBSERVED_OTHERS = "observed_others"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something somebody did: so much of a kind, at a time.

    `about` tells items of one kind apart (the lesson, the case, the set): the same
    one counts once where a pathway counts different ones. `meets` is whether it
    reaches what its kind asks for, such as the ratings of an observed slot.
    """

    kind: Evidence
    at: datetime
    amount: float = 1.0
    about: str = ""
    meets: bool = True
