"""How roles, parts and calls for help change the state."""

from askwell.process.change import change
from askwell.process.events import (
    CoFacilitatorNamed,
    FacilitatorAppointed,
    FacilitatorNominated,
    HelpAcknowledged,
    HelpSignalled,
    PartGiven,
    RoleHandedOver,
    RoleSwitched,
    RoleTakenBack,
)
from askwell.process.evolve.registry import on
from askwell.process.people import PersonId
from askwell.process.records import HelpSignal, Nomination
from askwell.process.state import State


@on(RoleHandedOver)
def role_handed_over(state: State, event: RoleHandedOver) -> State:
    return _facilitated_by(state, event.to, handed_over_by=event.person)


@on(RoleTakenBack)
def role_taken_back(state: State, event: RoleTakenBack) -> State:
    return _facilitated_by(state, event.person, handed_over_by=None)


@on(FacilitatorAppointed)
def facilitator_appointed(state: State, event: FacilitatorAppointed) -> State:
    return _facilitated_by(state, event.person, handed_over_by=state.facilitator)


def _facilitated_by(
    state: State, person: PersonId, *, handed_over_by: PersonId | None
) -> State:
    return change(
        state,
        facilitator=person,
        co_facilitators=state.co_facilitators - {person},
        handed_over_by=handed_over_by,
        nominations={},
        facilitator_as_member=False,
        proposed_extension=None,
    )


@on(CoFacilitatorNamed)
def co_facilitator_named(state: State, event: CoFacilitatorNamed) -> State:
    named = {event.co_facilitator}
    others = state.co_facilitators
    return change(
        state, co_facilitators=others | named if event.shares else others - named
    )


@on(FacilitatorNominated)
def facilitator_nominated(state: State, event: FacilitatorNominated) -> State:
    voice = Nomination(nominee=event.nominee, at=event.at)
    nominations = {**state.nominations, event.person: voice}
    return change(state, nominations=nominations)


@on(RoleSwitched)
def role_switched(state: State, event: RoleSwitched) -> State:
    return change(state, facilitator_as_member=event.as_member)


@on(PartGiven)
def part_given(state: State, event: PartGiven) -> State:
    return change(state, parts={**state.parts, event.part: event.to})


@on(HelpSignalled)
def help_signalled(state: State, event: HelpSignalled) -> State:
    signal = HelpSignal(
        number=event.number,
        person=event.person,
        wanted=event.wanted,
        words=event.words,
        at=event.at,
    )
    return change(state, signals={**state.signals, event.number: signal})


@on(HelpAcknowledged)
def help_acknowledged(state: State, event: HelpAcknowledged) -> State:
    signal = state.signals[event.signal]
    seen = change(signal, acknowledged=True, seen_by=event.person)
    return change(state, signals={**state.signals, event.signal: seen})
