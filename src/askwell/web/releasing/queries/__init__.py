"""What was released of a programme."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import QuerySet

from askwell.web.programmes.models import Programme
from askwell.web.releasing.models import Figure, Snapshot

Key = tuple[str, str]
"""The name of a metric, and the cell of it ("" where it has but one)."""


def snapshots_of(programme: Programme) -> QuerySet[Snapshot]:
    """The newest first."""
    return Snapshot.objects.filter(programme=programme)


def figures_of(snapshot: Snapshot, *, cohort: UUID | None = None) -> dict[Key, Figure]:
    """Those of the whole programme, or of one cohort; one query."""
    found = Figure.objects.filter(snapshot=snapshot, cohort=cohort)
    return {(each.metric, each.about): each for each in found}


def course_of(
    programme: Programme, metrics: Collection[str]
) -> Mapping[Key, list[Figure]]:
    """How figures of the whole programme went, the oldest first; one query."""
    found = (
        Figure.objects.filter(
            snapshot__programme=programme, cohort=None, metric__in=metrics
        )
        .select_related("snapshot")
        .order_by("snapshot__year", "snapshot__number")
    )
    course: dict[Key, list[Figure]] = defaultdict(list)
    for each in found:
        course[each.metric, each.about].append(each)
    return course
