"""When something happens in a set, one thing to say (DOMAIN.md section 5)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from askwell.facilitation import competencies
from askwell.facilitation.competencies import Competency
from askwell.process.words import _


class Trigger(StrEnum):
    """What a facilitator listens for."""

    ADVICE = "advice"
    ADVICE_AGAIN = "advice_again"
    STACKED = "stacked"
    ANSWERS_FAST = "answers_fast"
    FOCUS_LEFT = "focus_left"
    ONE_VOICE = "one_voice"
    SILENT = "silent"
    WHAT_SHOULD_I_DO = "what_should_i_do"
    PUZZLE = "puzzle"
    DISTRESS = "distress"
    CONFLICT = "conflict"
    NO_ACTION = "no_action"
    PROCESS_CHECK = "process_check"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """What has happened, in a few words, and what to say then.

    In both, `%(presenter)s` stands for whoever presents and `%(name)s` for whom it is
    about, where it is about one person.
    """

    trigger: Trigger
    happened: str
    say: str
    competency: Competency


INTERVENTIONS: Final[tuple[Intervention, ...]] = (
    Intervention(
        trigger=Trigger.ADVICE,
        happened=_("That was advice."),
        say=_("What question is behind that?"),
        competency=competencies.TURNING_ADVICE,
    ),
    Intervention(
        trigger=Trigger.ADVICE_AGAIN,
        happened=_("Advice was given more than once."),
        say=_("Let’s pause. Are we asking or telling? What does %(presenter)s need?"),
        competency=competencies.TURNING_ADVICE,
    ),
    Intervention(
        trigger=Trigger.STACKED,
        happened=_("Several questions came in one."),
        say=_("Which one? Ask it and stop."),
        competency=competencies.TURNING_ADVICE,
    ),
    Intervention(
        trigger=Trigger.ANSWERS_FAST,
        happened=_("%(presenter)s answers at once, each time."),
        say=_("Let’s slow down: ten seconds of silence before each answer."),
        competency=competencies.HOLDING_SILENCE,
    ),
    Intervention(
        trigger=Trigger.FOCUS_LEFT,
        happened=_("The talk has left %(presenter)s."),
        say=_("How does this serve %(presenter)s’s question?"),
        competency=competencies.TIME_AND_TURNS,
    ),
    Intervention(
        trigger=Trigger.ONE_VOICE,
        happened=_("One voice fills more than a third of the turns."),
        say=_("Let’s hear someone who hasn’t asked yet."),
        competency=competencies.INVITING_AND_BOUNDING,
    ),
    Intervention(
        trigger=Trigger.SILENT,
        happened=_("%(name)s has not been heard in this phase."),
        say=_("A question from %(name)s, or pass?"),
        competency=competencies.INVITING_AND_BOUNDING,
    ),
    Intervention(
        trigger=Trigger.WHAT_SHOULD_I_DO,
        happened=_("%(presenter)s asks what to do."),
        say=_("What do you already know you want?"),
        competency=competencies.OUT_OF_CONTENT,
    ),
    Intervention(
        trigger=Trigger.PUZZLE,
        happened=_("This part has one right answer, and somebody knows it."),
        say=_(
            "Would a direct answer help? Shall we take two minutes, then return to "
            "the problem?"
        ),
        competency=competencies.EXPLAINING,
    ),
    Intervention(
        trigger=Trigger.DISTRESS,
        happened=_("Somebody is upset."),
        say=_("Would you like to stop, pause or go on?"),
        competency=competencies.POWER_AND_FEELING,
    ),
    Intervention(
        trigger=Trigger.CONFLICT,
        happened=_("Two members are at odds with each other."),
        say=_(
            "Let’s stop a moment. I see two of you at odds. What did we agree about "
            "how we work?"
        ),
        competency=competencies.CONTRACTING,
    ),
    Intervention(
        trigger=Trigger.NO_ACTION,
        happened=_("%(presenter)s has chosen no action."),
        say=_("That is fine. What will you notice before we meet?"),
        competency=competencies.DRAWING_OUT_LEARNING,
    ),
    Intervention(
        trigger=Trigger.PROCESS_CHECK,
        happened=_("You have worked for half an hour without a look at how it goes."),
        say=_("What are we doing well? What could be better?"),
        competency=competencies.DRAWING_OUT_LEARNING,
    ),
)

_BY_TRIGGER = {each.trigger: each for each in INTERVENTIONS}


def intervention(trigger: Trigger) -> Intervention:
    """The one thing to say when this happens."""
    return _BY_TRIGGER[trigger]
