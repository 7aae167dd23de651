"""Making a programme, and changing what it is for and when."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from askwell.web.people.models import Organisation, Person
from askwell.web.programmes.models import (
    Cohort,
    Initiative,
    Office,
    Partner,
    Programme,
)
from askwell.web.running.cycle import first_start, usual_end
from askwell.web.running.operations.holding import hold
from askwell.web.running.refusals import Reason, need
from askwell.web.running.rules import own_organisations

MOST_A_DAY = 10
MEETINGS, EVERY_WEEKS = 6, 5


@dataclass(frozen=True)
class Home:
    """Where a programme is at home: known, new by its name, or nowhere."""

    known: UUID | None = None
    new: str = ""


@transaction.atomic
def begin(
    *,
    programme_id: UUID,
    name: str,
    meant_for: str,
    aim: str,
    home: Home,
    by: Person,
    at: datetime,
) -> Programme:
    """A programme that is there from now on; whoever begins it looks after it.

    Sent twice with one id, it is begun once.
    """
    known = Programme.objects.filter(pk=programme_id).first()
    if known:
        need(known.created_by_id == by.pk, Reason.NOT_YOURS_TO_DO)
        return known
    _spare(by, at=at)
    starts_on = first_start(at.date())
    programme = Programme.objects.create(
        id=programme_id,
        name=name,
        meant_for=meant_for,
        aim=aim,
        home=_organisation(home, by=by),
        starts_on=starts_on,
        ends_on=usual_end(starts_on, meetings=MEETINGS, every_weeks=EVERY_WEEKS),
        meetings=MEETINGS,
        every_weeks=EVERY_WEEKS,
        time_zone=by.time_zone,
        created_by=by,
        created_at=at,
    )
    _furnish(programme, by=by, at=at)
    return programme


def _furnish(programme: Programme, *, by: Person, at: datetime) -> None:
    """What every programme has: a manager, a cohort, and its home taking part."""
    if programme.home:
        Partner.objects.create(programme=programme, organisation=programme.home)
    first = _("First cohort")
    Cohort.objects.create(
        programme=programme, name=first, starts_on=programme.starts_on
    )
    Office.objects.create(
        programme=programme,
        kind=Office.Kind.MANAGER,
        person=by,
        email=by.email,
        name=by.name,
        given_by=by,
        given_at=at,
    )


def _spare(by: Person, *, at: datetime) -> None:
    """Nobody fills the house with programmes in one day."""
    today = Programme.objects.filter(
        created_by=by, created_at__gt=at - timedelta(days=1)
    )
    need(today.count() < MOST_A_DAY, Reason.TOO_MANY)


def _organisation(home: Home, *, by: Person) -> Organisation | None:
    """A name under which somebody runs a programme belongs to them."""
    own = own_organisations(by)
    if home.known:
        found = own.filter(pk=home.known).first()
        need(found is not None, Reason.NOT_YOURS_TO_DO)
        return found
    if not home.new:
        return None
    if mine := own.filter(name__iexact=home.new).first():
        return mine
    known = Organisation.objects.filter(name__iexact=home.new).first()
    if known is None:
        return Organisation.objects.create(name=home.new)
    # Others may have named it as taking part; that alone keeps nobody from it.
    need(not Programme.objects.filter(home=known).exists(), Reason.NAME_TAKEN)
    return known


@transaction.atomic
def describe(
    programme: Programme, *, name: str, meant_for: str, aim: str, by: Person
) -> None:
    """What it is called, what it is for, and what should be different after it."""
    held = hold(programme, by=by)
    held.name, held.meant_for, held.aim = name, meant_for, aim
    held.save(update_fields=["name", "meant_for", "aim"])


@transaction.atomic
def arrange(programme: Programme, how: dict[str, Any], *, by: Person) -> None:
    """Dates, pace, length and format; sets that are there already stay as they are.

    A cohort that begins with the programme moves along with it.
    """
    held = hold(programme, by=by)
    along = held.cohorts.filter(starts_on=held.starts_on)
    along.update(starts_on=how["starts_on"])
    for name, value in how.items():
        setattr(held, name, value)
    held.save(update_fields=list(how))


@transaction.atomic
def add_cohort(
    programme: Programme, *, name: str, starts_on: date, by: Person
) -> Cohort:
    held = hold(programme, by=by)
    _must_be_new(held, name)
    return Cohort.objects.create(programme=held, name=name, starts_on=starts_on)


@transaction.atomic
def change_cohort(cohort: Cohort, *, name: str, starts_on: date, by: Person) -> None:
    held = hold(cohort.programme, by=by)
    _must_be_new(held, name, other_than=cohort)
    cohort.name, cohort.starts_on = name, starts_on
    cohort.save(update_fields=["name", "starts_on"])


@transaction.atomic
def remove_cohort(cohort: Cohort, *, by: Person) -> None:
    """Only one that nobody is in, and never the last."""
    held = hold(cohort.programme, by=by)
    in_use = cohort.sets.exists() or held.enrolments.filter(cohort=cohort).exists()
    need(not in_use, Reason.COHORT_IN_USE)
    need(held.cohorts.count() > 1, Reason.LAST_COHORT)
    cohort.delete()


def _must_be_new(
    programme: Programme, name: str, *, other_than: Cohort | None = None
) -> None:
    same = programme.cohorts.filter(name__iexact=name)
    if other_than:
        same = same.exclude(pk=other_than.pk)
    need(not same.exists(), Reason.COHORT_NAME_TAKEN)


@transaction.atomic
def add_initiative(programme: Programme, *, name: str, link: str, by: Person) -> None:
    """Something else the organisation does; the same twice is once."""
    held = hold(programme, by=by)
    Initiative.objects.get_or_create(programme=held, name=name, link=link)


@transaction.atomic
def remove_initiative(initiative: Initiative, *, by: Person) -> None:
    hold(initiative.programme, by=by)
    initiative.delete()


@transaction.atomic
def word_contract(
    programme: Programme, *, words: str, attendance: str, by: Person
) -> None:
    """What its sets will begin with; those that are there keep what they agreed.

    Without words of its own it begins with the usual ones.
    """
    held = hold(programme, by=by)
    held.contract_words, held.attendance = words, attendance
    held.save(update_fields=["contract_words", "attendance"])
