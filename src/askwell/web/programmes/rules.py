"""Who may do what with a set; whatever is not said here is refused."""

from django.db.models import Exists, OuterRef, QuerySet

from askwell.web.people.models import Person
from askwell.web.programmes.models import (
    Belonging,
    Cohort,
    Invitation,
    LearningSet,
    SetMembership,
    SetMembershipQuerySet,
    Vote,
)
from askwell.web.programmes.offices import managed_programmes, manages


def readable_sets(person: Person) -> QuerySet[LearningSet]:
    """The sets whose pages a person reads; an organisation gives no way into any."""
    return LearningSet.objects.filter(_among(SetMembership.objects.readers(), person))


def attended_sets(person: Person) -> QuerySet[LearningSet]:
    """The sets whose meetings a person may enter: their own, or as admitted guest."""
    return LearningSet.objects.filter(_among(SetMembership.objects.current(), person))


def _among(memberships: SetMembershipQuerySet, person: Person) -> Exists:
    return Exists(memberships.filter(learning_set=OuterRef("pk"), person=person))


def can_read_set(person: Person, learning_set: LearningSet) -> bool:
    """Members, facilitators and trainees do; guests, observers, ex-members do not."""
    return readable_sets(person).filter(pk=learning_set.pk).exists()


def is_member(person: Person, learning_set: LearningSet) -> bool:
    """Of those the set consists of: they decide for it."""
    members = SetMembership.objects.members().filter(learning_set=learning_set)
    return members.filter(person=person).exists()


def can_attend(person: Person, learning_set: LearningSet) -> bool:
    """Whoever may be in the set's meetings, admitted guests among them."""
    return attended_sets(person).filter(pk=learning_set.pk).exists()


def can_read_contract(person: Person, learning_set: LearningSet) -> bool:
    """A guest hears what is said, so a guest agrees too."""
    return can_attend(person, learning_set)


def can_word_contract(person: Person, learning_set: LearningSet) -> bool:
    """Any member may propose other words, or to agree anew; so may a facilitator."""
    return can_read_set(person, learning_set)


def can_lower_attendance(person: Person, learning_set: LearningSet) -> bool:
    """Each of those it is told about, alone."""
    return is_member(person, learning_set)


def can_change_set(person: Person, learning_set: LearningSet) -> bool:
    """Name, purpose, format and meeting link belong to all of the set."""
    return can_read_set(person, learning_set)


def can_invite(person: Person, learning_set: LearningSet) -> bool:
    return can_read_set(person, learning_set)


def can_compose(person: Person, cohort: Cohort) -> bool:
    """Who looks after the whole programme begins its sets, and asks people in.

    It opens no door: the sets are other people's as soon as they are begun.
    """
    return manages(person, cohort.programme)


def can_take_out(person: Person, learning_set: LearningSet) -> bool:
    """Who looks after people of the programme withdraws them; they read nothing."""
    cohort = learning_set.cohort
    if cohort is None:
        return False
    return managed_programmes(person).filter(pk=cohort.programme_id).exists()


def can_withdraw(person: Person, invitation: Invitation) -> bool:
    return can_read_set(person, invitation.learning_set)


def can_answer(person: Person, newcomer: SetMembership) -> bool:
    """Who says yes or no to a newcomer: for a guest a facilitator, else any member.

    A set without a facilitator admits its guests itself.
    """
    learning_set = newcomer.learning_set
    if newcomer.is_guest:
        return leads(person, learning_set)
    return decides_on(newcomer).filter(person=person).exists()


def decides_on(newcomer: SetMembership) -> SetMembershipQuerySet:
    """Whose yes a newcomer needs; before a set has formed, that of one who is there.

    Who comes to watch, or to learn facilitating, is for the members from the first.
    """
    there = SetMembership.objects.filter(learning_set=newcomer.learning_set)
    if needs_everyone(newcomer):
        return there.members()
    return there.readers().exclude(belonging=Belonging.TRAINEE)


def needs_everyone(newcomer: SetMembership) -> bool:
    """A formed set takes people in unanimously (INV-19); a guest is for one meeting.

    Whom the set was begun with is not asked about again, however late they answer.
    """
    if newcomer.is_guest:
        return False
    if newcomer.is_by_consent:
        return True
    formed = newcomer.learning_set.formed_at is not None
    return formed and not _was_there_in_mind(newcomer)


def _was_there_in_mind(newcomer: SetMembership) -> bool:
    """Come by the invitation to their own address that began the set with them."""
    invitation = newcomer.invitation
    return (
        invitation is not None
        and is_expected(invitation, newcomer.learning_set)
        and invitation.email == newcomer.person.email
    )


def is_placed(newcomer: SetMembership) -> bool:
    """Put into it together with the others: that needs nobody's yes but their own."""
    invitation = newcomer.invitation
    if invitation is None or not _was_there_in_mind(newcomer):
        return False
    return shows_mates(newcomer.person, invitation)


def shows_mates(person: Person, invitation: Invitation) -> bool:
    """Whoever was put into a set sees who else was, at their own address alone."""
    learning_set, by = invitation.learning_set, invitation.made_by
    cohort = learning_set.cohort
    if cohort is None or invitation.email != person.email:
        return False
    return can_compose(by, cohort) or _began_from_outside(by, learning_set)


def _began_from_outside(person: Person, learning_set: LearningSet) -> bool:
    """Who put a set together may look after its programme no longer by now."""
    among = SetMembership.objects.filter(learning_set=learning_set, person=person)
    return learning_set.created_by_id == person.pk and not among.exists()


def is_expected(invitation: Invitation, learning_set: LearningSet) -> bool:
    """Whether it went to somebody's own address while the set was forming."""
    formed_at = learning_set.formed_at
    forming = formed_at is None or invitation.made_at < formed_at
    return bool(invitation.email) and forming


def can_remove(person: Person, other: SetMembership) -> bool:
    """Nobody removes themselves: they leave.

    Where members take turns, all of them lead, and none of them sends another away.
    """
    learning_set = other.learning_set
    if other.person_id == person.id or (other.is_member and _takes_turns(learning_set)):
        return False
    return leads(person, learning_set)


def _takes_turns(learning_set: LearningSet) -> bool:
    return learning_set.facilitated_by == LearningSet.FacilitatedBy.TURNS


def can_withdraw_consent(person: Person, other: SetMembership) -> bool:
    """Any member alone ends the time of somebody who is there by consent (INV-19)."""
    by_consent = other.is_current and other.is_by_consent
    return by_consent and is_member(person, other.learning_set)


def can_appoint(person: Person, other: SetMembership) -> bool:
    """Who facilitates is said by whoever leads the set now; visitors never do.

    A trainee facilitates one meeting at a time, by being named for the next.
    """
    able = other.belonging in (Belonging.MEMBER, Belonging.FACILITATOR)
    return other.is_current and able and leads(person, other.learning_set)


def can_step_back(person: Person, mine: SetMembership) -> bool:
    """Whoever has a part may lay it down."""
    return mine.is_current and mine.person_id == person.id


def can_step_outside(person: Person, mine: SetMembership) -> bool:
    """Whoever facilitates may do only that; somebody must be left to be the set."""
    if not (can_step_back(person, mine) and mine.is_member and mine.is_facilitator):
        return False
    members = SetMembership.objects.members().filter(learning_set=mine.learning_set_id)
    return members.exclude(pk=mine.pk).exists()


def can_name_next(person: Person, learning_set: LearningSet) -> bool:
    """Who facilitates next: said by who would, by who leads, in turns by any member."""
    if _takes_turns(learning_set):
        return is_member(person, learning_set) or _is_next(person, learning_set)
    return leads(person, learning_set) or _is_next(person, learning_set)


def _is_next(person: Person, learning_set: LearningSet) -> bool:
    named = learning_set.next_facilitator_id == person.id
    return named and can_read_set(person, learning_set)


def can_choose_host(person: Person, learning_set: LearningSet) -> bool:
    return is_member(person, learning_set)


def can_turn_dial(person: Person, learning_set: LearningSet) -> bool:
    """How much a facilitator still does is agreed between them and the set."""
    return can_read_set(person, learning_set)


def can_open_vote(person: Person, learning_set: LearningSet) -> bool:
    return is_member(person, learning_set)


def can_vote(person: Person, vote: Vote) -> bool:
    """The set's own vote: whoever comes from outside has none (INV-25)."""
    return vote.is_open and is_member(person, vote.learning_set)


def can_withdraw_vote(person: Person, vote: Vote) -> bool:
    return can_vote(person, vote) and vote.opened_by_id == person.id


def leads(person: Person, learning_set: LearningSet) -> bool:
    """A facilitator, the one who began the set, or, with neither left, any member.

    Where members take turns, each of them leads.
    """
    if _takes_turns(learning_set):
        return is_member(person, learning_set)
    readers = SetMembership.objects.readers().filter(learning_set=learning_set)
    present = {one.person_id: one for one in readers}
    if person.id not in present or present[person.id].belonging == Belonging.TRAINEE:
        return False
    led = any(one.is_facilitator for one in present.values())
    begun_by = learning_set.created_by_id
    if not led and begun_by not in present:
        return present[person.id].is_member
    return present[person.id].is_facilitator or person.id == begun_by
