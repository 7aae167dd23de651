"""Asking people into a set: by address, now or once it is ready, or by a link."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice
from askwell.web.programmes import queries, rules
from askwell.web.programmes.models import Belonging, Invitation, LearningSet
from askwell.web.programmes.operations.holding import hold, must
from askwell.web.programmes.refusals import NotDoneError, Reason

MOST_INVITATIONS_A_DAY = 40


@transaction.atomic
def invite(
    learning_set: LearningSet,
    *,
    email: str,
    by: Person,
    at: datetime,
    name: str = "",
) -> Invitation:
    """A link for one address, mailed to it; nobody learns whether it is known."""
    learning_set = hold(learning_set)
    must(rules.can_invite(by, learning_set))
    _spare(by, at=at)
    email = Person.objects.normalize_email(email)
    for older in queries.unanswered(learning_set):
        if older.email == email:
            name = name or older.name
            withdraw(older, by=by, at=at)
    invitation = _link(learning_set, email=email, name=name, by=by, at=at)
    _mail(invitation, by=by, at=at)
    return invitation


@transaction.atomic
def write_down(
    learning_set: LearningSet,
    *,
    email: str,
    by: Person,
    at: datetime,
    name: str = "",
) -> Invitation:
    """Note whom to invite, once, and tell them nothing yet."""
    learning_set = hold(learning_set)
    must(rules.can_invite(by, learning_set))
    invitation, _is_new = Invitation.objects.get_or_create(
        learning_set=learning_set,
        email=Person.objects.normalize_email(email),
        is_draft=True,
        defaults={"name": name, "made_by": by, "made_at": at},
    )
    return invitation


@transaction.atomic
def strike_out(learning_set: LearningSet, invitation_id: UUID, *, by: Person) -> None:
    """Somebody written down is not invited after all; they never knew."""
    learning_set = hold(learning_set)
    must(rules.can_invite(by, learning_set))
    queries.written_down(learning_set).filter(pk=invitation_id).delete()


@transaction.atomic
def invite_those_written_down(
    learning_set: LearningSet, *, by: Person, at: datetime
) -> list[Invitation]:
    """Mail everybody who was written down; their time to answer begins now."""
    invited = [
        invite(learning_set, email=one.email, name=one.name, by=by, at=at)
        for one in queries.written_down(learning_set)
    ]
    queries.written_down(learning_set).delete()
    return invited


@transaction.atomic
def remind(learning_set: LearningSet, *, by: Person, at: datetime) -> int:
    """Mail those who have not answered once more, and never again; says how many."""
    learning_set = hold(learning_set)
    must(rules.can_invite(by, learning_set))
    quiet = queries.to_be_reminded(queries.unanswered(learning_set), at=at)
    for invitation in quiet:
        invitation.reminded_at = at
        invitation.save(update_fields=["reminded_at"])
        _mail(invitation, by=by, at=at)
    return len(quiet)


@transaction.atomic
def open_link(
    learning_set: LearningSet,
    *,
    by: Person,
    at: datetime,
    belonging: Belonging = Belonging.MEMBER,
) -> Invitation:
    """The set's link to pass on: one for each way of belonging."""
    learning_set = hold(learning_set)
    must(rules.can_invite(by, learning_set))
    for here in queries.open_invitations(learning_set, at=at):
        if here.belonging == belonging and not here.email:
            return here
    return _link(learning_set, belonging=belonging, by=by, at=at)


def withdraw(invitation: Invitation, *, by: Person, at: datetime) -> None:
    """Close a link; who already came by it stays."""
    must(rules.can_withdraw(by, invitation))
    invitation.withdrawn_at = at
    invitation.save(update_fields=["withdrawn_at"])


def turn_down(invitation: Invitation, *, by: Person, at: datetime) -> None:
    """A no to what came to one's own address: nobody reminds them of it any more.

    A link that was passed on is not theirs to close.
    """
    if invitation.email and invitation.email == by.email:
        mine = Invitation.objects.filter(pk=invitation.pk, used_at__isnull=True)
        mine.filter(withdrawn_at__isnull=True).update(withdrawn_at=at)


def _spare(by: Person, *, at: datetime) -> None:
    today = Invitation.objects.filter(
        made_by=by, made_at__gt=at - timedelta(days=1), is_draft=False
    )
    if today.count() >= MOST_INVITATIONS_A_DAY:
        raise NotDoneError(Reason.TOO_MANY_INVITATIONS)


def _link(
    learning_set: LearningSet,
    *,
    by: Person,
    at: datetime,
    email: str = "",
    name: str = "",
    belonging: Belonging = Belonging.MEMBER,
) -> Invitation:
    return Invitation.objects.create(
        learning_set=learning_set,
        email=email,
        name=name,
        belonging=belonging,
        made_by=by,
        made_at=at,
        expires_at=at + Invitation.LASTS,
    )


def _mail(invitation: Invitation, *, by: Person, at: datetime) -> None:
    post_notice(
        kind=Notice.Kind.INVITED,
        path=f"/join/{invitation.code}/",
        address=invitation.email,
        by=by,
        at=at,
        set_id=invitation.learning_set_id,
    )
