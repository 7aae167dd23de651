"""Programmes that ask somebody to take part."""

from datetime import timedelta
from itertools import count

from django.utils import timezone

from askwell.web.demo.operations import person
from askwell.web.enrolments.models import Enrolment
from askwell.web.people.models import Organisation
from askwell.web.programmes.models import Cohort, Office, Partner, Programme

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
