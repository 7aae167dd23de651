"""A set begun for others: whoever puts it together is not in it, and reads nothing."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice
from askwell.web.programmes import rules, template
from askwell.web.programmes.models import (
    Belonging,
    Cohort,
    Contract,
    Invitation,
    LearningSet,
    LedgerLine,
    Programme,
)
from askwell.web.programmes.operations.holding import hold, must
from askwell.web.programmes.operations.ledger import enter


@transaction.atomic
def begin_set_for(
    cohort: Cohort, *, set_id: UUID, name: str, by: Person, at: datetime
) -> LearningSet:
    """A set of a cohort, as its programme says; once for each id.

    It has nobody in it: they are asked, and each of them says yes or no.
    """
    must(rules.can_compose(by, cohort))
    programme = cohort.programme
    learning_set, is_new = LearningSet.objects.get_or_create(
        id=set_id,
        defaults={
            "cohort": cohort,
            "name": name,
            "purpose": programme.aim,
            "meant_for": programme.meant_for,
            "format": programme.format,
            "usual_minutes": programme.minutes,
            "time_zone": programme.time_zone,
            "home": programme.home,
            "attendance": programme.attendance,
            "created_by": by,
            "created_at": at,
        },
    )
    if not is_new:
        must(learning_set.cohort_id == cohort.pk)
        return learning_set
    Contract.objects.create(
        learning_set=learning_set,
        version=1,
        words=template.programme_words(programme),
        drafted_by=by,
        created_at=at,
    )
    enter(learning_set, LedgerLine.Kind.BEGUN, by=by, at=at)
    return learning_set


@transaction.atomic
def place(
    learning_set: LearningSet,
    *,
    email: str,
    name: str,
    by: Person,
    at: datetime,
    belonging: Belonging = Belonging.MEMBER,
    person: Person | None = None,
) -> Invitation:
    """Ask somebody into a set that was put together; who they sit with is shown.

    No number of invitations a day holds this up: everybody here has asked for a set.
    """
    learning_set = hold(learning_set)
    cohort = learning_set.cohort
    must(cohort is not None and rules.can_compose(by, cohort))
    invitation = Invitation.objects.create(
        learning_set=learning_set,
        email=Person.objects.normalize_email(email),
        name=name,
        belonging=belonging,
        made_by=by,
        made_at=at,
        expires_at=at + Invitation.LASTS,
    )
    post_notice(
        kind=Notice.Kind.PLACED,
        path=f"/join/{invitation.code}/",
        person=person,
        address="" if person else invitation.email,
        by=by,
        at=at,
        set_id=learning_set.pk,
    )
    return invitation


@transaction.atomic
def take_back(invitation: Invitation, *, by: Person, at: datetime) -> None:
    """Whoever put the set together asks somebody else instead; who is in stays."""
    cohort = invitation.learning_set.cohort
    must(cohort is not None and rules.can_compose(by, cohort))
    open_ones = Invitation.objects.filter(pk=invitation.pk, used_at__isnull=True)
    open_ones.filter(withdrawn_at__isnull=True).update(withdrawn_at=at)


def ask_no_more(programme: Programme, email: str, *, at: datetime) -> None:
    """Somebody takes part no longer: what they were asked into is closed to them."""
    Invitation.objects.filter(
        learning_set__cohort__programme=programme,
        email=Person.objects.normalize_email(email),
        is_draft=False,
        used_at__isnull=True,
        withdrawn_at__isnull=True,
    ).update(withdrawn_at=at)
