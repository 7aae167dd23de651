"""One turn of a rehearsal: who did what, in which words, and what it did."""

from dataclasses import dataclass
from enum import StrEnum

from askwell.facilitation.interventions import Trigger
from askwell.practice.mood import Levels
from askwell.practice.reactions import Fit
from askwell.process.people import PersonId


class Act(StrEnum):
    """What a turn was."""

    STORY = "story"
    FACT = "fact"
    QUESTION = "question"
    ADVICE = "advice"
    SEVERAL = "several"
    SPEECH = "speech"
    SCENE = "scene"
    ANSWER = "answer"
    SHARED = "shared"
    THINKING = "thinking"
    ACTION = "action"
    LOOK = "look"
    QUIET = "quiet"
    """A moment in which nobody said anything."""
    WORD = "word"
    """The facilitator's."""
    SILENCE = "silence"
    GAVE_TURN = "gave_turn"
    LET_BE = "let_be"
    WENT_ON = "went_on"
    JOINED = "joined"
    HANDED_OVER = "handed_over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """`number` counts the moves from 1; `seconds` is when it ended.

    `kind` is the kind of contribution it was sent as, `to` the turn it answers.
    `starred` is whether the presenter marks what it answers as a question that helped,
    and `frank` whether they said something that is hard to say.
    Of the facilitator's turns `fit` says how they met what went on, `answers` what.
    """

    number: int
    phase: str
    by: PersonId | None
    act: Act
    words: str = ""
    kind: str | None = None
    to: int | None = None
    starred: bool = False
    frank: bool = False
    seconds: float
    levels: Levels
    fit: Fit | None = None
    answers: Trigger | None = None
    about: PersonId | None = None
    heard_as: tuple[str, ...] = ()
    crowded: bool = False
