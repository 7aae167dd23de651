"""Which sets have stopped meeting, since when, and who is told."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import (
    Count,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce

from askwell.web.calendar.models import Lapse
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.planning.models import Series
from askwell.web.programmes.models import LearningSet, SetMembership

# A planned meeting that nobody opened counts as missed after a day; two are a lapse.
MISSED_AFTER = timedelta(days=1)
MOST_MISSED = 2
# With no meeting planned a set may rest for twice its usual interval.
USUAL_WEEKS = 5
# One person alone is not a set yet.
FEWEST = 2


@dataclass(frozen=True)
class Pause:
    """A set that has not met, and since when."""

    set_id: UUID
    since: datetime


def pauses_to_notice(*, at: datetime) -> list[Pause]:
    """The sets that stopped meeting and were not told so yet, in one query."""
    noticed = Lapse.objects.filter(learning_set=OuterRef("pk"), since=OuterRef("since"))
    found = _not_meeting(at=at).exclude(Exists(noticed))
    rows = found.values_list("pk", "since", "missed", "weeks")
    return [
        Pause(set_id, since)
        for set_id, since, missed, weeks in rows
        if missed >= MOST_MISSED or since + 2 * timedelta(weeks=weeks) < at
    ]


def lapse_of(learning_set: LearningSet, *, at: datetime) -> Lapse | None:
    """The lapse a set is in, if it is in one."""
    own = LearningSet.objects.filter(pk=learning_set.pk)
    return open_lapses(own, at=at).first()


def open_lapses(sets: QuerySet[LearningSet], *, at: datetime) -> QuerySet[Lapse]:
    """The lapses some sets are in, the latest first; one query for all of them.

    A set with a new date is out of it, and so is one that asked to be left alone.
    """
    own = Meeting.objects.filter(learning_set=OuterRef("learning_set"))
    planned = own.filter(
        created_at__gt=OuterRef("noticed_at"),
        starts_at__gt=at - MISSED_AFTER,
        cancelled_at__isnull=True,
    )
    met_again = own.filter(opened_at__gt=OuterRef("since"))
    lapses = Lapse.objects.filter(
        learning_set__in=sets, learning_set__ended_at=None, quieted_at=None
    ).exclude(Exists(planned) | Exists(met_again))
    return lapses.select_related("learning_set").order_by("-since")


def people_to_tell(learning_set: LearningSet) -> list[Person]:
    """Who facilitates; else the host; else whoever began the set, or came first."""
    here = SetMembership.objects.readers().filter(learning_set=learning_set)
    people = list(here.select_related("person").order_by("joined_at"))
    leading = [one.person for one in people if one.is_facilitator]
    hosting = [one.person for one in people if one.is_host]
    members = [one.person for one in people if one.is_member]
    began = [one for one in members if one.pk == learning_set.created_by_id]
    return leading or hosting or began or members[:1]


def _not_meeting(*, at: datetime) -> QuerySet[Any]:
    """Sets with two missed meetings, or with none ahead; since when, and how often."""
    own = Meeting.objects.filter(learning_set=OuterRef("pk"))
    last = own.held().order_by("-closed_at").values("closed_at")[:1]
    series = Series.objects.filter(learning_set=OuterRef("pk")).order_by("-made_at")
    planned = own.to_come().filter(starts_at__gt=OuterRef("since"))
    members = SetMembership.objects.members().filter(learning_set=OuterRef("pk"))
    return (
        LearningSet.objects.filter(ended_at__isnull=True)
        .annotate(
            since=Coalesce(Subquery(last), F("created_at")),
            weeks=Coalesce(Subquery(series.values("every_weeks")[:1]), USUAL_WEEKS),
            size=_number_of(members),
        )
        .annotate(missed=_number_of(planned.filter(starts_at__lt=at - MISSED_AFTER)))
        .exclude(Exists(own.in_progress()))
        .filter(
            Q(missed__gte=MOST_MISSED)
            | ~Exists(planned.filter(starts_at__gte=at - MISSED_AFTER)),
            size__gte=FEWEST,
        )
    )


def _number_of(rows: QuerySet[Any]) -> Coalesce:
    counted = rows.order_by().values("learning_set").annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)
