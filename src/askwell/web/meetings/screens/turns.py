"""The places of a round, as they are drawn."""

from dataclasses import dataclass

from askwell.process import rounds
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


def places(see: Sight) -> list[Place]:
    if see.phase is None:
        return []
    turn, following = rounds.whose(see.state), rounds.after(see.state)
    return [
        Place(
            person=person,
            name=see.name(person),
            me=person == see.me,
            done=bool(rounds.times(see.state, person)),
            now=person == turn,
            next=person == following,
            without_device=see.state.people[person].without_device,
        )
        for person in rounds.order(see.state)
    ]
