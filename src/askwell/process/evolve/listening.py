"""How what a set allows, and what is counted of what is said, change the state."""

from askwell.process.change import change
from askwell.process.choices import HeardAs
from askwell.process.events import (
    CaptionAddressClosed,
    CaptionAddressMade,
    CoachHushed,
    TallyShown,
    TallyUndone,
    TurnHeard,
    TurnTallied,
    UseAllowed,
    UseAsked,
    UseEnded,
)
from askwell.process.evolve.parts import with_hint, without
from askwell.process.evolve.registry import on
from askwell.process.listening import CaptionAddress, Permission, Tallied, TurnRead
from askwell.process.people import ASKWELL
from askwell.process.state import State
from askwell.process.uses import CAPTIONS, SHARES


@on(UseAsked)
def use_asked(state: State, event: UseAsked) -> State:
    permission = Permission(
        number=event.number,
        asked_by=event.person,
        asked_at=event.at,
        yes=frozenset({event.person}),
    )
    return _with_permission(state, event.use, permission)


def _with_permission(state: State, use: str, permission: Permission) -> State:
    return change(state, permissions={**state.permissions, use: permission})


@on(UseAllowed)
def use_allowed(state: State, event: UseAllowed) -> State:
    before = state.permissions[event.use]
    permission = change(before, yes=before.yes | {event.person})
    return _with_permission(state, event.use, permission)


@on(UseEnded)
def use_ended(state: State, event: UseEnded) -> State:
    state = change(
        state,
        permissions=without(state.permissions, event.use),
        refused_uses={**state.refused_uses, event.use: state.phase_number},
    )
    if event.use != CAPTIONS.name:
        return state
    return change(state, caption_address=None, hints={})


@on(CaptionAddressMade)
def caption_address_made(state: State, event: CaptionAddressMade) -> State:
    address = CaptionAddress(
        number=event.number, made_by=event.person, made_at=event.at
    )
    return change(state, caption_address=address)


@on(CaptionAddressClosed)
def caption_address_closed(state: State, event: CaptionAddressClosed) -> State:
    return change(state, caption_address=None)


@on(TurnHeard)
def turn_heard(state: State, event: TurnHeard) -> State:
    """How it was read is gone once the words of whoever spoke are forgotten.

    It is counted only while everybody here lets the numbers be seen.
    """
    heard_as = HeardAs(event.heard_as) if event.heard_as else event.unnamed
    if heard_as is None:
        return state
    if state.allows(SHARES.name):
        read = TurnRead(heard_as=heard_as, slot=event.slot)
        state = change(state, turns_read=(*state.turns_read, read))
    if event.person == ASKWELL:
        return state
    return with_hint(state, event.person, heard_as if heard_as.steers else None)


@on(CoachHushed)
def coach_hushed(state: State, event: CoachHushed) -> State:
    return change(state, hushed=state.hushed | {event.person})


@on(TurnTallied)
def turn_tallied(state: State, event: TurnTallied) -> State:
    tallied = Tallied(
        number=event.number,
        heard_as=event.heard_as,
        phase=event.phase,
        slot=event.slot,
    )
    return change(state, tallied=(*state.tallied, tallied))


@on(TallyUndone)
def tally_undone(state: State, event: TallyUndone) -> State:
    kept = (each for each in state.tallied if each.number != event.tally)
    return change(state, tallied=tuple(kept))


@on(TallyShown)
def tally_shown(state: State, event: TallyShown) -> State:
    slot = {event.slot}
    shown = state.tallies_shown
    return change(state, tallies_shown=shown | slot if event.shows else shown - slot)
