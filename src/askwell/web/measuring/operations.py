"""Measures closed meetings, again and again with the same outcome."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.insight.metrics import METRICS, RULES
from askwell.insight.own import own_counts
from askwell.insight.told import Told
from askwell.process.formats.shape import Counting
from askwell.web.measuring.models import Measure, Measured, OwnMeasure
from askwell.web.measuring.reading import Held, held, told_of
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.vault import operations as vault

AT_ONCE = 50
OF_MEETINGS = tuple(each for each in METRICS if each.of_meeting is not None)
ACTION_LEARNING = Counting.ACTION_LEARNING


def measure(meetings: Iterable[Meeting], *, at: datetime) -> int:
    """Measure closed meetings anew, whatever was measured before; says how many.

    Logs are read before anything is held, so that no live meeting waits for it.
    """
    ids = [each.pk for each in meetings]
    return sum(
        _measure(ids[first : first + AT_ONCE], at=at)
        for first in range(0, len(ids), AT_ONCE)
    )


def forget_reopened() -> int:
    """Throw away what was measured of meetings that run again; says of how many."""
    again = Meeting.objects.filter(measured__isnull=False, closed_at__isnull=True)
    ids = list(again.values_list("pk", flat=True))
    if ids:
        with transaction.atomic():
            _throw_away(ids)
    return len(ids)


def _measure(ids: Collection[UUID], *, at: datetime) -> int:
    meetings = held(ids)
    told = told_of(meetings)
    known = _known(told.values())
    vault.prepare_own(known)
    with transaction.atomic():
        same = _still_the_same(meetings)
        _throw_away([each.id for each in same])
        _write(same, told, known, at=at)
    return len(same)


def _still_the_same(meetings: Collection[Held]) -> list[Held]:
    """Held until it is written; one that was reopened meanwhile has its turn later."""
    ids = [each.id for each in meetings]
    rows = Meeting.objects.held().filter(pk__in=ids).order_by("pk")
    heads = dict(rows.select_for_update().values_list("pk", "head"))
    return [each for each in meetings if heads.get(each.id) == each.head]


def _throw_away(meetings: Collection[UUID]) -> None:
    for model in (Measure, OwnMeasure, Measured):
        model._default_manager.filter(meeting__in=meetings).delete()


def _write(
    meetings: Sequence[Held],
    told: Mapping[UUID, Told],
    known: Collection[str],
    *,
    at: datetime,
) -> None:
    read = {each.id: told[each.id] for each in meetings if each.id in told}
    Measured.objects.bulk_create(
        _measured(each, read.get(each.id), at=at) for each in meetings
    )
    Measure.objects.bulk_create(
        each for meeting, facts in read.items() for each in _measures(meeting, facts)
    )
    OwnMeasure.objects.bulk_create(
        each for meeting, facts in read.items() for each in _own(meeting, facts, known)
    )


def _measured(meeting: Held, told: Told | None, *, at: datetime) -> Measured:
    """Also of a log that could not be read, so that nobody tries it again and again."""
    return Measured(
        meeting_id=meeting.id,
        rules=RULES,
        head=meeting.head,
        counting=told.counting.value if told else "",
        people=sorted(told.people) if told else [],
        measured_at=at,
    )


def _measures(meeting: UUID, told: Told) -> Iterator[Measure]:
    """INV-27: where advice is invited, nothing is measured that blames it."""
    for metric in OF_MEETINGS:
        if metric.action_learning_only and told.counting is not ACTION_LEARNING:
            continue
        found = metric.of_meeting(told) if metric.of_meeting else None
        if found is not None:
            yield Measure(
                meeting_id=meeting,
                metric=metric.name,
                total=found.total,
                weight=found.weight,
                squares=found.squares,
            )


def _known(told: Iterable[Told]) -> set[str]:
    """Of those who came, who has an account still."""
    came = frozenset[str]().union(*(each.came for each in told))
    people = Person.objects.filter(pk__in=came)
    return {str(person) for person in people.values_list("pk", flat=True)}


def _own(meeting: UUID, told: Told, known: Collection[str]) -> Iterator[OwnMeasure]:
    for person, counts in sorted(own_counts(told).items()):
        if person in known:
            yield OwnMeasure(
                meeting_id=meeting, person_id=UUID(person), counts=counts.to_json()
            )
