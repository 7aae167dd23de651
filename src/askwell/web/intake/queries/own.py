"""The programmes of one person, as they see them themselves."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from askwell.web.enrolments.models import Enrolment, EnrolmentQuerySet
from askwell.web.intake.models import Intake
from askwell.web.people.models import Person
from askwell.web.programmes.models import (
    Invitation,
    LearningSet,
    Partner,
    SetMembership,
)

Status = Enrolment.Status
MOST_AREAS = 60


@dataclass(frozen=True)
class Own:
    """One programme of somebody's own, and how far they are in it."""

    enrolment: Enrolment
    intake: Intake | None
    sets: tuple[LearningSet, ...]
    # Sets that wait for a yes or no of this person's.
    invitations: tuple[Invitation, ...]
    is_composed: bool
    is_over: bool
    # From when the first meetings are, as long as that is to come.
    first_on: date | None

    @property
    def is_asked(self) -> bool:
        return self.enrolment.status == Status.INVITED and not self.is_over

    @property
    def takes_part(self) -> bool:
        return self.enrolment.status == Status.JOINED and not self.is_over

    @property
    def is_finished(self) -> bool:
        return bool(self.intake and self.intake.finished_at)

    @property
    def may_change(self) -> bool:
        return self.takes_part and not (self.sets or self.invitations)

    @property
    def may_come_back(self) -> bool:
        declined = self.enrolment.status == Status.DECLINED
        return declined and not self.is_composed and not self.is_over


def own_enrolments(person: Person) -> EnrolmentQuerySet:
    """A person's own places on lists, from when they are first asked."""
    mine = Enrolment.objects.of(person).exclude(status=Status.LISTED)
    return mine.select_related("programme", "cohort", "partner__organisation")


def asked_of(person: Person, *, at: datetime) -> Enrolment | None:
    """A programme that waits for a person's yes or no."""
    return _going_on(person, at=at).filter(status=Status.INVITED).first()


def left_to_say(person: Person, *, at: datetime) -> Enrolment | None:
    """A programme in which a person has not said all that sets are made from."""
    joined = _going_on(person, at=at).filter(status=Status.JOINED)
    unfinished = joined.exclude(intake__finished_at__isnull=False)
    return unfinished.exclude(cohort__sets__isnull=False).first()


def waits_for_a_set(person: Person, *, at: datetime) -> Enrolment | None:
    """A programme a person takes part in; whether they have a set yet is not asked."""
    joined = _going_on(person, at=at).filter(status=Status.JOINED)
    return joined.filter(takes_part=True).first()


def set_to_answer(person: Person, *, at: datetime) -> Invitation | None:
    """A set that was put together with somebody in it, and waits for their answer."""
    asked = _open_invitations(person, at=at).filter(learning_set__cohort__isnull=False)
    return asked.order_by("made_at").first()


def _open_invitations(person: Person, *, at: datetime) -> QuerySet[Invitation]:
    return Invitation.objects.filter(
        email=person.email,
        is_draft=False,
        used_at__isnull=True,
        withdrawn_at__isnull=True,
        expires_at__gt=at,
        learning_set__ended_at__isnull=True,
    ).select_related("learning_set__cohort__programme")


def _going_on(person: Person, *, at: datetime) -> EnrolmentQuerySet:
    return own_enrolments(person).filter(
        programme__ended_at__isnull=True, programme__ends_on__gte=at.date()
    )


def own_programmes(person: Person, *, at: datetime) -> list[Own]:
    """The newest first; as many queries for many as for one."""
    enrolments = list(own_enrolments(person).order_by("-listed_at", "pk"))
    intakes = {
        one.enrolment_id: one
        for one in Intake.objects.filter(enrolment__in=enrolments, owner=person)
    }
    sets = _sets_of(person, enrolments)
    invitations = list(_open_invitations(person, at=at))
    composed = _composed(enrolments)
    return [
        Own(
            enrolment=one,
            intake=intakes.get(one.pk),
            sets=tuple(each for each in sets if _is_of(each, one)),
            invitations=tuple(
                each for each in invitations if _is_of(each.learning_set, one)
            ),
            is_composed=one.cohort_id in composed,
            is_over=bool(one.programme.ended_at) or one.programme.ends_on < at.date(),
            first_on=_first_on(one, at=at),
        )
        for one in enrolments
    ]


def _first_on(enrolment: Enrolment, *, at: datetime) -> date | None:
    day = (enrolment.cohort or enrolment.programme).starts_on
    return day if day > at.date() else None


def _sets_of(person: Person, enrolments: list[Enrolment]) -> list[LearningSet]:
    places = SetMembership.objects.filter(
        person=person,
        left_at__isnull=True,
        learning_set__cohort__programme__in=[one.programme_id for one in enrolments],
        learning_set__ended_at__isnull=True,
    )
    return [one.learning_set for one in places.select_related("learning_set__cohort")]


def _is_of(learning_set: LearningSet, enrolment: Enrolment) -> bool:
    cohort = learning_set.cohort
    return cohort is not None and cohort.programme_id == enrolment.programme_id


def _composed(enrolments: list[Enrolment]) -> set[UUID | None]:
    cohorts = [one.cohort_id for one in enrolments if one.cohort_id]
    made = LearningSet.objects.filter(cohort__in=cohorts)
    return set(made.values_list("cohort", flat=True))


def intake_of(enrolment: Enrolment, person: Person) -> Intake:
    """What a person has said for a programme, or an empty one not kept yet."""
    kept = Intake.objects.filter(enrolment=enrolment, owner=person).first()
    return kept or Intake(enrolment=enrolment, owner=person)


def areas_of(partner: Partner) -> list[str]:
    """How areas of one organisation are written already, to be chosen from."""
    named = Enrolment.objects.filter(partner=partner).exclude(area="").order_by("area")
    return list(named.values_list("area", flat=True).distinct()[:MOST_AREAS])
