"""From topics brought to sets: how far they came, and how soon."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Q

from askwell.insight.periods import Quarter
from askwell.insight.statistics import goal_attainment
from askwell.insight.tally import Sum, part_of, sum_of
from askwell.web.actions.models import ReportBack, Status
from askwell.web.programmes.models import Programme
from askwell.web.topics.models import Brought, Topic

DAY = timedelta(days=1)
STEPS = (Status.DONE, Status.PARTLY, Status.CHANGED)
LATER = (Topic.Horizon.YEAR, Topic.Horizon.BEYOND)

Told = Iterator[tuple[str, UUID, Sum]]
"""Metric, set, and what the set adds."""


@dataclass(frozen=True, slots=True)
class Brings:
    """A topic that was brought to a slot, and what its owner says of it since."""

    topic: UUID
    owner: UUID
    learning_set: UUID
    at: datetime
    horizon: str
    status: str
    laid_aside_at: datetime | None
    stands: int | None
    clarity: bool
    direction: bool
    action: bool

    @property
    def moved_on(self) -> bool:
        return self.clarity or self.direction or self.action

    def was_judged_in(self, quarter: Quarter) -> bool:
        """Whether its owner closed it then, and said what came of it."""
        if self.status != Topic.Status.CLOSED or self.laid_aside_at is None:
            return False
        is_said = self.moved_on or self.stands is not None
        return is_said and quarter.holds(self.laid_aside_at)


def brought_to(programme: Programme, quarter: Quarter) -> list[Brings]:
    """Up to the end of the quarter, the oldest first; one query."""
    found = Brought.objects.filter(
        learning_set__cohort__programme=programme, at__lt=quarter.until
    )
    return [
        Brings(*row)
        for row in found.order_by("at", "pk").values_list(
            "topic_id",
            "topic__owner_id",
            "learning_set_id",
            "at",
            "topic__horizon",
            "topic__status",
            "topic__laid_aside_at",
            "topic__stands",
            "topic__brought_clarity",
            "topic__brought_direction",
            "topic__brought_action",
        )
    ]


def topics_told(brought: Iterable[Brings], quarter: Quarter) -> Told:
    """A topic counts in the set that it was last brought to."""
    last = {each.topic: each for each in brought}
    judged = (each for each in last.values() if each.was_judged_in(quarter))
    for learning_set, topics in _by_set(judged).items():
        moved = sum(each.moved_on for each in topics)
        yield "topics_moved_on", learning_set, Sum(moved, len(topics), moved)
        if attained := list(_attained(topics)):
            yield "goal_attainment", learning_set, sum_of(attained)
    now = (each for each in last.values() if quarter.holds(each.at) and each.horizon)
    for learning_set, topics in _by_set(now).items():
        later = sum(each.horizon in LATER for each in topics)
        if found := part_of(later, len(topics)):
            yield "strategic_share", learning_set, found


def _by_set(brought: Iterable[Brings]) -> Mapping[UUID, list[Brings]]:
    found: defaultdict[UUID, list[Brings]] = defaultdict(list)
    for each in brought:
        found[each.learning_set].append(each)
    return found


def _attained(topics: Iterable[Brings]) -> Iterator[float]:
    """T of each owner: all their goals together."""
    goals: defaultdict[UUID, list[float]] = defaultdict(list)
    for each in topics:
        if each.stands is not None:
            goals[each.owner].append(each.stands)
    return (goal_attainment(scores) for scores in goals.values())


# From a bid to a first step, and to a closed loop


class Reported(NamedTuple):
    """One report-back on an action that was chosen in, or after, a slot."""

    at: datetime
    learned: bool
    status: str
    learning_set: UUID
    topic: UUID | None
    made_in: UUID | None
    slot: int | None
    chosen_at: datetime


def loops_told(
    programme: Programme, brought: Iterable[Brings], quarter: Quarter
) -> Told:
    """One query."""
    begun = {each.topic: each.at for each in reversed(list(brought))}
    steps: dict[object, tuple[UUID, datetime, datetime]] = {}
    loops: dict[object, tuple[UUID, datetime, datetime]] = {}
    for each in _reported(programme, quarter):
        bid = each.topic or (each.made_in, each.slot)
        since = begun.get(each.topic, each.chosen_at) if each.topic else each.chosen_at
        first = (each.learning_set, since, each.at)
        if each.status in STEPS:
            steps.setdefault(bid, first)
        if each.learned:
            loops.setdefault(bid, first)
    yield from _days("days_bid_to_action", steps.values(), quarter)
    yield from _days("days_bid_to_learning", loops.values(), quarter)


def _reported(programme: Programme, quarter: Quarter) -> Iterator[Reported]:
    learned = ExpressionWrapper(Q(learned__isnull=False), output_field=BooleanField())
    found = ReportBack.objects.filter(
        Q(action__topic__isnull=False) | Q(action__made_in__isnull=False),
        action__learning_set__cohort__programme=programme,
        reported_at__lt=quarter.until,
    ).annotate(has_learned=learned)
    rows = found.order_by("reported_at", "pk").values_list(
        "reported_at",
        "has_learned",
        "status",
        "action__learning_set_id",
        "action__topic_id",
        "action__made_in",
        "action__slot",
        "action__created_at",
    )
    return (Reported(*row) for row in rows)


def _days(
    metric: str, firsts: Iterable[tuple[UUID, datetime, datetime]], quarter: Quarter
) -> Told:
    days: defaultdict[UUID, list[float]] = defaultdict(list)
    for learning_set, since, at in firsts:
        if quarter.holds(at):
            days[learning_set].append(max((at - since) / DAY, 0.0))
    for learning_set, values in days.items():
        yield metric, learning_set, sum_of(values)
