"""Whose turn it is in a round, and who comes after (DOMAIN.md section 3, floors)."""

from askwell.process.formats.shape import Floor, Role
from askwell.process.people import PersonId
from askwell.process.state import State


def order(state: State) -> tuple[PersonId, ...]:
    """Everybody whose turn comes in this phase, in the order of the names."""
    phase = state.phase_in_script
    if phase is None or not phase.floor.in_turn:
        return ()
    people = state.members_here
    presenter = state.presenter
    others = tuple(p for p in people if p != presenter)
    match phase.floor:
        case Floor.ACTION_OWNERS:
            return _owners(state)
        case Floor.MEMBERS_IN_TURN | Floor.MEMBERS_ONCE_EACH:
            people = others
        case Floor.PRESENTER_FIRST if presenter:
            people = (presenter, *others)
        case Floor.PRESENTER_LAST if presenter:
            people = (*others, presenter)
    return tuple(person for person in people if _has_a_turn(state, person))


def _owners(state: State) -> tuple[PersonId, ...]:
    owners = dict.fromkeys(a.owner for a in state.actions.values() if a.carried_in)
    return tuple(p for p in owners if state.is_here(p))


def _has_a_turn(state: State, person: PersonId) -> bool:
    """Inside a slot the facilitator mostly looks after the process only."""
    phase = state.phase_in_script
    if phase is None:
        return False
    roles = state.roles(person)
    if phase.spoken_only:
        return roles != (Role.FACILITATOR,)
    return any(phase.offered(role) for role in roles)


def times(state: State, person: PersonId) -> int:
    """How often they have had their turn in this phase."""
    phase = state.phase_in_script
    if phase and phase.floor is Floor.ACTION_OWNERS:
        return int(all(a.owner != person for a in state.open_actions))
    return state.spoken_this_phase.get(person, 0)


def whose(state: State) -> PersonId | None:
    """Whose turn it is: the one given it, else the first who had the fewest."""
    floor, waiting = state.course.floor, _waiting(state)
    if floor and not (floor in order(state) and _has_gone_on(state, floor)):
        return floor
    return waiting[0] if waiting else None


def after(state: State) -> PersonId | None:
    """Who comes next in a round, once the present turn is over."""
    turn = whose(state)
    return next((person for person in _waiting(state) if person != turn), None)


def ended_by_going_on(state: State, to: PersonId | None) -> PersonId | None:
    """Whose turn is over, unnoted so far, when the round goes on to who comes next.

    The turn given to anybody else is out of the order, and leaves the round as it is.
    """
    turn = whose(state)
    if to is None or to != after(state) or goes_round_again(state):
        return None
    return turn if turn and not times(state, turn) else None


def _waiting(state: State) -> list[PersonId]:
    """Whose turn is still to come, in order; notes go round again and again."""
    again = goes_round_again(state)
    people = [p for p in order(state) if again or not times(state, p)]
    return sorted(people, key=lambda person: times(state, person))


def _has_gone_on(state: State, floor: PersonId) -> bool:
    """Somebody later in the order has spoken since, without being given the turn."""
    people = order(state)
    later = people[people.index(floor) + 1 :]
    spoken = any(times(state, person) for person in later)
    return spoken and not goes_round_again(state)


def goes_round_again(state: State) -> bool:
    """Notes are read out round after round until time is up."""
    phase = state.phase_in_script
    return bool(phase and phase.written)
