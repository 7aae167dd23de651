"""Proposes who presents next, and says why (INV-7)."""

from datetime import date
from hashlib import sha256

from askwell.process.choices import Why
from askwell.process.people import PersonId
from askwell.process.records import Turn
from askwell.process.state import State

URGENT = 3


def propose(state: State) -> tuple[Turn, ...]:
    """Everybody who could present today, first to last.

    Those who bid; without any bid, everybody here who has not declined. Whoever is
    booked goes first, then the longest since presenting, then fewest slots, then the
    draw. Whoever has presented today comes after all others.
    """
    waiting = sorted(_candidates(state), key=lambda each: _rank(state, each))
    return tuple(
        _turn(state, person, why=_why(state, person, waiting)) for person in waiting
    )


def explained(
    state: State, order: tuple[PersonId, ...]
) -> tuple[tuple[Turn, ...], bool]:
    """The turns of a chosen order, and whether it is the proposed one."""
    proposal = propose(state)
    as_proposed = tuple(turn.person for turn in proposal[: len(order)]) == order
    proposed = {turn.person: (index, turn) for index, turn in enumerate(proposal)}
    turns = []
    for index, person in enumerate(order):
        place, turn = proposed.get(person, (None, _turn(state, person, why=Why.CHOSEN)))
        if place is not None and place > index:
            urgent = turn.urgency >= URGENT
            turn = _turn(state, person, why=Why.URGENT if urgent else Why.CHOSEN)
        turns.append(turn)
    return tuple(turns), as_proposed


def others_first(state: State, presenter: PersonId) -> tuple[PersonId, ...]:
    """Who is here and has neither presented nor declined, if this is a second slot."""
    presented = {slot.presenter for slot in state.slots}
    if presenter not in presented:
        return ()
    done = presented | state.declined | {state.facilitator}
    return tuple(person for person in state.members_here if person not in done)


def _candidates(state: State) -> tuple[PersonId, ...]:
    if state.bids:
        return tuple(
            person
            for person in state.members_here
            if person in state.bids or _is_booked(state, person)
        )
    return tuple(
        person
        for person in state.members_here
        if person not in state.declined and not _keeps_the_role(state, person)
    )


def _is_booked(state: State, person: PersonId) -> bool:
    """Whoever was booked and would rather not today says so like anybody else."""
    booked = state.brief.booked if state.brief else ()
    return person in booked and person not in state.declined


def _keeps_the_role(state: State, person: PersonId) -> bool:
    return state.format.has_facilitator and person == state.facilitator


def _turn(state: State, person: PersonId, *, why: Why) -> Turn:
    presented_on, slots = _history(state, person)
    bid = state.bids.get(person)
    return Turn(
        person=person,
        why=why,
        presented_on=presented_on,
        slots=slots,
        urgency=bid.urgency if bid else 0,
    )


def _history(state: State, person: PersonId) -> tuple[date | None, int]:
    today = [slot for slot in state.slots if slot.presenter == person]
    attendees = state.brief.people if state.brief else ()
    for attendee in attendees:
        if attendee.person == person:
            latest = today[-1].began_at.date() if today else attendee.presented_on
            return latest, attendee.slots + len(today)
    return (today[-1].began_at.date() if today else None), len(today)


def _rank(state: State, person: PersonId) -> tuple[bool, bool, date, int, str]:
    presented_on, slots = _history(state, person)
    today = any(slot.presenter == person for slot in state.slots)
    seed = state.brief.seed if state.brief else 0
    order = turn_order(person, presented_on, slots, seed=seed)
    return today, not _is_booked(state, person), *order


def turn_order(
    person: PersonId, presented_on: date | None, slots: int, *, seed: int
) -> tuple[date, int, str]:
    """What to sort people by: longest since presenting, fewest slots, then the draw.

    The draw is fair, and comes out the same whenever it is made again.
    """
    lot = sha256(f"{seed}:{person}".encode()).hexdigest()
    return presented_on or date.min, slots, lot


def _why(state: State, person: PersonId, waiting: list[PersonId]) -> Why:
    if _is_booked(state, person):
        return Why.BOOKED
    presented_on, slots = _history(state, person)
    others = [_history(state, other) for other in waiting if other != person]
    same_date = [other for other in others if other[0] == presented_on]
    if any(other[1] == slots for other in same_date):
        return Why.DRAWN
    if same_date:
        return Why.FEWEST_SLOTS
    return Why.NEVER_PRESENTED if presented_on is None else Why.LONGEST_SINCE
