"""The four duties of whoever facilitates, and what helps to look back on each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Final

from askwell.facilitation import competencies
from askwell.facilitation.competencies import Competency
from askwell.facilitation.interventions import Trigger
from askwell.process.words import _


class Mirror(StrEnum):
    """What the log of a meeting can tell whoever facilitated of their own doing."""

    STARRED = "starred"
    """Questions that presenters marked as helpful, in the slots they facilitated."""
    OWN_TURNS = "own_turns"
    """Their own share of the turns that were noted in those slots."""
    PRESENTERS = "presenters"
    """The presenters' share of those turns."""
    LEARNINGS = "learnings"
    """In how many of those slots a learning was noted."""


class Went(StrEnum):
    """How it went, in the facilitator's own word."""

    WELL = "well"
    PARTLY = "partly"
    NOT_YET = "not_yet"


WENT_WORDS: Final[Mapping[Went, str]] = {
    Went.WELL: _("It went well"),
    Went.PARTLY: _("In part"),
    Went.NOT_YET: _("Not yet"),
}


class Level(Enum):
    """The three steps that are all a facilitator is told of what members answered."""

    LOW = "low"
    MIDDLING = "middling"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One thing that facilitating is for.

    `asks` is what facilitators ask themselves, `item` what members say yes, partly or
    no to, and `by_level` what the facilitator reads of their answers. `moments` are
    those of a meeting that belong to it.
    """

    name: str
    title: str
    asks: tuple[str, ...]
    mirror: Mirror
    moments: tuple[Trigger, ...]
    competencies: tuple[Competency, ...]
    item: str
    by_level: Mapping[Level, str]


HELPFUL_QUESTIONS: Final = Duty(
    name="helpful_questions",
    title=_("Helpful questions"),
    asks=(
        _("Which question made the presenter think?"),
        _("What did I do so that it could be asked, and had time to work?"),
    ),
    mirror=Mirror.STARRED,
    moments=(Trigger.STACKED, Trigger.PUZZLE),
    competencies=(competencies.EXPLAINING, competencies.TURNING_ADVICE),
    item=_("I was helped to find questions that made the presenter think."),
    by_level={
        Level.LOW: _("Few were helped to find good questions"),
        Level.MIDDLING: _("Some were helped to find good questions, some were not"),
        Level.HIGH: _("People were helped to find good questions"),
    },
)
LISTENING: Final = Duty(
    name="listening",
    title=_("Listening"),
    asks=(
        _("Who was heard, and who was not?"),
        _("What did I do with silence?"),
    ),
    mirror=Mirror.PRESENTERS,
    moments=(
        Trigger.ANSWERS_FAST,
        Trigger.FOCUS_LEFT,
        Trigger.ONE_VOICE,
        Trigger.SILENT,
        Trigger.DISTRESS,
        Trigger.CONFLICT,
    ),
    competencies=(
        competencies.TIME_AND_TURNS,
        competencies.HOLDING_SILENCE,
        competencies.INVITING_AND_BOUNDING,
        competencies.POWER_AND_FEELING,
    ),
    item=_("There was room to think, and everybody who wanted to was heard."),
    by_level={
        Level.LOW: _("There was little room to think and be heard"),
        Level.MIDDLING: _("Some found room to think and be heard, some did not"),
        Level.HIGH: _("There was room to think and be heard"),
    },
)
NO_TELLING: Final = Duty(
    name="no_telling",
    title=_("No telling"),
    asks=(
        _("Where did advice slip in, and what became of it?"),
        _("Where was I tempted to say what I think of the matter?"),
    ),
    mirror=Mirror.OWN_TURNS,
    moments=(Trigger.ADVICE, Trigger.ADVICE_AGAIN, Trigger.WHAT_SHOULD_I_DO),
    competencies=(competencies.TURNING_ADVICE, competencies.OUT_OF_CONTENT),
    item=_("Whoever facilitated left the matter itself to us."),
    by_level={
        Level.LOW: _("The matter itself was seldom left to them"),
        Level.MIDDLING: _("Some felt the matter was left to them, some did not"),
        Level.HIGH: _("The matter itself was left to them"),
    },
)
ALL_LEARN: Final = Duty(
    name="all_learn",
    title=_("All reflect and learn"),
    asks=(
        _("What did we learn about how we work together?"),
        _("What did each one take away, the presenter and those who asked?"),
    ),
    mirror=Mirror.LEARNINGS,
    moments=(Trigger.NO_ACTION, Trigger.PROCESS_CHECK),
    competencies=(
        competencies.CONTRACTING,
        competencies.DRAWING_OUT_LEARNING,
        competencies.HANDING_OVER,
    ),
    item=_("We took time to see what we learned and how we work."),
    by_level={
        Level.LOW: _("There was little time to see what was learned"),
        Level.MIDDLING: _("Some found time to see what was learned, some did not"),
        Level.HIGH: _("There was time to see what was learned"),
    },
)

DUTIES: Final[tuple[Duty, ...]] = (
    HELPFUL_QUESTIONS,
    LISTENING,
    NO_TELLING,
    ALL_LEARN,
)

_BY_NAME = {each.name: each for each in DUTIES}


def duty_named(name: str) -> Duty:
    """Raises KeyError for a name that no duty has."""
    return _BY_NAME[name]


# What members answer, and the one word that comes of it

ENOUGH_ANSWERS: Final = 4
"""With fewer, whoever knows one answer could work out the others."""
NO, PARTLY, YES = 1, 2, 3
ANSWERS: Final[Mapping[int, str]] = {NO: _("no"), PARTLY: _("partly"), YES: _("yes")}
# So far from the ends of 1 to 3 that no word settles what anybody answered.
LOW_TO, HIGH_FROM = 1.75, 2.25


def level(counts: Mapping[int, int]) -> Level | None:
    """By the mean of what was answered, how often each; None of fewer than four."""
    number = sum(counts.values())
    if number < ENOUGH_ANSWERS:
        return None
    mean = sum(value * times for value, times in counts.items()) / number
    if mean <= LOW_TO:
        return Level.LOW
    return Level.HIGH if mean >= HIGH_FROM else Level.MIDDLING
