"""The programmes of one person, as they see them themselves."""

from dataclasses import dataclass
from datetime import datetime

from askwell.web.enrolments.models import Enrolment, EnrolmentQuerySet
from askwell.web.intake.models import Intake
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, Partner, SetMembership

Status = Enrolment.Status
MOST_AREAS = 60


@dataclass(frozen=True)
class Own:
    """One programme of somebody's own, and how far they are in it."""

    enrolment: Enrolment
    intake: Intake | None
    sets: tuple[LearningSet, ...]
    is_composed: bool
    is_over: bool

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
        return self.takes_part and not self.sets

    @property
    def may_come_back(self) -> bool:
        declined = self.enrolment.status == Status.DECLINED
        return declined and not self.is_composed and not self.is_over


def own_enrolments(person: Person) -> EnrolmentQuerySet:
    """A person's own places on lists, from when they are first asked."""
    mine = Enrolment.objects.of(person).exclude(status=Status.LISTED)
    return mine.select_related("programme", "cohort", "partner__organisation")


def own_programmes(person: Person, *, at: datetime) -> list[Own]:
    """The newest first; as many queries for many as for one."""
    enrolments = list(own_enrolments(person).order_by("-listed_at", "pk"))
    intakes = {
        one.enrolment_id: one
        for one in Intake.objects.filter(enrolment__in=enrolments, owner=person)
    }
    places = SetMembership.objects.filter(
        person=person,
        left_at__isnull=True,
        learning_set__cohort__programme__in=[one.programme_id for one in enrolments],
        learning_set__ended_at__isnull=True,
    ).select_related("learning_set__cohort")
    sets = [one.learning_set for one in places]
    cohorts = [one.cohort_id for one in enrolments if one.cohort_id]
    composed = set(
        LearningSet.objects.filter(cohort__in=cohorts).values_list("cohort", flat=True)
    )
    return [
        Own(
            enrolment=one,
            intake=intakes.get(one.pk),
            sets=tuple(
                each
                for each in sets
                if each.cohort and each.cohort.programme_id == one.programme_id
            ),
            is_composed=one.cohort_id in composed,
            is_over=bool(one.programme.ended_at) or one.programme.ends_on < at.date(),
        )
        for one in enrolments
    ]


def areas_of(partner: Partner) -> list[str]:
    """How areas of one organisation are written already, to be chosen from."""
    named = Enrolment.objects.filter(partner=partner).exclude(area="").order_by("area")
    return list(named.values_list("area", flat=True).distinct()[:MOST_AREAS])
