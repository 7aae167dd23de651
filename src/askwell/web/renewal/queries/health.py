"""Questions about a set's looks at itself."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from askwell.web.meetings.models import Meeting
from askwell.web.meetings.queries import meetings_held
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.queries import members_of
from askwell.web.renewal import tallies
from askwell.web.renewal.models import HealthCheck, Rhythm
from askwell.web.renewal.statements import Finding


@dataclass(frozen=True)
class Look:
    """A look that is over, in words."""

    closed_at: datetime | None
    after_meetings: int
    findings: list[Finding]


def rhythm_of(learning_set: LearningSet) -> int:
    """After how many meetings the set looks at itself."""
    chosen = Rhythm.objects.filter(learning_set=learning_set).first()
    return chosen.every if chosen else Rhythm.USUAL


def open_check(learning_set: LearningSet) -> HealthCheck | None:
    return learning_set.health_checks.filter(closed_at__isnull=True).first()


def until_next(learning_set: LearningSet) -> int:
    """How many meetings until the next look is due; none or fewer: it is."""
    last = learning_set.health_checks.aggregate(last=Max("after_meetings"))["last"]
    held = meetings_held(learning_set).count()
    return (last or 0) + rhythm_of(learning_set) - held


def due(learning_set: LearningSet) -> bool:
    """Whether the set has met often enough since it last looked."""
    return until_next(learning_set) <= 0


def sets_due() -> QuerySet[LearningSet]:
    """All sets that have met often enough since they last looked; one query."""
    held = (
        Meeting.objects.held()
        .filter(learning_set=OuterRef("pk"))
        .order_by()
        .values("learning_set")
        .annotate(number=Count("pk"))
        .values("number")
    )
    looked = (
        HealthCheck.objects.filter(learning_set=OuterRef("pk"))
        .order_by("-after_meetings")
        .values("after_meetings")[:1]
    )
    return (
        LearningSet.objects.filter(ended_at__isnull=True)
        .annotate(
            held=Coalesce(Subquery(held), 0),
            looked=Coalesce(Subquery(looked), 0),
            every=Coalesce("rhythm__every", Rhythm.USUAL),
        )
        .filter(held__gte=F("looked") + F("every"))
    )


def has_answered(check: HealthCheck, person: Person) -> bool:
    return check.answered.filter(person=person).exists()


def yet_to_answer(check: HealthCheck) -> int:
    """How many members have not answered; who, nobody is told."""
    answered = set(check.answered.values_list("person_id", flat=True))
    members = members_of(check.learning_set)
    return sum(member.pk not in answered for member in members)


def former_looks(learning_set: LearningSet) -> list[Look]:
    """Those that are over, the newest first."""
    closed = learning_set.health_checks.filter(closed_at__isnull=False)
    return [
        Look(each.closed_at, each.after_meetings, tallies.read_findings(each.findings))
        for each in closed.order_by("-after_meetings")
    ]
