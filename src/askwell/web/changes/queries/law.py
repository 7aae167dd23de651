"""Revans' law for one programme and quarter, from its log and what was linked to it."""

from collections.abc import Iterator
from datetime import UTC
from uuid import UUID

from django.db.models import Q

from askwell.insight.law import Account, Change, Loop, account
from askwell.insight.periods import Quarter
from askwell.insight.tally import Stated
from askwell.web.changes.models import ChangeEvent, LearningLoop
from askwell.web.enrolments.models import Enrolment
from askwell.web.programmes.models import LearningSet, Programme

FEWEST_LOOPS = 3


def law(programme: Programme, quarter: Quarter) -> Iterator[Stated]:
    """Nothing before the first line stands in the log; four queries."""
    changes = _changes(programme)
    if not any(each.counts_in <= quarter for each in changes):
        return
    loops = list(LearningLoop.objects.filter(change__programme=programme))
    said = account(changes, [_loop(each) for each in loops], quarter)
    people = _could_have_linked(programme, quarter) | {one.person_id for one in loops}
    sets = _going_on(programme, quarter)
    for metric, value, band in _figures(said):
        low, high = band or (None, None)
        yield Stated(metric, value, people, sets, low=low, high=high)
    yield from _median(said, people, sets)


Figured = tuple[str, float, tuple[float, float] | None]


def _figures(said: Account) -> Iterator[Figured]:
    yield "changes_noticed", said.changed.total, None
    yield "changes_learned", said.learned.total, None
    if said.ratio is not None:
        yield "learning_over_change", said.ratio, said.band
    yield "unlearned_backlog", float(said.backlog), None


def _median(
    said: Account, people: frozenset[UUID], sets: frozenset[UUID]
) -> Iterator[Stated]:
    """The middle of one or two is somebody's own, and speaks of too few."""
    if len(said.days) >= FEWEST_LOOPS:
        yield Stated("days_to_loop", said.median_days or 0.0, people, sets)
    elif said.days:
        yield Stated("days_to_loop", 0.0, frozenset(), frozenset())


def _changes(programme: Programme) -> list[Change]:
    standing = ChangeEvent.objects.standing().filter(programme=programme)
    return [
        Change(
            key=each.pk,
            impact=each.impact,
            noticed_on=each.noticed_on,
            told_on=each.added_at.astimezone(UTC).date(),
        )
        for each in standing
    ]


def _loop(linked: LearningLoop) -> Loop:
    return Loop(
        change=linked.change_id,
        closed_on=linked.closed_on,
        told_on=linked.linked_at.astimezone(UTC).date(),
    )


def _could_have_linked(programme: Programme, quarter: Quarter) -> frozenset[UUID]:
    """Everybody who took part at any time of the quarter."""
    there = Q(left_at__isnull=True) | Q(left_at__gt=quarter.since)
    took_part = Enrolment.objects.filter(
        there,
        programme=programme,
        person__isnull=False,
        answered_at__lt=quarter.until,
        status__in=(Enrolment.Status.JOINED, Enrolment.Status.LEFT),
    )
    return frozenset(took_part.values_list("person_id", flat=True))


def _going_on(programme: Programme, quarter: Quarter) -> frozenset[UUID]:
    there = Q(ended_at__isnull=True) | Q(ended_at__gt=quarter.since)
    sets = LearningSet.objects.filter(
        there, cohort__programme=programme, created_at__lt=quarter.until
    )
    return frozenset(sets.values_list("pk", flat=True))
