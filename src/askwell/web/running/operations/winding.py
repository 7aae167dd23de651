"""Ending a programme: its sets go on if they wish, its lists are deleted."""

from datetime import datetime

from django.db import transaction

from askwell.web.composing.models import Composition, Terms
from askwell.web.enrolments.models import (
    Draft,
    Enrolment,
    Remembered,
    ReportingLine,
)
from askwell.web.intake.operations import forget
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice, post_notices
from askwell.web.programmes.models import Office, Programme
from askwell.web.running.models import DatesAddress, WindUp
from askwell.web.running.operations.holding import hold, hold_even_ended
from askwell.web.running.refusals import NotDoneError, Reason

# Where those who took part read what stays theirs.
GOODBYE = "/programmes/ended/"


@transaction.atomic
def wind_up(programme: Programme, *, by: Person, at: datetime) -> WindUp:
    """Nothing more is done in it; the lists wait for thirty days before they go.

    What people said before the sets were made has served, and goes at once.
    """
    held = hold(programme, by=by)
    forget(held)
    held.ended_at = at
    held.save(update_fields=["ended_at"])
    ending = WindUp.objects.create(
        programme=held, ended_by=by, clears_at=at + WindUp.KEPT
    )
    _tell(held, by=by, at=at)
    return ending


def _tell(programme: Programme, *, by: Person, at: datetime) -> None:
    """Everybody who takes part, and whoever holds an office; each once."""
    joined = Enrolment.objects.joined().filter(programme=programme)
    offices = Office.objects.open().filter(programme=programme)
    ids = {*joined.values_list("person", flat=True)}
    ids |= {*offices.values_list("person", flat=True)}
    people = Person.objects.filter(pk__in=ids - {None})
    kind = Notice.Kind.WOUND_UP
    post_notices(people, kind=kind, path=GOODBYE, by=by, at=at)
    known = set(people.values_list("email", flat=True))
    for email in {*offices.values_list("email", flat=True)} - known:
        post_notice(kind=kind, path=GOODBYE, address=email, by=by, at=at)


@transaction.atomic
def take_back(programme: Programme, *, by: Person, at: datetime) -> None:
    """The programme goes on, as long as its lists are there."""
    held = hold_even_ended(programme, by=by)
    ending = WindUp.objects.filter(programme=held).first()
    if ending is None:
        return
    if ending.cleared_at or ending.clears_at <= at:
        raise NotDoneError(Reason.TOO_LATE)
    ending.delete()
    held.ended_at = None
    held.save(update_fields=["ended_at"])


@transaction.atomic
def clear(ending: WindUp, *, at: datetime) -> bool:
    """Delete the lists and what was composed from them, and end the offices.

    The programme's name, dates and words stay, as do the sets with their people.
    """
    held = WindUp.objects.select_for_update().get(pk=ending.pk)
    if held.cleared_at or held.clears_at > at:
        return False
    programme = held.programme_id
    Enrolment.objects.filter(programme=programme).delete()
    ReportingLine.objects.filter(partner__programme=programme).delete()
    Composition.objects.filter(cohort__programme=programme).delete()
    Terms.objects.filter(cohort__programme=programme).delete()
    Remembered.objects.filter(programme=programme).delete()
    Draft.objects.filter(programme=programme).delete()
    DatesAddress.objects.filter(programme=programme).delete()
    Office.objects.open().filter(programme=programme).update(withdrawn_at=at)
    held.cleared_at = at
    held.save(update_fields=["cleared_at"])
    return True
