"""Programmes that ask somebody to take part."""

from datetime import timedelta
from itertools import count

from django.utils import timezone

from askwell.web.demo.operations import person
from askwell.web.enrolments.models import Enrolment
from askwell.web.intake import operations as intake
from askwell.web.intake import weeks
from askwell.web.people.models import Organisation, Person
from askwell.web.programmes.models import Cohort, Office, Partner, Programme

INVITED = Enrolment.Status.INVITED
WORKING_HOURS = sum(weeks.span(day, (9, 17)) for day in weeks.WEEKDAYS)
# Each story has a programme of its own.
_programmes = count(1)


def asked(*, who: str = "", email: str = "", name: str = "") -> dict[str, str]:
    """One of the cast is asked to take part, or a stranger at an address."""
    now = timezone.now()
    number = next(_programmes)
    home = Organisation.objects.create(name=f"Fernhill Trust {number}")
    programme = Programme.objects.create(
        name=f"Leading by asking {number}",
        meant_for=Programme.For.LEADERSHIP,
        aim="People ask before they decide.",
        home=home,
        starts_on=now.date(),
        ends_on=now.date() + timedelta(days=300),
    )
    boss = person("Nadia")
    Office.objects.create(
        programme=programme, person=boss, email=boss.email, name=boss.name
    )
    enrolment = Enrolment.objects.create(
        programme=programme,
        partner=Partner.objects.create(programme=programme, organisation=home),
        cohort=Cohort.objects.create(
            programme=programme, name="Spring", starts_on=programme.starts_on
        ),
        email=person(who).email if who else email,
        name=person(who).name if who else name,
        status=Enrolment.Status.INVITED,
        invited_at=now,
    )
    return {
        "join": f"/programmes/join/{enrolment.code}/",
        "when": f"/programmes/mine/{enrolment.pk}/when/",
    }


def answered(*, programme: str, but: list[str]) -> list[str]:
    """All who were asked say yes, and working hours; but not those who are named."""
    now = timezone.now()
    asked_people = Enrolment.objects.filter(programme=programme, status=INVITED)
    said_yes = []
    for one in asked_people.exclude(name__in=but).order_by("name"):
        who, _is_new = Person.objects.get_or_create(
            email=one.email,
            defaults={"name": one.name, "time_zone": "Europe/London"},
        )
        intake.join(one, person=who, at=now)
        intake.say_when(one, by=who, week=WORKING_HOURS, time_zone="Europe/London")
        intake.finish(one, by=who, at=now)
        said_yes.append(one.name)
    return said_yes
