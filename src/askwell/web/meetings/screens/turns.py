"""Whose turn it is in a round, and who comes after."""

from dataclasses import dataclass

from askwell.process.formats.shape import Floor, Role
from askwell.process.people import PersonId
from askwell.web.meetings.screens.sight import Sight


@dataclass(frozen=True, slots=True)
class Place:
    """One person's place in a round."""

    person: PersonId
    name: str
    me: bool
    done: bool
    now: bool
    next: bool
    without_device: bool


def order(see: Sight) -> tuple[PersonId, ...]:
    """Everybody whose turn comes in this phase, in the order of the names."""
    if see.floor is None or not see.floor.in_turn:
        return ()
    people = see.state.members_here
    presenter = see.state.presenter
    others = tuple(p for p in people if p != presenter)
    match see.floor:
        case Floor.ACTION_OWNERS:
            return _owners(see)
        case Floor.MEMBERS_IN_TURN | Floor.MEMBERS_ONCE_EACH:
            people = others
        case Floor.PRESENTER_FIRST if presenter:
            people = (presenter, *others)
        case Floor.PRESENTER_LAST if presenter:
            people = (*others, presenter)
    return tuple(person for person in people if _has_a_turn(see, person))


def _owners(see: Sight) -> tuple[PersonId, ...]:
    owners = dict.fromkeys(a.owner for a in see.state.actions.values() if a.carried_in)
    return tuple(p for p in owners if see.state.is_here(p))


def _has_a_turn(see: Sight, person: PersonId) -> bool:
    """Inside a slot the facilitator mostly looks after the process only."""
    phase = see.phase
    if phase is None:
        return False
    roles = see.state.roles(person)
    if phase.spoken_only:
        return roles != (Role.FACILITATOR,)
    return any(phase.offered(role) for role in roles)


def times(see: Sight, person: PersonId) -> int:
    """How often they have had their turn in this phase."""
    if see.floor is Floor.ACTION_OWNERS:
        return int(all(a.owner != person for a in see.state.open_actions))
    return see.state.spoken_this_phase.get(person, 0)


def whose(see: Sight) -> PersonId | None:
    """Whose turn it is: the one given it, else the first who had the fewest."""
    floor, waiting = see.state.course.floor, _waiting(see)
    if floor and not (floor in order(see) and _has_gone_on(see, floor)):
        return floor
    return waiting[0] if waiting else None


def after(see: Sight) -> PersonId | None:
    """Who comes next in a round, once the present turn is over."""
    turn = whose(see)
    return next((person for person in _waiting(see) if person != turn), None)


def _waiting(see: Sight) -> list[PersonId]:
    """Whose turn is still to come, in order; notes go round again and again."""
    people = [p for p in order(see) if goes_round_again(see) or not times(see, p)]
    return sorted(people, key=lambda person: times(see, person))


def _has_gone_on(see: Sight, floor: PersonId) -> bool:
    """Somebody later in the order has spoken since, without being given the turn."""
    people = order(see)
    later = people[people.index(floor) + 1 :]
    return any(times(see, person) for person in later) and not goes_round_again(see)


def goes_round_again(see: Sight) -> bool:
    """Notes are read out round after round until time is up."""
    return bool(see.phase and see.phase.written)


def places(see: Sight) -> list[Place]:
    turn, following = whose(see), after(see)
    return [
        Place(
            person=person,
            name=see.name(person),
            me=person == see.me,
            done=bool(times(see, person)),
            now=person == turn,
            next=person == following,
            without_device=see.state.people[person].without_device,
        )
        for person in order(see)
    ]
