"""How far the answers have come, as one manager may see it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q

from askwell.web.enrolments.models import Enrolment, EnrolmentQuerySet
from askwell.web.intake.models import Intake
from askwell.web.people.models import Person
from askwell.web.programmes.models import Programme
from askwell.web.programmes.offices import managed_partners

Status = Enrolment.Status
A_WEEK = timedelta(days=7)
# In the order of a tally.
COUNTED = (
    Status.LISTED,
    Status.INVITED,
    Status.JOINED,
    Status.DECLINED,
    Status.LEFT,
)


@dataclass(frozen=True)
class Tally:
    """How many are where; `listed` have not been asked yet."""

    name: str
    listed: int
    silent: int
    yes: int
    no: int
    left: int
    ready: int

    @property
    def asked(self) -> int:
        return self.silent + self.yes + self.no


@dataclass(frozen=True)
class Progress:
    """The whole of what the reader may see, and each organisation of it."""

    whole: Tally
    each: tuple[Tally, ...]


def progress(programme: Programme, person: Person) -> Progress:
    """In one query, whatever the number of organisations."""
    counts = {str(each): Count("pk", filter=Q(status=each)) for each in COUNTED}
    ready = Count("pk", filter=Q(status=Status.JOINED, intake__painted__gt=""))
    rows = (
        Enrolment.objects.filter(
            programme=programme, partner__in=managed_partners(person, programme)
        )
        .order_by("partner__organisation__name", "partner")
        .values_list("partner", "partner__organisation__name")
        .annotate(**counts, ready=ready)
    )
    each = tuple(Tally(name, *counts) for _partner, name, *counts in rows)
    return Progress(_together(each), each)


def _together(tallies: tuple[Tally, ...]) -> Tally:
    return Tally(
        name="",
        listed=sum(one.listed for one in tallies),
        silent=sum(one.silent for one in tallies),
        yes=sum(one.yes for one in tallies),
        no=sum(one.no for one in tallies),
        left=sum(one.left for one in tallies),
        ready=sum(one.ready for one in tallies),
    )


def to_be_reminded(enrolments: EnrolmentQuerySet, *, at: datetime) -> EnrolmentQuerySet:
    """Asked, silent, and not written to within a week."""
    quiet_since = at - A_WEEK
    return enrolments.unanswered().filter(
        Q(reminded_at__isnull=True) | Q(reminded_at__lte=quiet_since),
        invited_at__lte=quiet_since,
    )


def have_painted(enrolments: list[Enrolment]) -> set[UUID]:
    """Which of them have said when they can; what they said is not read."""
    said = Intake.objects.filter(enrolment__in=enrolments).exclude(painted="")
    return set(said.values_list("enrolment", flat=True))
