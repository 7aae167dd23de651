"""The small choices that commands, events and the state share."""

from enum import StrEnum


class ActionStatus(StrEnum):
    """What has become of an action."""

    OPEN = "open"
    DONE = "done"
    PARTLY = "partly"
    CHANGED = "changed"
    DROPPED = "dropped"
    NOT_YET = "not_yet"


class TopicType(StrEnum):
    """What a presenter brings: things to deal with, and good ones too."""

    TOPIC = "topic"
    CHALLENGE = "challenge"
    OPPORTUNITY = "opportunity"


class Outcome(StrEnum):
    """What a slot brought its presenter, in the presenter's own judgement."""

    CLARITY = "clarity"
    DIRECTION = "direction"
    ACTION = "action"
    NOT_YET = "not_yet"


class Place(StrEnum):
    """Where the presenter puts a question."""

    OPEN = "open"
    KEPT = "kept"
    PARKED = "parked"
    DISCARDED = "discarded"


class LearningAbout(StrEnum):
    """What a learning is about."""

    TOPIC = "topic"
    SELF = "self"
    SET = "set"
    ORGANISATION = "organisation"


class HelpWanted(StrEnum):
    """What a discreet signal asks for."""

    PAUSE = "pause"
    HELP = "help"


class Stage(StrEnum):
    """How far the meeting is."""

    LOBBY = "lobby"
    RUNNING = "running"
    CLOSED = "closed"


class SlotEnd(StrEnum):
    """How a slot ended."""

    COMPLETED = "completed"
    STOPPED = "stopped"
    WITHDRAWN = "withdrawn"
    CUT_SHORT = "cut_short"


class Why(StrEnum):
    """Why somebody stands where they stand in the proposed order."""

    BOOKED = "booked"
    NEVER_PRESENTED = "never_presented"
    LONGEST_SINCE = "longest_since"
    FEWEST_SLOTS = "fewest_slots"
    DRAWN = "drawn"
    URGENT = "urgent"
    CHOSEN = "chosen"


class PulseWord(StrEnum):
    """All that a pulse says, once it is closed and enough have answered."""

    LOW = "low"
    MIDDLING = "middling"
    HIGH = "high"


class HeardAs(StrEnum):
    """What a turn does to whoever hears it, as the coach reads and people count it."""

    OPEN_QUESTION = "open_question"
    CLOSED_QUESTION = "closed_question"
    LEADING_QUESTION = "leading_question"
    ADVICE = "advice"
    SHARING = "sharing"
    REFLECTION = "reflection"
    OTHER = "other"

    @property
    def steers(self) -> bool:
        """Whether it could be heard as advice, asked or told."""
        return self in (HeardAs.ADVICE, HeardAs.LEADING_QUESTION)

    @property
    def is_question(self) -> bool:
        return self in _QUESTIONS


_QUESTIONS = frozenset(
    {HeardAs.OPEN_QUESTION, HeardAs.CLOSED_QUESTION, HeardAs.LEADING_QUESTION}
)
