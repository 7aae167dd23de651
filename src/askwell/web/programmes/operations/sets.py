"""Beginning and changing a set, and how somebody's time in it ends."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from askwell.web.people.models import Person
from askwell.web.programmes import rules, template
from askwell.web.programmes.models import (
    Belonging,
    Contract,
    LearningSet,
    LedgerLine,
    SetMembership,
)
from askwell.web.programmes.operations.contract import reopen
from askwell.web.programmes.operations.holding import hold, hold_even_ended, must
from askwell.web.programmes.operations.joining import settle_waiting
from askwell.web.programmes.operations.ledger import enter
from askwell.web.programmes.operations.parts import (
    leave_parts,
    part_changed,
    tell_of_part,
)
from askwell.web.programmes.operations.voting import settle_votes


@transaction.atomic
def begin_set(
    *,
    name: str,
    by: Person,
    at: datetime,
    purpose: str = "",
    meeting_format: str = "classic_uk",
    meeting_link: str = "",
    facilitates: bool = False,
    words: str = "",
    set_id: UUID | None = None,
) -> LearningSet:
    """A new set with its first member and an agreement to make its own.

    With an id that its beginner has used before, the set begun then.
    """
    learning_set, is_new = LearningSet.objects.get_or_create(
        id=set_id or uuid4(),
        defaults={
            "name": name,
            "purpose": purpose,
            "format": meeting_format,
            "meeting_link": meeting_link,
            "created_by": by,
            "created_at": at,
        },
    )
    if not is_new:
        must(learning_set.created_by_id == by.id)
        return learning_set
    SetMembership.objects.create(
        learning_set=learning_set,
        person=by,
        is_facilitator=facilitates,
        asked_at=at,
        joined_at=at,
    )
    Contract.objects.create(
        learning_set=learning_set,
        version=1,
        words=words or template.words(),
        drafted_by=by,
        created_at=at,
    )
    enter(learning_set, LedgerLine.Kind.BEGUN, by=by, at=at)
    return learning_set


@transaction.atomic
def change_set(
    learning_set: LearningSet,
    *,
    name: str,
    purpose: str,
    meeting_format: str,
    meeting_link: str,
    by: Person,
) -> None:
    """Take effect from the next meeting that is convened."""
    learning_set = hold(learning_set)
    must(rules.can_change_set(by, learning_set))
    learning_set.name = name
    learning_set.purpose = purpose
    learning_set.format = meeting_format
    learning_set.meeting_link = meeting_link
    learning_set.save(update_fields=["name", "purpose", "format", "meeting_link"])


@transaction.atomic
def step_outside(mine: SetMembership, *, by: Person, at: datetime) -> None:
    """Facilitate and no more: no topics, no voice; back it goes by everyone's yes."""
    learning_set = hold(mine.learning_set)
    must(rules.can_step_outside(by, mine))
    mine.belonging = Belonging.FACILITATOR
    mine.is_host = False
    mine.save(update_fields=["belonging", "is_host"])
    outside = LedgerLine.Part.OUTSIDE
    part_changed(learning_set, outside, about=by, by=by, at=at)
    anew = Contract.Because.REOPENED
    reopen(learning_set, because=anew, about=by, by=by, at=at)
    settle_waiting(learning_set, by=by, at=at)
    settle_votes(learning_set, at=at)


@transaction.atomic
def leave(membership: SetMembership, *, at: datetime) -> None:
    """One's own choice, at any time, also after the end, and without a reason."""
    learning_set = hold_even_ended(membership.learning_set)
    _left(membership, learning_set, LedgerLine.Kind.LEFT, by=membership.person, at=at)
    end(membership, learning_set, by=membership.person, at=at)


@transaction.atomic
def remove(other: SetMembership, *, by: Person, at: datetime) -> None:
    """End somebody else's time in the set; they read nothing from now on."""
    learning_set = hold(other.learning_set)
    must(rules.can_remove(by, other))
    _left(other, learning_set, LedgerLine.Kind.REMOVED, by=by, at=at)
    end(other, learning_set, by=by, at=at)


@transaction.atomic
def withdraw_consent(other: SetMembership, *, by: Person, at: datetime) -> None:
    """End the time of somebody who is there by consent; nobody learns who wished it."""
    learning_set = hold(other.learning_set)
    must(rules.can_withdraw_consent(by, other))
    _left(other, learning_set, LedgerLine.Kind.REMOVED, by=None, at=at)
    end(other, learning_set, by=None, at=at)
    tell_of_part([other.person], by=None, at=at)


@transaction.atomic
def take_out(other: SetMembership, *, by: Person, at: datetime) -> None:
    """A programme withdraws somebody, never what they said; the set reads who did it.

    They are told, too: nobody leaves in somebody else's name.
    """
    learning_set = hold(other.learning_set)
    must(rules.can_take_out(by, learning_set))
    _left(other, learning_set, LedgerLine.Kind.REMOVED, by=by, at=at)
    end(other, learning_set, by=by, at=at)
    tell_of_part([other.person], by=by, at=at)


def _left(
    membership: SetMembership,
    learning_set: LearningSet,
    kind: LedgerLine.Kind,
    *,
    by: Person | None,
    at: datetime,
) -> None:
    """A line for whoever was in; who only waited, or left before, leaves no trace."""
    here = SetMembership.objects.current().filter(pk=membership.pk)
    if here.exists():
        about = membership.person
        enter(
            learning_set, kind, by=by, about=about, detail=membership.belonging, at=at
        )


@transaction.atomic
def take_leave_of_guests(
    learning_set: LearningSet, *, came_before: datetime, at: datetime
) -> int:
    """Guests come for one meeting: those who came before are not in the next."""
    learning_set = hold(learning_set)
    guests = SetMembership.objects.guests().filter(
        learning_set=learning_set, joined_at__lt=came_before
    )
    return guests.update(left_at=at)


def end(
    membership: SetMembership,
    learning_set: LearningSet,
    *,
    by: Person | None,
    at: datetime,
) -> None:
    """They read nothing more; the contract of those who stay is open again."""
    here = SetMembership.objects.filter(pk=membership.pk, left_at__isnull=True)
    if not here.update(left_at=at):
        return
    if membership.is_guest or membership.is_waiting or learning_set.ended_at:
        return
    person = membership.person
    left = Contract.Because.LEFT
    reopen(learning_set, because=left, about=person, by=by, at=at)
    leave_parts(membership, learning_set, by=by, at=at)
    settle_waiting(learning_set, by=by, at=at)
    settle_votes(learning_set, at=at)
