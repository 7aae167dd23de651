"""A leaver's farewell: told what they may do, and their words destroyed if they wish.

In three steps like the end of a set, so that nothing is left half done.
"""

from datetime import datetime

from django.db import transaction

from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice
from askwell.web.programmes.models import LedgerLine, SetMembership
from askwell.web.programmes.operations import enter
from askwell.web.renewal import queries
from askwell.web.renewal.models import Farewell
from askwell.web.renewal.refusals import Reason, need
from askwell.web.transcripts import operations as transcripts
from askwell.web.vault import operations as vault


@transaction.atomic
def say_farewell(membership: SetMembership, *, at: datetime) -> bool:
    """Tell somebody who left, or was removed, what they may do with their words."""
    SetMembership.objects.select_for_update().get(pk=membership.pk)
    farewell, _ = Farewell.objects.get_or_create(membership=membership)
    if farewell.told_at:
        return False
    farewell.told_at = at
    farewell.save(update_fields=["told_at"])
    _tell(membership, Notice.Kind.FAREWELL, at=at)
    return True


def ask_to_be_forgotten(
    membership: SetMembership, *, by: Person, at: datetime
) -> Farewell:
    """Destroy the leaver's words in the set, now and for good."""
    farewell = _want(membership, by=by, at=at)
    forget_person(farewell, at=at)
    farewell.refresh_from_db()
    return farewell


@transaction.atomic
def _want(membership: SetMembership, *, by: Person, at: datetime) -> Farewell:
    SetMembership.objects.select_for_update().get(pk=membership.pk)
    may = queries.own_farewells(by, at=at).filter(pk=membership.pk)
    need(may.exists(), Reason.NOT_YOURS_TO_DO)
    farewell, _ = Farewell.objects.get_or_create(membership=membership)
    if farewell.wanted_at is None:
        farewell.wanted_at = at
        farewell.save(update_fields=["wanted_at"])
    return farewell


def forget_person(farewell: Farewell, *, at: datetime) -> bool:
    """Go on from wherever somebody was cut off; whether it was finished now."""
    membership = farewell.membership
    set_id, person_id = membership.learning_set_id, membership.person_id
    if farewell.wanted_at is None or farewell.destroyed_at:
        return False
    transcripts.end_all_of(membership.person, membership.learning_set, at=at)
    vault.shred_author(set_id, person_id, at=at)
    return _finish(farewell, at=at)


@transaction.atomic
def _finish(farewell: Farewell, *, at: datetime) -> bool:
    """Write down that it is done, and leave the leaver a receipt; once."""
    membership = farewell.membership
    SetMembership.objects.select_for_update().get(pk=membership.pk)
    farewell = Farewell.objects.get(pk=farewell.pk)
    if farewell.destroyed_at:
        return False
    farewell.destroyed_at = at
    farewell.save(update_fields=["destroyed_at"])
    person = membership.person
    kind = LedgerLine.Kind.FORGOTTEN
    enter(membership.learning_set, kind, by=person, about=person, at=at)
    _tell(membership, Notice.Kind.FORGOTTEN, at=at)
    return True


def _tell(membership: SetMembership, kind: Notice.Kind, *, at: datetime) -> None:
    post_notice(
        kind=kind,
        path=f"/sets/{membership.learning_set_id}/farewell/",
        person=membership.person,
        at=at,
        set_id=membership.learning_set_id,
    )
