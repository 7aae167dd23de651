"""Coming into a set: asking, and the set's yes or no."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice
from askwell.web.people.queries import in_one_line
from askwell.web.programmes import queries, rules
from askwell.web.programmes.models import (
    READERS,
    Belonging,
    Consent,
    Contract,
    Invitation,
    LearningSet,
    LedgerLine,
    SetMembership,
)
from askwell.web.programmes.operations.contract import reopen
from askwell.web.programmes.operations.holding import hold, must
from askwell.web.programmes.operations.ledger import enter
from askwell.web.programmes.refusals import NotDoneError, Reason

MOST_PEOPLE = 12


@transaction.atomic
def ask_to_join(
    invitation: Invitation, person: Person, *, at: datetime
) -> SetMembership:
    """Come by a link and wait for the set's answer.

    Whoever was invited at their own address has the inviter's yes with them; while
    a set is still forming that is enough.
    """
    learning_set = hold(invitation.learning_set)
    invitation.refresh_from_db()
    here = queries.membership_of(person, learning_set)
    if here is not None:
        return here
    if not invitation.is_open(at=at):
        raise NotDoneError(Reason.LINK_CLOSED)
    _check_room_for(person, learning_set, by=person)
    newcomer = SetMembership.objects.create(
        learning_set=learning_set,
        person=person,
        invitation=invitation,
        belonging=invitation.belonging,
        asked_at=at,
    )
    if invitation.email:
        invitation.used_at = at
        invitation.save(update_fields=["used_at"])
    if invitation.email == person.email:
        consent(newcomer, invitation.made_by, at=at)
        admit_if_agreed(newcomer, by=invitation.made_by, at=at)
    if newcomer.is_waiting:
        _tell_those_who_answer(newcomer, at=at)
    return newcomer


def _check_room_for(person: Person, learning_set: LearningSet, *, by: Person) -> None:
    """People of one reporting line are kept apart, guests among them (INV-17).

    Who is in the set is not told to whoever only holds a link to it.
    """
    here = [
        one.person
        for one in queries.people_of(learning_set)
        if one.is_current and one.person_id != person.id
    ]
    if len(here) >= MOST_PEOPLE:
        raise NotDoneError(Reason.FULL)
    if other := in_one_line(person, here):
        told = _("somebody in this set") if by == person else other
        raise NotDoneError(Reason.SAME_LINE, person=person, other=told)


def _tell_those_who_answer(newcomer: SetMembership, *, at: datetime) -> None:
    for member in queries.readers_of(newcomer.learning_set):
        if rules.can_answer(member, newcomer):
            post_notice(
                kind=Notice.Kind.ASKED,
                path=f"/sets/{newcomer.learning_set_id}/people/",
                person=member,
                by=newcomer.person,
                at=at,
            )


@transaction.atomic
def admit(newcomer: SetMembership, *, by: Person, at: datetime) -> None:
    """One yes; the newcomer is in once all the yeses it takes are there (INV-19)."""
    learning_set = hold(newcomer.learning_set)
    must(rules.can_answer(by, newcomer))
    newcomer.refresh_from_db()
    if not newcomer.is_waiting:
        return
    _check_room_for(newcomer.person, learning_set, by=by)
    consent(newcomer, by, at=at)
    admit_if_agreed(newcomer, by=by, at=at)


@transaction.atomic
def decline(newcomer: SetMembership, *, by: Person, at: datetime) -> None:
    """One no is enough, and no reason is asked."""
    hold(newcomer.learning_set)
    must(rules.can_answer(by, newcomer))
    SetMembership.objects.waiting().filter(pk=newcomer.pk).update(left_at=at)


def settle_waiting(
    learning_set: LearningSet, *, by: Person | None, at: datetime
) -> None:
    """After somebody left, those who only waited for their yes are in."""
    for newcomer in SetMembership.objects.waiting().filter(learning_set=learning_set):
        admit_if_agreed(newcomer, by=by, at=at)


def consent(newcomer: SetMembership, by: Person, *, at: datetime) -> None:
    Consent.objects.get_or_create(
        membership=newcomer, person=by, defaults={"given_at": at}
    )


def admit_if_agreed(
    newcomer: SetMembership, *, by: Person | None, at: datetime
) -> None:
    if not _all_agreed(newcomer):
        return
    welcome(newcomer, by=by, at=at)
    page = "" if newcomer.belonging in READERS else "contract/"
    post_notice(
        kind=Notice.Kind.ADMITTED,
        path=f"/sets/{newcomer.learning_set_id}/{page}",
        person=newcomer.person,
        by=by,
        at=at,
    )


def welcome(newcomer: SetMembership, *, by: Person | None, at: datetime) -> None:
    """From now on they are in; whoever comes to stay opens the contract again."""
    newcomer.joined_at = at
    newcomer.is_facilitator = newcomer.belonging == Belonging.FACILITATOR
    newcomer.save(update_fields=["joined_at", "is_facilitator"])
    learning_set, person = newcomer.learning_set, newcomer.person
    enter(
        learning_set,
        LedgerLine.Kind.JOINED,
        by=by,
        about=person,
        detail=newcomer.belonging,
        at=at,
    )
    if not newcomer.is_guest:
        joined = Contract.Because.JOINED
        reopen(learning_set, because=joined, about=person, by=by, at=at)


def _all_agreed(newcomer: SetMembership) -> bool:
    """A formed set agrees unanimously; before, or for a guest, one yes will do.

    A set that was put together has agreed to those it was put together from.
    """
    if rules.is_placed(newcomer):
        return True
    asked = rules.decides_on(newcomer).values_list("person_id", flat=True)
    given = newcomer.consents.filter(person__in=asked).count()
    if rules.needs_everyone(newcomer):
        return bool(given) and given == len(asked)
    return bool(given)
