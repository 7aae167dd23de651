"""Freezing the figures of a quarter, once and for all."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from askwell.insight.guard.deciding import decide
from askwell.insight.guard.parts import Decision, Row
from askwell.insight.guard.rounding import in_fives
from askwell.insight.metrics import METRICS
from askwell.insight.periods import Quarter
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notices
from askwell.web.programmes.models import Office, Programme
from askwell.web.releasing.models import Figure, Population, Release, Snapshot
from askwell.web.releasing.queries.gathering import Gathered, gather
from askwell.web.releasing.queries.marks import fingerprint, present_key


def release(programme: Programme, quarter: Quarter, *, at: datetime) -> Snapshot:
    """The snapshot of the quarter; one that is there already stays as it is.

    Choosing takes a moment, so it is done before anything is locked. If another
    quarter was released meanwhile it is done again: the guard has to know of all.
    """
    while True:
        known = _count(programme)
        if found := _made(programme, quarter):
            return found
        gathered = gather(programme, quarter)
        decisions = decide(METRICS, gathered.told)
        with transaction.atomic():
            Programme.objects.select_for_update().get(pk=programme.pk)
            if _count(programme) == known:
                return _freeze(programme, quarter, gathered, decisions, at=at)


def tell(snapshot: Snapshot, *, at: datetime) -> bool:
    """Say once to whoever looks after all of the programme, or backs it."""
    with transaction.atomic():
        held = Snapshot.objects.select_for_update().get(pk=snapshot.pk)
        if held.told_at:
            return False
        held.told_at = at
        held.save(update_fields=["told_at"])
        path = f"{held.programme.get_absolute_url()}insight/"
        readers = _readers(held.programme)
        post_notices(readers, kind=Notice.Kind.SNAPSHOT, path=path, at=at)
    return True


def _count(programme: Programme) -> int:
    return Snapshot.objects.filter(programme=programme).count()


def _made(programme: Programme, quarter: Quarter) -> Snapshot | None:
    made = Snapshot.objects.filter(programme=programme)
    return made.filter(year=quarter.year, number=quarter.number).first()


def _freeze(
    programme: Programme,
    quarter: Quarter,
    gathered: Gathered,
    decisions: Sequence[Decision],
    *,
    at: datetime,
) -> Snapshot:
    enough = gathered.is_large_enough
    snapshot = Snapshot.objects.create(
        programme=programme,
        year=quarter.year,
        number=quarter.number,
        people=in_fives(gathered.people) if enough else 0,
        sets=gathered.sets if enough else 0,
        made_at=at,
    )
    figures = Figure.objects.bulk_create(
        _figure(snapshot, decision) for decision in decisions
    )
    _keep(programme, list(zip(figures, decisions, strict=True)))
    return snapshot


def _figure(snapshot: Snapshot, decision: Decision) -> Figure:
    return Figure(
        snapshot=snapshot,
        cohort_id=UUID(decision.scope) if decision.scope else None,
        metric=decision.metric,
        about=decision.about,
        value=decision.value,
        low=decision.low,
        high=decision.high,
        people=decision.people,
        sets=decision.sets,
        withheld=decision.withheld or "",
    )


def _keep(programme: Programme, decided: list[tuple[Figure, Decision]]) -> None:
    """What the guard is to remember of each figure."""
    rows = {_marks(each.row): None for _figure, each in decided if each.row}
    populations = {marks: _population(programme, marks) for marks in rows}
    Release.objects.bulk_create(
        Release(
            figure=figure,
            population=populations[_marks(each.row)],
            total=each.sum.total if each.sum else None,
            weight=each.sum.weight if each.sum else None,
        )
        for figure, each in decided
        if each.row
    )


def _marks(row: Row) -> tuple[str, ...]:
    return tuple(sorted(mark for mark, times in row.items() for _each in range(times)))


def _population(programme: Programme, marks: tuple[str, ...]) -> Population:
    kept, _made = Population.objects.get_or_create(
        programme=programme,
        fingerprint=fingerprint(marks),
        defaults={"people": list(marks), "key": present_key()},
    )
    return kept


def _readers(programme: Programme) -> list[Person]:
    """Managers of the whole and sponsors who have come, each once."""
    offices = Office.objects.open().filter(programme=programme, partner=None)
    given = Q(pk__in=offices.exclude(person=None).values("person"))
    # An office given to an address is held by whoever has come with it since.
    kept = Q(email__in=offices.filter(person=None).values("email"))
    return list(Person.objects.filter(given | kept, is_active=True))
