"""Who may do what with a set; whatever is not said here is refused."""

from django.db.models import Exists, OuterRef, QuerySet

from askwell.web.people.models import Person
from askwell.web.programmes.models import (
    Invitation,
    LearningSet,
    SetMembership,
    SetMembershipQuerySet,
)


def readable_sets(person: Person) -> QuerySet[LearningSet]:
    """The sets a person belongs to; an organisation gives no way into any other."""
    return LearningSet.objects.filter(_among(SetMembership.objects.members(), person))


def attended_sets(person: Person) -> QuerySet[LearningSet]:
    """The sets whose meetings a person may enter: their own, or as admitted guest."""
    return LearningSet.objects.filter(_among(SetMembership.objects.current(), person))


def _among(memberships: SetMembershipQuerySet, person: Person) -> Exists:
    return Exists(memberships.filter(learning_set=OuterRef("pk"), person=person))


def can_read_set(person: Person, learning_set: LearningSet) -> bool:
    """Members and facilitators read the set's pages; guests and ex-members do not."""
    return readable_sets(person).filter(pk=learning_set.pk).exists()


def can_attend(person: Person, learning_set: LearningSet) -> bool:
    """Whoever may be in the set's meetings, admitted guests among them."""
    return attended_sets(person).filter(pk=learning_set.pk).exists()


def can_read_contract(person: Person, learning_set: LearningSet) -> bool:
    """A guest hears what is said, so a guest agrees too."""
    return can_attend(person, learning_set)


def can_word_contract(person: Person, learning_set: LearningSet) -> bool:
    """Any member may propose other words: everyone then agrees anew."""
    return can_read_set(person, learning_set)


def can_change_set(person: Person, learning_set: LearningSet) -> bool:
    """Name, purpose, format and meeting link belong to all of the set."""
    return can_read_set(person, learning_set)


def can_invite(person: Person, learning_set: LearningSet) -> bool:
    return can_read_set(person, learning_set)


def can_withdraw(person: Person, invitation: Invitation) -> bool:
    return can_read_set(person, invitation.learning_set)


def can_answer(person: Person, newcomer: SetMembership) -> bool:
    """Who says yes or no to a newcomer: for a guest a facilitator, else any member.

    A set without a facilitator admits its guests itself.
    """
    learning_set = newcomer.learning_set
    if newcomer.is_guest:
        return leads(person, learning_set)
    return can_read_set(person, learning_set)


def can_remove(person: Person, other: SetMembership) -> bool:
    """Nobody removes themselves: they leave."""
    return other.person_id != person.id and leads(person, other.learning_set)


def can_appoint(person: Person, other: SetMembership) -> bool:
    """Who facilitates is said by whoever leads the set now; never of a guest."""
    return other.is_current and not other.is_guest and leads(person, other.learning_set)


def leads(person: Person, learning_set: LearningSet) -> bool:
    """A facilitator, the one who began the set, or, with neither left, any member."""
    leaders = SetMembership.objects.members().filter(learning_set=learning_set)
    present = {one.person_id: one.is_facilitator for one in leaders}
    if person.id not in present:
        return False
    led = any(present.values()) or learning_set.created_by_id in present
    return not led or present[person.id] or person.id == learning_set.created_by_id
