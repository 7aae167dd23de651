"""What closed meetings and rows of sets add to the figures of a quarter."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import combinations
from uuid import UUID

from django.db import models

from askwell.insight.metrics.attendance import ATTENDANCE
from askwell.insight.metrics.initiatives_linked import INITIATIVES_LINKED
from askwell.insight.metrics.level_mix import LEVEL_MIX
from askwell.insight.metrics.meetings_held import MEETINGS_HELD
from askwell.insight.periods import Quarter
from askwell.insight.tally import NOTHING, Stated, Sum, Tally, part_of
from askwell.process.formats.shape import Counting
from askwell.web.learning.models import Tried
from askwell.web.measuring.models import Measure
from askwell.web.measuring.queries.ground import Group, groups_of, levels_of
from askwell.web.measuring.queries.loops import (
    Told,
    brought_to,
    loops_told,
    topics_told,
)
from askwell.web.measuring.trying import REVIEWS_TRIED, as_sum
from askwell.web.programmes.models import Programme

# That people met and came is the same in every format; all else is kept apart (INV-27).
IN_EVERY_FORMAT = (ATTENDANCE.name, MEETINGS_HELD.name)


def tallies(programme: Programme, quarter: Quarter) -> Iterator[Tally | Stated]:
    """One for each set and metric of which the quarter has something to tell.

    Nine queries, however many sets there are.
    """
    groups = groups_of(programme, quarter)
    brought = brought_to(programme, quarter)
    for told in (
        _of_meetings(programme, quarter, groups),
        topics_told(brought, quarter),
        loops_told(programme, brought, quarter),
        _tried(programme, quarter),
        _mixed(programme, groups),
    ):
        for metric, learning_set, found in told:
            people = frozenset(groups[learning_set].people)
            yield Tally(metric, learning_set, found, people)
    yield _initiatives(programme, groups.values())


def _of_meetings(
    programme: Programme, quarter: Quarter, groups: Mapping[UUID, Group]
) -> Told:
    """Added up by the database, meetings of all formats that may be added up."""
    apart = ~models.Q(meeting__measured__counting=Counting.ACTION_LEARNING.value)
    rows = (
        Measure.objects.filter(
            meeting__learning_set__cohort__programme=programme,
            meeting__closed_at__gte=quarter.since,
            meeting__closed_at__lt=quarter.until,
        )
        .exclude(apart & ~models.Q(metric__in=IN_EVERY_FORMAT))
        .order_by("metric", "meeting__learning_set_id")
        .values_list("metric", "meeting__learning_set_id")
        .annotate(models.Sum("total"), models.Sum("weight"), models.Sum("squares"))
    )
    for metric, learning_set, total, weight, squares in rows:
        if metric != ATTENDANCE.name or groups[learning_set].tells_attendance:
            yield metric, learning_set, Sum(total, weight, squares)


def _tried(programme: Programme, quarter: Quarter) -> Told:
    answers = Tried.objects.filter(
        meeting__learning_set__cohort__programme=programme,
        said_at__gte=quarter.since,
        said_at__lt=quarter.until,
    )
    found: defaultdict[UUID, Sum] = defaultdict(lambda: NOTHING)
    for each in answers.select_related("meeting"):
        found[each.meeting.learning_set_id] += as_sum(each)
    for learning_set, added in found.items():
        yield REVIEWS_TRIED, learning_set, added


def _mixed(programme: Programme, groups: Mapping[UUID, Group]) -> Told:
    """Of the sets that met in the quarter."""
    levels = levels_of(programme)
    for group in groups.values():
        known = [levels[person] for person in group.members if person in levels]
        pairs = list(combinations(known, 2)) if group.met else []
        differ = sum(one != other for one, other in pairs)
        if found := part_of(differ, len(pairs)):
            yield LEVEL_MIX.name, group.id, found


def _initiatives(programme: Programme, groups: Collection[Group]) -> Stated:
    return Stated(
        INITIATIVES_LINKED.name,
        programme.initiatives.count(),
        people=frozenset().union(*(each.people for each in groups)),
        sets=frozenset(each.id for each in groups if each.met),
    )
