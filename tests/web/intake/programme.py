"""A programme of two organisations, for the tests about joining one."""

import re
from dataclasses import dataclass
from datetime import timedelta

from django.core import mail
from django.utils import timezone

from askwell.web.enrolments.models import Enrolment
from askwell.web.people.models import Person
from askwell.web.programmes.models import Partner, Programme
from factories import a_cohort, a_partner, a_person, a_programme, an_enrolment

Status = Enrolment.Status


@dataclass(frozen=True)
class Both:
    """Who looks after the whole, who after the second organisation alone."""

    programme: Programme
    whole: Person
    home: Partner
    partner: Partner
    speaks: Person


def a_programme_of_two() -> Both:
    whole, speaks = a_person("Ingrid Solberg"), a_person("Dmitri Volkov")
    today = timezone.now().date()
    programme = a_programme(whole, starts_on=today, ends_on=today + timedelta(days=300))
    a_cohort(programme)
    partner = a_partner(programme, speaks)
    home = programme.partners.exclude(pk=partner.pk).get()
    return Both(programme, whole, home, partner, speaks)


def somebody_asked(both: Both, **how: object) -> Enrolment:
    """Asked a day ago, at an address that has no account."""
    usual = {
        "partner": both.home,
        "status": Status.INVITED,
        "invited_at": timezone.now() - timedelta(days=1),
    }
    return an_enrolment(both.programme, **{**usual, **how})


def asked_at(both: Both, person: Person, **how: object) -> Enrolment:
    """Asked at the address of somebody Askwell knows."""
    return somebody_asked(both, email=person.email, name=person.name, **how)


def mailed_code() -> str:
    found = re.search(r"(\d{3} \d{3})", mail.outbox[-1].body)
    assert found
    return found[1]
