"""What whoever facilitates can do: within reach of one thumb, and the rest."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from askwell.process.formats.shape import Capture, Nudge, Section
from askwell.process.people import PersonId
from askwell.web.meetings.screens import course, turns
from askwell.web.meetings.screens.sight import Sight


@dataclass(frozen=True, slots=True)
class Someone:
    person: PersonId
    name: str


@dataclass(frozen=True, slots=True)
class Helm:
    """The facilitator's bar."""

    next: str
    undo: bool
    back: bool
    closes: bool
    to_closing: bool
    presenters: list[Someone]
    jot_for: list[Someone]
    jot_kind: str


def helm(see: Sight) -> Helm | None:
    if not see.steers or see.now is None:
        return None
    in_closing = see.now.section is Section.CLOSING
    following = course.what_next(see)
    return Helm(
        next=following,
        undo=see.state.last_step is not None,
        back=see.now.index > 0,
        closes=not following,
        to_closing=not in_closing and bool(see.state.script.closing),
        presenters=_could_present(see),
        jot_for=[],
        jot_kind="",
    )


def _could_present(see: Sight) -> list[Someone]:
    """Whom a slot can begin for: nobody while one runs."""
    if see.slot or see.now is None or see.now.section is Section.CLOSING:
        return []
    return [Someone(p, see.name(p)) for p in see.state.members_here]


def nudges(see: Sight) -> list[Nudge]:
    """When something happens, words for it."""
    if not see.steers or see.phase is None:
        return []
    return [Nudge(when=_(each.when), say=_(each.say)) for each in see.phase.nudges]


def chooses_order(see: Sight) -> bool:
    captures = see.phase.captures if see.phase else ()
    return see.steers and Capture.ORDER in captures


def silent(see: Sight) -> list[Someone]:
    """Members who have not spoken in this phase, for whoever gives the turn."""
    if not see.facilitates or see.floor is None or see.floor.in_turn:
        return []
    return [
        Someone(p, see.short(p))
        for p in see.state.members_here
        if p not in (see.state.presenter, see.me) and not turns.times(see, p)
    ]
