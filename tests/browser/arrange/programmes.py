"""Programmes whose people have said yes, ready to be put into sets."""

from datetime import timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from askwell.web.composing.models import Terms
from askwell.web.demo.operations import person
from askwell.web.enrolments.models import Enrolment, ReportingLine
from askwell.web.people.models import Organisation, Person
from askwell.web.programmes.models import Cohort, Competitors, Partner, Programme
from browser.messy import AREAS, HOUSES, LEADERS, MIX, NAMES, PLACES
from factories import holds_office

_programmes = count(1)


def make(*, manager: str) -> dict[str, Any]:
    """Twenty-four who said yes, and four who facilitate; by name, whom a story names.

    The third reports to the sixth; both work for one organisation.
    """
    programme = _programme(manager)
    cohort = Cohort.objects.create(
        programme=programme,
        name="Autumn",
        starts_on=(timezone.now() + timedelta(days=21)).date(),
    )
    houses = [_partner(programme, name) for name in HOUSES]
    Competitors.objects.create(programme=programme, one=houses[0], other=houses[1])
    Terms.objects.create(cohort=cohort, level_gap=None)
    people = [_somebody(name) for name in NAMES]
    listed = [
        _enrol(cohort, houses[MIX[number % len(MIX)]], one, number)
        for number, one in enumerate(people)
    ]
    for number, one in enumerate(map(_somebody, LEADERS)):
        _enrol(cohort, houses[3], one, number, leads=True)
    ReportingLine.objects.create(
        partner=listed[2].partner,
        email=listed[2].email,
        manager_email=listed[5].email,
    )
    return {
        "page": f"/programmes/{programme.pk}/cohorts/{cohort.pk}/compositions/",
        "names": [one.name for one in listed],
    }


def _programme(manager: str) -> Programme:
    now, by = timezone.now(), person(manager)
    programme = Programme.objects.create(
        name=f"Asking across the valley {next(_programmes)}",
        meant_for=Programme.For.ACROSS,
        aim="People of four houses ask one another before they decide.",
        starts_on=now.date(),
        ends_on=(now + timedelta(days=300)).date(),
        minutes=120,
        meetings=6,
        every_weeks=4,
        created_by=by,
    )
    holds_office(programme, by)
    return programme


def _partner(programme: Programme, name: str) -> Partner:
    house, _is_new = Organisation.objects.get_or_create(name=name)
    return Partner.objects.create(programme=programme, organisation=house)


def _somebody(name: str) -> Person:
    address = f"{name.lower().replace(' ', '.')}@valley.example"
    known = {"name": name, "time_zone": "Europe/London"}
    somebody, _is_new = Person.objects.get_or_create(email=address, defaults=known)
    return somebody


def _enrol(
    cohort: Cohort, partner: Partner, one: Person, number: int, *, leads: bool = False
) -> Enrolment:
    return Enrolment.objects.create(
        programme=cohort.programme,
        cohort=cohort,
        partner=partner,
        person=one,
        email=one.email,
        name=one.name,
        level=1 + number % 3,
        area=AREAS[number % len(AREAS)],
        place=PLACES[number % len(PLACES)],
        time_zone="Europe/London",
        takes_part=not leads,
        facilitates=leads,
        status=Enrolment.Status.JOINED,
        answered_at=timezone.now(),
    )
