"""Whose replies, intakes and organisations are whose; the rest is refused."""

from datetime import datetime

from django.db.models import QuerySet

from askwell.web.enrolments.models import Enrolment, EnrolmentQuerySet
from askwell.web.people.models import Person
from askwell.web.programmes.models import (
    Cohort,
    Invitation,
    LearningSet,
    Programme,
    SetMembership,
)
from askwell.web.programmes.offices import managed_partners

Status = Enrolment.Status


def seen_by(person: Person, programme: Programme) -> EnrolmentQuerySet:
    """The people on the list a manager may see: all, or those of their own employer."""
    return Enrolment.objects.filter(
        programme=programme, partner__in=managed_partners(person, programme)
    )


def open_to_answer(enrolment: Enrolment, *, at: datetime) -> bool:
    """Asked, and neither is the programme over nor the person gone from it."""
    over = enrolment.programme.ended_at or enrolment.programme.ends_on < at.date()
    return not over and enrolment.status in (
        Status.INVITED,
        Status.JOINED,
        Status.DECLINED,
    )


def is_composed(cohort: Cohort | None) -> bool:
    """Its sets have been put together and adopted."""
    return cohort is not None and LearningSet.objects.filter(cohort=cohort).exists()


def may_come_back(enrolment: Enrolment) -> bool:
    """A no can be taken back until the sets are put together."""
    return not is_composed(enrolment.cohort)


def places_of(person: Person, programme: Programme) -> QuerySet[SetMembership]:
    """Where a person sits in the sets of a programme."""
    return SetMembership.objects.filter(
        person=person,
        left_at__isnull=True,
        learning_set__cohort__programme=programme,
        learning_set__ended_at__isnull=True,
    )


def asked_into(person: Person, programme: Programme) -> QuerySet[Invitation]:
    """The sets of a programme that wait for a person's yes or no."""
    return Invitation.objects.filter(
        email=person.email,
        is_draft=False,
        used_at__isnull=True,
        withdrawn_at__isnull=True,
        learning_set__cohort__programme=programme,
        learning_set__ended_at__isnull=True,
    )


def may_change_intake(enrolment: Enrolment) -> bool:
    """Until somebody has a set; a latecomer without one goes on as before."""
    if enrolment.status != Status.JOINED or enrolment.person is None:
        return False
    person, programme = enrolment.person, enrolment.programme
    sits = places_of(person, programme).exists()
    return not (sits or asked_into(person, programme).exists())


def is_theirs(enrolment: Enrolment, person: Person) -> bool:
    """The address is theirs, or the answer was."""
    if enrolment.person_id is not None:
        return enrolment.person_id == person.pk
    return enrolment.email.lower() == person.email


def joined_by(person: Person) -> EnrolmentQuerySet:
    """Where this very person takes part; what they say there is theirs alone."""
    here = Enrolment.objects.joined().filter(
        person=person, programme__ended_at__isnull=True
    )
    return here.select_related("programme", "cohort", "partner__organisation", "person")
