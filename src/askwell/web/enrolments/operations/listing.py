"""Puts people on a programme's list, changes what it says of them, takes them off."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction

from askwell.web.enrolments.checking import Entry, Judged, Named
from askwell.web.enrolments.models import (
    Enrolment,
    EnrolmentQuerySet,
    ReportingLine,
)
from askwell.web.enrolments.operations import memberships
from askwell.web.enrolments.operations.lines import say_lines
from askwell.web.enrolments.reading.fields import Field
from askwell.web.people.models import Organisation, Person
from askwell.web.programmes import operations as sets
from askwell.web.programmes.models import (
    Cohort,
    Partner,
    Programme,
    SetMembership,
)

Status = Enrolment.Status
BATCH = 500
# What is written of those who have joined in their organisation as well.
IN_PLACES = {Field.ORGANISATION, Field.LEVEL, Field.AREA, Field.PLACE}
# Where a field of a file lies on the list.
COLUMNS: Mapping[Field, str] = {
    Field.NAME: "name",
    Field.ORGANISATION: "partner_id",
    Field.LEVEL: "level",
    Field.AREA: "area",
    Field.PLACE: "place",
    Field.ZONE: "time_zone",
    Field.COHORT: "cohort_id",
    Field.TAKES_PART: "takes_part",
    Field.FACILITATES: "facilitates",
    Field.CAPACITY: "capacity",
}


@transaction.atomic
def enrol(
    programme: Programme,
    entries: Iterable[Entry],
    *,
    by: Person,
    at: datetime,
) -> list[Enrolment]:
    """Put people on the list who are not on it; nobody is asked by that yet.

    Organisations and cohorts without an id are added to the programme first.
    """
    entries = list(entries)
    homes = Homes(programme, entries)
    made = Enrolment.objects.bulk_create(
        (
            _listed(programme, entry, homes, listed_by=by, listed_at=at)
            for entry in entries
        ),
        batch_size=BATCH,
    )
    _write_lines(entries, homes)
    return made


def _listed(
    programme: Programme, entry: Entry, homes: "Homes", **how: Any
) -> Enrolment:
    """What a file leaves open is as it usually is."""
    said = {
        "takes_part": entry.takes_part,
        "facilitates": entry.facilitates,
        "capacity": entry.capacity,
    }
    return Enrolment(
        programme=programme,
        partner_id=homes.partner(entry.employer).pk,
        cohort_id=homes.cohort(entry.cohort),
        email=entry.email,
        name=entry.name,
        level=entry.level,
        area=entry.area,
        place=entry.place,
        time_zone=entry.time_zone,
        **{name: value for name, value in said.items() if value is not None},
        **how,
    )


@transaction.atomic
def update(programme: Programme, rows: Iterable[Judged]) -> int:
    """Write the changes of rows that were looked at; how many people changed.

    Only what is among a row's changes: what somebody said themselves stays.
    """
    pairs = [
        (row.entry, row.enrolment, {each.field for each in row.changes})
        for row in rows
        if row.entry and row.enrolment and row.changes
    ]
    homes = Homes(programme, [entry for entry, _enrolment, _fields in pairs])
    for entry, enrolment, fields in pairs:
        _set(enrolment, entry, fields, homes)
    changed = [enrolment for _entry, enrolment, _fields in pairs]
    Enrolment.objects.bulk_update(changed, list(COLUMNS.values()), batch_size=BATCH)
    _write_lines([entry for entry, _enrolment, _fields in pairs], homes)
    memberships.write_all(
        enrolment
        for _entry, enrolment, fields in pairs
        if fields & IN_PLACES and enrolment.status == Status.JOINED
    )
    for _entry, enrolment, fields in pairs:
        if Field.ORGANISATION in fields:
            _end_other_lines(enrolment)
    return len(pairs)


def _set(
    enrolment: Enrolment, entry: Entry, fields: set[Field], homes: "Homes"
) -> None:
    values = {
        Field.NAME: entry.name,
        Field.ORGANISATION: homes.partner(entry.employer).pk,
        Field.LEVEL: entry.level,
        Field.AREA: entry.area,
        Field.PLACE: entry.place,
        Field.ZONE: entry.time_zone,
        Field.COHORT: homes.cohort(entry.cohort),
        Field.TAKES_PART: entry.takes_part,
        Field.FACILITATES: entry.facilitates,
        Field.CAPACITY: entry.capacity,
    }
    for field in fields & COLUMNS.keys():
        setattr(enrolment, COLUMNS[field], values[field])


@transaction.atomic
def change(enrolment: Enrolment, *, manager: str | None = None, **said: Any) -> None:
    """What somebody's hand changes about one person; `manager` is an address."""
    held = _hold(enrolment)
    for name, value in said.items():
        setattr(held, name, value)
    held.save(update_fields=[*said])
    if manager is not None:
        say_lines(held.partner, {held.email: manager})
    _end_other_lines(held)
    _follow(held)


@transaction.atomic
def move(people: EnrolmentQuerySet, cohort: Cohort | None) -> int:
    """Several people into another cohort, or into none; how many moved."""
    return people.here().update(cohort=cohort)


@transaction.atomic
def mark(people: EnrolmentQuerySet, *, facilitates: bool) -> int:
    """That several can facilitate, or not; whoever has joined says so themselves."""
    others = people.here().exclude(status=Status.JOINED)
    return others.filter(takes_part=True).update(facilitates=facilitates)


@transaction.atomic
def take_off(enrolment: Enrolment, *, by: Person, at: datetime) -> bool:
    """Off the list; whether nothing is left of them, as they were never asked."""
    held = _hold(enrolment)
    if held.status != Status.LISTED:
        leave(held, by=by, at=at)
        return False
    ReportingLine.objects.filter(partner=held.partner_id, email=held.email).delete()
    held.delete()
    return True


@transaction.atomic
def leave(enrolment: Enrolment, *, by: Person, at: datetime) -> None:
    """They take part no longer, in none of the programme's sets either.

    What they said in a set stays with it, as in every leaving.
    """
    held = _hold(enrolment)
    if held.status in Enrolment.GONE:
        return
    if held.person is not None:
        for place in _places_in_sets(held.person, held.programme):
            sets.take_out(place, by=by, at=at)
    sets.ask_no_more(held.programme, held.email, at=at)
    held.status, held.left_at = Status.LEFT, at
    held.save(update_fields=["status", "left_at"])


@transaction.atomic
def put_back(enrolment: Enrolment, *, by: Person, at: datetime) -> None:
    """On the list again and not asked yet; not over somebody's own no."""
    held = _hold(enrolment)
    if held.status != Status.LEFT:
        return
    held.status, held.left_at, held.answered_at = Status.LISTED, None, None
    held.invited_at = held.reminded_at = None
    held.listed_by, held.listed_at = by, at
    held.save()


def _hold(enrolment: Enrolment) -> Enrolment:
    rows = Enrolment.objects.select_related("programme", "partner", "person")
    return rows.select_for_update(of=("self",)).get(pk=enrolment.pk)


def _places_in_sets(
    person: Person, programme: Programme
) -> models.QuerySet[SetMembership]:
    return SetMembership.objects.filter(
        person=person,
        left_at__isnull=True,
        learning_set__cohort__programme=programme,
        learning_set__ended_at__isnull=True,
    )


def _follow(enrolment: Enrolment) -> None:
    """What is written of somebody's place in their organisation follows the list."""
    if enrolment.status == Status.JOINED and enrolment.person:
        memberships.write(enrolment, enrolment.person)


def _end_other_lines(enrolment: Enrolment) -> None:
    """Whoever changed employers reports to nobody in the old one."""
    lines = ReportingLine.objects.filter(
        partner__programme=enrolment.programme_id, email=enrolment.email
    )
    lines.exclude(partner=enrolment.partner_id).delete()


def _write_lines(entries: Iterable[Entry], homes: "Homes") -> None:
    lines: dict[UUID, dict[str, str]] = {}
    for entry in entries:
        if entry.manager:
            partner = homes.partner(entry.employer)
            lines.setdefault(partner.pk, {})[entry.email] = entry.manager
    for partner in homes.partners.values():
        say_lines(partner, lines.pop(partner.pk, {}))


class Homes:
    """The organisations and cohorts that entries name, made where they are new."""

    def __init__(self, programme: Programme, entries: Sequence[Entry]) -> None:
        self.programme = programme
        self.partners = {
            named: self._partner(named)
            for named in dict.fromkeys(each.employer for each in entries)
        }
        self.cohorts = {
            named: self._cohort(named)
            for named in dict.fromkeys(each.cohort for each in entries)
            if named
        }

    def partner(self, named: Named) -> Partner:
        return self.partners[named]

    def cohort(self, named: Named | None) -> UUID | None:
        return self.cohorts[named].pk if named else None

    def _partner(self, named: Named) -> Partner:
        """Askwell may know the organisation from elsewhere; nothing follows from it."""
        partners = Partner.objects.select_related("organisation")
        if named.id:
            return partners.get(pk=named.id, programme=self.programme)
        found = Organisation.objects.filter(name__iexact=named.name).first()
        home = found or Organisation.objects.create(name=named.name)
        partner, _made = partners.get_or_create(
            programme=self.programme, organisation=home
        )
        return partner

    def _cohort(self, named: Named) -> Cohort:
        cohorts = Cohort.objects.filter(programme=self.programme)
        if named.id:
            return cohorts.get(pk=named.id)
        made, _is_new = cohorts.get_or_create(
            programme=self.programme,
            name=named.name,
            defaults={"starts_on": self.programme.starts_on},
        )
        return made
