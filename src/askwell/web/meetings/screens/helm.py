"""What whoever facilitates can do: within reach of one thumb, and the rest."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from askwell.process.decide.contributions import PERSONAL
from askwell.process.formats.shape import Capture, Role, Section
from askwell.process.kinds import Kind
from askwell.process.people import PersonId
from askwell.web.meetings.screens import course
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
    begins: list[Someone]


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
        begins=[] if see.slot or in_closing else candidates(see),
    )


def candidates(see: Sight) -> list[Someone]:
    """Whom a slot could begin for."""
    has_facilitator = see.state.format.has_facilitator
    return [
        Someone(p, see.name(p))
        for p in see.state.members_here
        if not (has_facilitator and p == see.state.facilitator)
    ]


@dataclass(frozen=True, slots=True)
class Jot:
    """How to note, with one press, that somebody else has said something."""

    kind: Kind
    title: str
    people: list[Someone]
    at_hand: bool


def jot(see: Sight) -> Jot | None:
    """Where members contribute freely; what is personal, each notes for themselves."""
    if see.phase is None or not see.here or see.presents or see.only_watches:
        return None
    if see.phase.spoken_only or see.phase.hidden_until_read:
        return None
    offered = (k for k in see.phase.offered(Role.MEMBER) if k.family not in PERSONAL)
    kind = next(offered, None)
    if kind is None:
        return None
    return Jot(
        kind=kind,
        title=_(kind.title),
        people=[
            Someone(p, see.short(p))
            for p in see.state.members_here
            if p != see.me and see.state.role(p) is Role.MEMBER
        ],
        at_hand=(kind.is_question and see.facilitates) or Role.SECRETARY in see.roles,
    )


def chooses_order(see: Sight) -> bool:
    captures = see.phase.captures if see.phase else ()
    return see.steers and Capture.ORDER in captures
