"""What one page of figures shows: a quarter, of all or of a cohort, and its past."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from askwell.insight.periods import Quarter
from askwell.web.programmes.models import Cohort, Programme
from askwell.web.releasing.models import Figure, Snapshot
from askwell.web.releasing.queries import Key, snapshots_of
from askwell.web.releasing.queries.due import due_at
from askwell.web.valuing.models import Costing

LONGEST = 8
"""So many quarters stand in one picture."""
A_YEAR = 4
"""So many quarters a figure that is seldom counted is still worth showing."""


@dataclass(frozen=True)
class Chosen:
    """A frozen quarter of a programme, and what went before it.

    `course` holds each figure of the last two years up to it, the oldest first.
    """

    programme: Programme
    snapshots: Sequence[Snapshot]
    """All there are, the newest first."""
    cohorts: Sequence[Cohort]
    snapshot: Snapshot
    cohort: Cohort | None
    course: Mapping[Key, Sequence[Figure]]

    @cached_property
    def quarters(self) -> list[Quarter]:
        """Those that a course is drawn over, the oldest first."""
        at = list(self.snapshots).index(self.snapshot)
        shown = self.snapshots[at : at + LONGEST]
        return [each.quarter for each in reversed(shown)]

    @cached_property
    def figures(self) -> dict[Key, Figure]:
        """Those of this quarter alone."""
        last = {key: figures[-1] for key, figures in self.course.items()}
        return {
            key: figure
            for key, figure in last.items()
            if figure.snapshot_id == self.snapshot.pk
        }

    def of(self, metric: str) -> Sequence[Figure]:
        return self.course.get((metric, ""), ())

    def at(self, metric: str, quarter: Quarter) -> Figure | None:
        found = (each for each in self.of(metric) if each.snapshot.quarter == quarter)
        return next(found, None)

    def now(self, metric: str) -> Figure | None:
        """Of this quarter, shown or withheld."""
        return self.figures.get((metric, ""))

    def latest(self, metric: str) -> Figure | None:
        """The last one shown within a year; else what this quarter has of it."""
        recent = self.quarters[-A_YEAR:]
        shown = (
            each
            for each in reversed(self.of(metric))
            if each.is_shown and each.snapshot.quarter in recent
        )
        return next(shown, None) or self.now(metric)

    def value(self, metric: str) -> float | None:
        figure = self.latest(metric)
        return figure.value if figure else None

    @cached_property
    def currency(self) -> str:
        """In which money is counted; asked for only where some is shown."""
        kept = Costing.objects.filter(programme=self.programme)
        return kept.values_list("currency", flat=True).first() or ""

    @property
    def is_newest(self) -> bool:
        return self.snapshot == self.snapshots[0]


def chosen(
    programme: Programme, *, quarter: Quarter | None = None, cohort: UUID | None = None
) -> Chosen | None:
    """Three queries, however much there is; None for what is not there."""
    snapshots = list(snapshots_of(programme))
    cohorts = list(programme.cohorts.all())
    at = _place(snapshots, quarter)
    one = next((each for each in cohorts if each.pk == cohort), None)
    if at is None or (cohort and one is None):
        return None
    return Chosen(
        programme=programme,
        snapshots=snapshots,
        cohorts=cohorts if len(cohorts) > 1 else [],
        snapshot=snapshots[at],
        cohort=one,
        course=_course(snapshots[at : at + LONGEST], one),
    )


def _place(snapshots: Sequence[Snapshot], quarter: Quarter | None) -> int | None:
    if quarter is None:
        return 0 if snapshots else None
    quarters = [each.quarter for each in snapshots]
    return quarters.index(quarter) if quarter in quarters else None


def _course(
    snapshots: Sequence[Snapshot], cohort: Cohort | None
) -> Mapping[Key, Sequence[Figure]]:
    known = {each.pk: each for each in snapshots}
    course: dict[Key, list[Figure]] = defaultdict(list)
    for figure in Figure.objects.filter(snapshot__in=known, cohort=cohort):
        figure.snapshot = known[figure.snapshot_id]
        course[figure.metric, figure.about].append(figure)
    for figures in course.values():
        figures.sort(key=lambda figure: figure.snapshot.quarter)
    return course


@dataclass(frozen=True)
class Awaited:
    """When the first figures of a programme come."""

    quarter: Quarter
    comes_at: datetime


def awaited(programme: Programme, *, at: datetime) -> Awaited:
    """The first quarter that is not yet due, from the programme's beginning on."""
    quarter = Quarter.of(programme.starts_on)
    while due_at(programme, quarter) < at:
        quarter = quarter.following
    return Awaited(quarter, due_at(programme, quarter))
