"""From a facilitator who leads to none, in five steps, and what each one is like."""

from dataclasses import dataclass
from typing import Final

from askwell.process.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step; in what follows, "you" are the members of the set."""

    name: str
    title: str
    facilitator: str
    members: str
    in_the_room: str
    takes_turns: bool = False
    """Whether members take turns: getting there, and back, is the set’s own vote."""


LEADS: Final = Step(
    name="leads",
    title=_("The facilitator leads"),
    facilitator=_(
        "Opens the meeting, keeps time and turns, and turns advice into questions."
    ),
    members=_(
        "Watch how it is done. In each review say one thing that the facilitator did "
        "and one of you could do."
    ),
    in_the_room=_("The meeting opens with the facilitator in the facilitator’s place."),
)
CO_LEADS: Final = Step(
    name="co_leads",
    title=_("A member leads, the facilitator helps"),
    facilitator=_(
        "Sits beside the member whose turn it is, helps when asked, and says "
        "afterwards what went well."
    ),
    members=_(
        "One of you leads each meeting by what stands on the screen, another one each "
        "time, until everybody has done it once."
    ),
    in_the_room=_(
        "The meeting opens with the member of the rota in the facilitator’s place, "
        "and the facilitator named to help: both can move it on."
    ),
)
OBSERVES: Final = Step(
    name="observes",
    title=_("The facilitator watches"),
    facilitator=_("Is there, keeps quiet, and says in the review what they noticed."),
    members=_("Lead by rota, and turn to each other, not to the facilitator."),
    in_the_room=_(
        "The meeting opens with the member of the rota in the facilitator’s place. "
        "The facilitator comes in and has nothing to press."
    ),
    takes_turns=True,
)
ON_CALL: Final = Step(
    name="on_call",
    title=_("The facilitator is on call"),
    facilitator=_("Stays away, and comes when you ask."),
    members=_("Lead by rota. Ask for help before a meeting that will be hard."),
    in_the_room=_(
        "The meeting opens with the member of the rota. For one meeting you can name "
        "the facilitator instead."
    ),
    takes_turns=True,
)
NONE: Final = Step(
    name="none",
    title=_("You need no facilitator"),
    facilitator=_("Is no longer there for your meetings."),
    members=_(
        "Lead by rota, look now and then at how you are doing, and take somebody in "
        "again whenever you like."
    ),
    in_the_room=_("The meeting opens with the member of the rota."),
    takes_turns=True,
)

STEPS: Final[tuple[Step, ...]] = (LEADS, CO_LEADS, OBSERVES, ON_CALL, NONE)

_BY_NAME = {each.name: each for each in STEPS}


def step_named(name: str) -> Step:
    """Raises KeyError for a name that no step has."""
    return _BY_NAME[name]


def after(step: Step) -> Step | None:
    """The next step of handing over; None after the last one."""
    following = STEPS[STEPS.index(step) + 1 :]
    return following[0] if following else None


def back_from(step: Step) -> Step | None:
    """One step back without a vote; None where only the set’s vote leads back."""
    place = STEPS.index(step)
    earlier = STEPS[place - 1] if place else None
    return earlier if earlier and earlier.takes_turns == step.takes_turns else None
