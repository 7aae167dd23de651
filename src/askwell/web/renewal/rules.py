"""Who may do what when a set looks at itself, goes on or ends."""

from typing import Protocol
from uuid import UUID

from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, SetMembership
from askwell.web.programmes.queries import takes_turns
from askwell.web.programmes.rules import is_member, leads
from askwell.web.renewal.models import Ending, Renewal


class Wishes(Protocol):
    """How many of a set would like it to end."""

    @property
    def all_would_end(self) -> bool: ...

    @property
    def most_would_end(self) -> bool: ...


def can_speak(person: Person, learning_set: LearningSet) -> bool:
    """Members answer and say what they would like; nobody from outside does."""
    return is_member(person, learning_set)


def can_decide_to_end(person: Person, learning_set: LearningSet, known: Wishes) -> bool:
    """What all wish any member notes; else whoever of them leads the set.

    Where nobody leads, or all do in turn, one alone does not end it for the others:
    it takes more than half of them.
    """
    if known.all_would_end or not is_member(person, learning_set):
        return is_member(person, learning_set)
    leading = _leading_members(learning_set)
    return person.id in leading if leading else known.most_would_end


def _leading_members(learning_set: LearningSet) -> set[UUID]:
    if takes_turns(learning_set):
        return set()
    members = SetMembership.objects.members().filter(learning_set=learning_set)
    return {
        one.person_id
        for one in members
        if one.is_facilitator or one.person_id == learning_set.created_by_id
    }


def can_end(person: Person, learning_set: LearningSet, last: Renewal | None) -> bool:
    """Any member, once the set has decided to end and nothing else since."""
    decided = last is not None and last.decision == Renewal.Decision.END
    return decided and is_member(person, learning_set)


def can_undo_ending(person: Person, ending: Ending) -> bool:
    """Whoever ended the set, or leads it."""
    learning_set = ending.learning_set
    mine = ending.ended_by_id == person.id and is_member(person, learning_set)
    return mine or leads(person, learning_set)
