"""Somebody's own yes, no, and no longer; none of them needs a reason."""

from datetime import datetime

from django.db import transaction

from askwell.web.enrolments.models import Enrolment
from askwell.web.enrolments.operations.memberships import write
from askwell.web.intake import rules
from askwell.web.intake.models import Intake
from askwell.web.intake.operations.holding import hold
from askwell.web.intake.refusals import NotDoneError, Reason
from askwell.web.people.models import Person
from askwell.web.programmes import operations as sets

Status = Enrolment.Status


@transaction.atomic
def join(enrolment: Enrolment, *, person: Person, at: datetime) -> Intake:
    """A yes by whoever has the address; from now on they are in (INV-18)."""
    held = hold(enrolment)
    if not rules.is_theirs(held, person):
        raise NotDoneError(Reason.ANOTHER_ADDRESS)
    if not rules.open_to_answer(held, at=at):
        raise NotDoneError(Reason.CLOSED)
    if held.status == Status.DECLINED and not rules.may_come_back(held):
        raise NotDoneError(Reason.COMPOSED)
    if held.status != Status.JOINED:
        held.status, held.answered_at = Status.JOINED, at
    held.person = person
    held.time_zone = held.time_zone or person.time_zone
    held.save(update_fields=["status", "answered_at", "person", "time_zone"])
    write(held, person)
    intake, _is_new = Intake.objects.get_or_create(
        enrolment=held, defaults={"owner": person, "begun_at": at}
    )
    return intake


@transaction.atomic
def decline(enrolment: Enrolment, *, at: datetime) -> None:
    """A no to what was asked; whoever holds the link may say it.

    Nobody is made to open an account for a no. It can be taken back until the sets
    are put together. Somebody who is in leaves instead.
    """
    held = hold(enrolment)
    if not rules.open_to_answer(held, at=at) or held.status == Status.JOINED:
        raise NotDoneError(Reason.CLOSED)
    if held.status == Status.INVITED:
        held.status, held.answered_at = Status.DECLINED, at
        held.save(update_fields=["status", "answered_at"])


@transaction.atomic
def leave(enrolment: Enrolment, *, person: Person, at: datetime) -> None:
    """No longer, at any time; out of the programme's sets, and all words deleted."""
    held = hold(enrolment)
    if held.person_id != person.pk or held.status != Status.JOINED:
        raise NotDoneError(Reason.CLOSED)
    Intake.objects.filter(enrolment=held).delete()
    for place in rules.places_of(person, held.programme):
        sets.leave(place, at=at)
    for invitation in rules.asked_into(person, held.programme):
        sets.turn_down(invitation, by=person, at=at)
    held.status, held.left_at = Status.LEFT, at
    held.save(update_fields=["status", "left_at"])
