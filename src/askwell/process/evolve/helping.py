"""How what helps whoever facilitates changes the state."""

from askwell.process.change import change
from askwell.process.events import GuideSwitched, MomentMet
from askwell.process.evolve.registry import on
from askwell.process.listening import Met
from askwell.process.state import State


@on(MomentMet)
def moment_met(state: State, event: MomentMet) -> State:
    met = Met(
        number=event.number,
        by=event.person,
        trigger=event.trigger,
        about=event.about,
        said=event.said,
        at=event.at,
        phase=event.phase,
        slot=event.slot,
        turns=state.turns_in(event.slot),
    )
    return change(state, met=(*state.met, met))


@on(GuideSwitched)
def guide_switched(state: State, event: GuideSwitched) -> State:
    return change(state, guided={**state.guided, event.person: event.on})
