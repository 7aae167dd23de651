"""How the question coach hears what is written: where, by whom and after what.

A state holds words, or the names of their places (as the learning record keeps them):
what is handed on as `previous` is whichever of the two the state holds.
"""

from dataclasses import dataclass

from askwell.coach import Role
from askwell.process.formats.shape import Role as Part
from askwell.process.kinds import Family, kind_named
from askwell.process.people import PersonId
from askwell.process.records import Contribution
from askwell.process.state import State

SAID_BY_PRESENTERS = frozenset({Family.STORY, Family.ANSWER})


@dataclass(frozen=True, slots=True)
class Hearing:
    """What `askwell.coach.read` is told beside the words themselves."""

    phase: str
    role: Role
    previous: str | None
    """What the presenter wrote last before it in this slot; else their topic."""


def hearing_now(state: State, person: PersonId) -> Hearing:
    """For what somebody is about to say; there must be a phase."""
    phase, slot = state.phase_in_script, state.slot
    if phase is None:
        raise ValueError("Nothing is said outside a phase.")
    number = slot.number if slot else None
    part = state.role(person)
    return Hearing(phase.name, _ROLES.get(part, Role.MEMBER), previous(state, number))


_ROLES = {Part.PRESENTER: Role.PRESENTER, Part.FACILITATOR: Role.FACILITATOR}


def hearing_of(state: State, contribution: Contribution) -> Hearing:
    """For what has been said."""
    slot, person = contribution.slot, contribution.person
    before = previous(state, slot, before=contribution.number)
    return Hearing(contribution.phase, _role_in(state, slot, person), before)


def _role_in(state: State, slot: int | None, person: PersonId) -> Role:
    if person == presenter_of(state, slot):
        return Role.PRESENTER
    return Role.FACILITATOR if state.facilitates(person) else Role.MEMBER


def presenter_of(state: State, slot: int | None) -> PersonId | None:
    return next((each.presenter for each in state.slots if each.number == slot), None)


def previous(
    state: State, slot: int | None, *, before: int | None = None
) -> str | None:
    """The presenter's last written words in a slot, before a contribution or so far."""
    presenter = presenter_of(state, slot)
    said = [
        each.words
        for each in state.contributions_in(slot)
        if each.person == presenter
        and each.words
        and not each.hidden
        and kind_named(each.kind).family in SAID_BY_PRESENTERS
        and (before is None or each.number < before)
    ]
    topic = state.topics.get(slot) if slot else None
    told = topic.topic if topic and not topic.withdrawn else None
    return said[-1] if said else told
