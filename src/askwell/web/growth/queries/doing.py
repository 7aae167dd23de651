"""How a set is doing, meeting by meeting: shares of the set, and of nobody in it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.web.measuring.models import Measure
from askwell.web.meetings.models import Meeting
from askwell.web.programmes.models import LearningSet
from askwell.web.running.queries.attendance import (
    arrived_at,
    memberships_in,
    was_member,
)

NEWEST = 12
FEWEST_THERE = 4
"""With fewer members there, a share would be about somebody."""
SHOWN = ("asking_share", "turn_equality", "report_backs_first")


@dataclass(frozen=True)
class Point:
    """One meeting; no value where nothing was counted or too few were there."""

    at: datetime
    value: float | None = None


@dataclass(frozen=True)
class Course:
    """One measure over the newest meetings, the oldest first."""

    metric: str
    points: tuple[Point, ...]

    @property
    def known(self) -> list[float]:
        return [each.value for each in self.points if each.value is not None]

    @property
    def last(self) -> float | None:
        return self.known[-1] if self.known else None


@dataclass(frozen=True)
class Doing:
    """What was counted in a set's newest meetings."""

    learning_set: LearningSet
    courses: tuple[Course, ...]
    meetings: int

    @property
    def is_empty(self) -> bool:
        return not any(each.known for each in self.courses)


def doing_of(sets: Collection[LearningSet]) -> list[Doing]:
    """In the order given; four queries, however many sets there are."""
    held = _held(sets)
    meetings = [each for some in held.values() for each in some]
    there = _members_there(meetings)
    values = _values([each.pk for each in meetings])
    return [
        Doing(
            each,
            tuple(_course(name, held[each.pk], there, values) for name in SHOWN),
            meetings=len(held[each.pk]),
        )
        for each in sets
    ]


def _course(
    metric: str,
    meetings: list[Meeting],
    there: dict[UUID, int],
    values: dict[tuple[UUID, str], float | None],
) -> Course:
    return Course(
        metric,
        tuple(
            Point(
                each.closed_at or each.starts_at,
                values.get((each.pk, metric))
                if there[each.pk] >= FEWEST_THERE
                else None,
            )
            for each in meetings
        ),
    )


def _held(sets: Collection[LearningSet]) -> dict[UUID, list[Meeting]]:
    """The newest of each set, the oldest of them first."""
    found: dict[UUID, list[Meeting]] = defaultdict(list)
    held = Meeting.objects.held().filter(learning_set__in=[each.pk for each in sets])
    for each in held.order_by("closed_at"):
        found[each.learning_set_id].append(each)
    return defaultdict(list, {pk: some[-NEWEST:] for pk, some in found.items()})


def _members_there(meetings: list[Meeting]) -> dict[UUID, int]:
    """How many members came to each."""
    arrived = arrived_at(meetings)
    of_set: dict[UUID, list[Meeting]] = defaultdict(list)
    for each in meetings:
        of_set[each.learning_set_id].append(each)
    there: dict[UUID, int] = defaultdict(int)
    for one in memberships_in(meetings):
        for each in of_set[one.learning_set_id]:
            there[each.pk] += (
                was_member(one, each) and one.person_id in arrived[each.pk]
            )
    return there


def _values(meetings: list[UUID]) -> dict[tuple[UUID, str], float | None]:
    rows = Measure.objects.filter(meeting__in=meetings, metric__in=SHOWN)
    return {(each.meeting_id, each.metric): each.sum.mean for each in rows}
