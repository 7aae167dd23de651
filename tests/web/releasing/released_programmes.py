"""Programmes with something to release, told by a source that tests fill."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from askwell.insight.tally import Sum, Tally
from askwell.web.programmes.models import LearningSet, Programme
from askwell.web.releasing.queries import gathering
from factories import a_cohort

METRIC = "said_freely"


def sets_of(programme: Programme, count: int = 4) -> list[LearningSet]:
    """Sets of a cohort of the programme; nobody need be in them to be told of."""
    cohort = programme.cohorts.first() or a_cohort(programme)
    return [
        LearningSet.objects.create(name=f"Set {number}", cohort=cohort)
        for number in range(count)
    ]


def people(count: int = 6) -> list[UUID]:
    return [uuid4() for _each in range(count)]


def tally(
    learning_set: LearningSet,
    who: Sequence[UUID],
    *,
    mean: float = 2.2,
    metric: str = METRIC,
) -> Tally:
    total = Sum(mean * len(who), len(who))
    return Tally(metric, learning_set.pk, total, frozenset(who))


def told(monkeypatch, *tallies) -> None:
    """Let these be what all sources have to tell, of whatever quarter."""
    source = lambda _programme, _quarter: iter(tallies)  # noqa: E731 (a source is a function of two values)
    monkeypatch.setattr(gathering, "SOURCES", (source,))
