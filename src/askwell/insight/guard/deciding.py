"""Which figures of one quarter are released, and of whom each of them speaks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from askwell.insight.guard.parts import (
    WHOLE,
    Decision,
    Given,
    Part,
    Spoken,
    Withheld,
    row_of,
    sum_of,
)
from askwell.insight.guard.rounding import in_fives, rounded
from askwell.insight.metric import Metric, Unit
from askwell.insight.statistics import wilson


@dataclass(frozen=True, slots=True)
class Quarterly:
    """What there is to tell of a programme in one quarter.

    `cohort_of` says for each set which cohort it belongs to; `parts` and `given` are
    by metric, and so is `past`: all that was decided before.
    """

    parts: Mapping[str, Sequence[Part]]
    given: Mapping[str, Sequence[Given]]
    cohort_of: Mapping[str, str]
    past: Mapping[str, Sequence[Spoken]] = field(default_factory=dict)


def decide(metrics: Sequence[Metric], told: Quarterly) -> list[Decision]:
    """One for each metric, scope and cell of which there is anything to tell."""
    return [each for metric in metrics for each in _of_metric(metric, told)]


def _of_metric(metric: Metric, told: Quarterly) -> Iterator[Decision]:
    parts = told.parts.get(metric.name, ())
    given = told.given.get(metric.name, ())
    if not parts and not given:
        yield Decision(metric=metric.name, withheld=Withheld.NOTHING)
    for each in given:
        yield _given(metric, each)
    if parts:
        for scope, of_scope in _scopes(parts, told.cohort_of).items():
            yield _summed(metric, scope, of_scope)


def _scopes(
    parts: Sequence[Part], cohort_of: Mapping[str, str]
) -> dict[str, list[Part]]:
    """The whole first; single cohorts only where there are several."""
    scopes: dict[str, list[Part]] = defaultdict(list)
    scopes[WHOLE] = list(parts)
    if len(set(cohort_of.values())) > 1:
        for part in parts:
            scopes[cohort_of[part.learning_set]].append(part)
    return scopes


def _summed(metric: Metric, scope: str, parts: Sequence[Part]) -> Decision:
    row, found = row_of(part.people for part in parts), sum_of(parts)
    if len(row) < metric.fewest_people or len(parts) < metric.fewest_sets:
        return Decision(metric=metric.name, scope=scope, withheld=Withheld.FEW)
    value = found.mean if metric.is_mean else found.total
    if value is None:
        return Decision(metric=metric.name, scope=scope, withheld=Withheld.NOTHING)
    low, high = _band(metric, found.total, found.weight)
    return Decision(
        metric=metric.name,
        scope=scope,
        value=rounded(value, metric.unit),
        low=low,
        high=high,
        people=in_fives(len(row)),
        sets=len(parts),
        row=row,
        sum=found,
    )


def _band(
    metric: Metric, total: float, weight: float
) -> tuple[float | None, float | None]:
    """Of a share alone: its band tells nothing that the share does not."""
    band = wilson(total, weight) if metric.unit is Unit.SHARE else None
    if not metric.is_mean or band is None:
        return None, None
    return rounded(band.low, metric.unit), rounded(band.high, metric.unit)


def _given(metric: Metric, given: Given) -> Decision:
    if len(given.people) < metric.fewest_people or given.sets < metric.fewest_sets:
        return Decision(metric=metric.name, about=given.about, withheld=Withheld.FEW)
    ends = [None if x is None else rounded(x, metric.unit) for x in _ends(given)]
    return Decision(
        metric=metric.name,
        about=given.about,
        value=rounded(given.value, metric.unit),
        low=ends[0],
        high=ends[1],
        people=in_fives(len(given.people)),
        sets=given.sets,
        row=row_of([given.people]),
    )


def _ends(given: Given) -> tuple[float | None, float | None]:
    return given.low, given.high
