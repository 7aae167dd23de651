"""The ten things a facilitator does well, as an observer rates them."""

from dataclasses import dataclass
from typing import Final

from askwell.process.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Competency:
    """One thing to do well (DOMAIN.md section 5), rated 1 to 4 in an observed slot.

    `seen_as` says what an observer sees or hears where it is done well.
    """

    name: str
    title: str
    seen_as: str


CONTRACTING: Final = Competency(
    name="contracting",
    title=_("Contracting"),
    seen_as=_("What was agreed is named, confidentiality first, and kept to."),
)
EXPLAINING: Final = Competency(
    name="explaining",
    title=_("Explaining the process"),
    seen_as=_("Everybody knows what happens now, what it is for, and what comes next."),
)
TIME_AND_TURNS: Final = Competency(
    name="time_and_turns",
    title=_("Time and turns"),
    seen_as=_("The presenter gets all of their time, and one person speaks at once."),
)
HOLDING_SILENCE: Final = Competency(
    name="holding_silence",
    title=_("Holding silence"),
    seen_as=_("A question is left to work. Nobody fills the pause, least of all you."),
)
TURNING_ADVICE: Final = Competency(
    name="turning_advice",
    title=_("Hearing and turning advice"),
    seen_as=_("Advice is heard as advice, and its giver is helped to ask instead."),
)
INVITING_AND_BOUNDING: Final = Competency(
    name="inviting_and_bounding",
    title=_("Inviting the quiet, bounding the dominant"),
    seen_as=_(
        "Who has not asked is invited, and free to pass. No voice fills the room."
    ),
)
POWER_AND_FEELING: Final = Competency(
    name="power_and_feeling",
    title=_("Noticing power and feeling"),
    seen_as=_("What rank or feeling does in the room is seen and named with care."),
)
OUT_OF_CONTENT: Final = Competency(
    name="out_of_content",
    title=_("Staying out of content"),
    seen_as=_("No opinion, no solution, no clever question about the matter itself."),
)
DRAWING_OUT_LEARNING: Final = Competency(
    name="drawing_out_learning",
    title=_("Drawing out learning"),
    seen_as=_("The set says what it learned, about the matter and about itself."),
)
HANDING_OVER: Final = Competency(
    name="handing_over",
    title=_("Handing over"),
    seen_as=_("Members do more of the facilitating than last time."),
)

COMPETENCIES: tuple[Competency, ...] = (
    CONTRACTING,
    EXPLAINING,
    TIME_AND_TURNS,
    HOLDING_SILENCE,
    TURNING_ADVICE,
    INVITING_AND_BOUNDING,
    POWER_AND_FEELING,
    OUT_OF_CONTENT,
    DRAWING_OUT_LEARNING,
    HANDING_OVER,
)

_BY_NAME = {each.name: each for each in COMPETENCIES}


def competency_named(name: str) -> Competency:
    """Raises KeyError for a name that no competency has."""
    return _BY_NAME[name]
