"""Everything that is to be known of who does what in a set."""

from dataclasses import dataclass

from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, SetMembership, Vote
from askwell.web.programmes.queries.parts import (
    dials,
    facilitating,
    is_able_to_facilitate,
    next_to_facilitate,
    rotation,
    takes_turns,
)
from askwell.web.programmes.queries.people import people_of
from askwell.web.programmes.queries.votes import open_vote


@dataclass(frozen=True)
class Roles:
    """Who facilitates, hosts and watches; and whose turn it is."""

    next: SetMembership | None
    named: bool
    turns: bool
    rotation: list[SetMembership]
    able: list[SetMembership]
    facilitators: list[SetMembership]
    host: SetMembership | None
    by_consent: list[SetMembership]
    dials: tuple[LearningSet.Dial, ...]
    vote: Vote | None

    @property
    def offered_by(self) -> list[str]:
        """The names of those who would facilitate next, the longest waiting first."""
        offers = [
            (one.offers_since, str(one.person)) for one in self.able if one.offers_since
        ]
        return [name for _since, name in sorted(offers)]

    @property
    def facilitated_by(self) -> list[str]:
        """The names of those who facilitate when nobody takes turns."""
        return [str(one.person) for one in self.facilitators]

    @property
    def lacks_facilitator(self) -> bool:
        return not self.turns and not self.facilitators

    def of(self, person: Person) -> SetMembership | None:
        """The person's own place among those who may facilitate."""
        return next((one for one in self.able if one.person_id == person.id), None)


def roles_of(learning_set: LearningSet) -> Roles:
    """In two queries, however many people there are."""
    there = [one for one in people_of(learning_set) if one.is_current]
    following = next_to_facilitate(learning_set, there)
    return Roles(
        next=following,
        named=following is not None
        and following.person_id == learning_set.next_facilitator_id,
        turns=takes_turns(learning_set),
        rotation=rotation(there),
        able=[one for one in there if is_able_to_facilitate(one)],
        facilitators=facilitating(there),
        host=next((one for one in there if one.is_host), None),
        by_consent=[one for one in there if one.is_by_consent],
        dials=dials(learning_set),
        vote=open_vote(learning_set),
    )
