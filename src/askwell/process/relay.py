"""Who facilitates the next slot, where the role goes round and a rota says so."""

from collections.abc import Iterator

from askwell.process.decide.walk import next_presenter
from askwell.process.formats.shape import Section
from askwell.process.people import PersonId
from askwell.process.state import State


def next_to_facilitate(state: State) -> PersonId | None:
    """Whom the role would go to for the slot to come; nobody, if it stays.

    Whom the rota names, if they are here and do not present; else who comes after
    them, and of those who are here whoever has led no slot today. The role is still
    given by whoever has it: this only says to whom.
    """
    if not _goes_round(state):
        return None
    rota, slot = _rota(state), len(state.slots)
    if rota[slot : slot + 1] == (state.facilitator,) and _can_keep_it(state):
        return None
    return next((each for each in _in_order(state) if _can_take_it(state, each)), None)


def _goes_round(state: State) -> bool:
    """While there is another slot to come, as far as is known."""
    now = state.phase
    if now is None or now.section is Section.CLOSING or not _rota(state):
        return False
    is_another = state.slot is None or next_presenter(state) is not None
    return state.format.rotates_facilitator and is_another


def _rota(state: State) -> tuple[PersonId, ...]:
    return state.brief.rota if state.brief else ()


def _can_keep_it(state: State) -> bool:
    return next_presenter(state) != state.facilitator


def _in_order(state: State) -> Iterator[PersonId]:
    led = {each.facilitator for each in state.slots}
    rota = _rota(state)[len(state.slots) :]
    yield from dict.fromkeys(rota)
    yield from (each for each in state.members_here if each not in {*led, *rota})


def _can_take_it(state: State, person: PersonId) -> bool:
    """Nobody is given it while they present, or for their own time."""
    busy = (state.facilitator, state.presenter, next_presenter(state))
    here = state.is_here(person) and not state.only_watches(person)
    return here and person not in busy
