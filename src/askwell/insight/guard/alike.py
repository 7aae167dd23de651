"""Whether a figure would say of everybody that they stand at the same end.

A share of everybody, or a mean at the lowest answer there is, tells each person's own
value without any elimination. So does the difference of two figures, where it is as
large as it can be. Values count as at the end when less than one person, or one step
of the scale, is missing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from askwell.insight.guard.bounds import Room
from askwell.insight.guard.parts import Row, Spoken
from askwell.insight.guard.rounding import rounded
from askwell.insight.metric import Metric, Unit

ONE = 1.0
ENDING = (Unit.SCALE, Unit.INDEX)
Ends = tuple[float, float]
Signed = tuple[tuple[int, Spoken], ...]
"""Figures that are added (1) and taken away (-1)."""


class Contrasts:
    """How many people stay on either side when figures are set against each other.

    Many metrics speak of the same people, so what was counted once is kept.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[tuple[int, int], ...], tuple[int, int]] = {}
        self._rooms: dict[tuple[int, ...], Room] = {}
        self._rows: list[Row] = []

    def of(self, signed: Signed) -> tuple[int, int]:
        key = tuple((sign, id(each.row)) for sign, each in signed)
        if key not in self._known:
            # A row that is kept alive shares its identity with no other.
            self._rows += [each.row for _sign, each in signed]
            self._known[key] = _sides(signed)
        return self._known[key]

    def room(self, figures: Sequence[Spoken]) -> Room:
        key = tuple(id(each.row) for each in figures)
        if key not in self._rooms:
            self._rows += [each.row for each in figures]
            self._rooms[key] = Room.of([each.row for each in figures])
        return self._rooms[key]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Looks at the figures of one metric that are shown, and at a new one."""

    metric: Metric
    contrasts: Contrasts

    def is_at_an_end(self, new: Spoken) -> bool:
        """The figure by itself."""
        ends, mean = ends_of(self.metric), _mean(new)
        if mean is None or new.sum is None:
            return False
        value = mean if self.metric.is_mean else new.sum.total
        if rounded(value, self.metric.unit) in edges_of(self.metric):
            return True
        return ends is not None and _is_pinned(
            new.sum.total, (new.sum.weight, 0.0), ends
        )

    def tells_by_difference(
        self, new: Spoken, shown: Sequence[Spoken], *, whole: Spoken | None = None
    ) -> bool:
        """Beside each figure shown before; `whole` less all of its cohorts as well.

        The cohorts shown of this quarter are the last ones of `shown`, after `whole`.
        """
        ends = ends_of(self.metric)
        if ends is None:
            return False
        if any(self._is_pinned(((1, new), (-1, each)), ends) for each in shown):
            return True
        if whole is None:
            return False
        cohorts = shown[_place(whole, shown) + 1 :]
        rest: Signed = ((1, whole), *((-1, each) for each in (*cohorts, new)))
        return self._is_pinned(rest, ends)

    def tells_by_all(self, new: Spoken, shown: Sequence[Spoken]) -> bool:
        """Beside all figures shown before, taken together."""
        ends = ends_of(self.metric)
        if ends is None:
            return False
        figures = [*shown, new]
        sums = [_part_of_range(each, ends) for each in figures]
        return self.contrasts.room(figures).pins(np.array(sums))

    def _is_pinned(self, signed: Signed, ends: Ends) -> bool:
        more, less = self.contrasts.of(signed)
        if not more + less:
            return False
        by_people = sum(sign * _of_people(each) for sign, each in signed)
        if _is_pinned(by_people, (more, less), ends):
            return True
        if more and less:
            return False
        sums = [(sign, each.sum) for sign, each in signed if each.sum]
        weight = sum(sign * each.weight for sign, each in sums)
        total = sum(sign * each.total for sign, each in sums)
        return weight != 0 and _is_pinned(total, _both(weight), ends)


def ends_of(metric: Metric) -> Ends | None:
    """The lowest and highest that a person can be; None where there is no end."""
    if not metric.is_mean or not metric.of_people:
        return None
    if metric.unit is Unit.SHARE:
        return 0.0, 1.0
    known = metric.lowest, metric.highest
    if metric.unit not in ENDING or known[0] is None or known[1] is None:
        return None
    return float(known[0]), float(known[1])


def edges_of(metric: Metric) -> frozenset[float]:
    """Values that only come about if everybody is alike, also where there is one.

    No tie between two areas is no tie of anybody's.
    """
    if not metric.of_people:
        return frozenset()
    known = (metric.lowest, metric.highest, *(ends_of(metric) or ()))
    return frozenset(float(each) for each in known if each is not None)


def _is_pinned(total: float, sides: tuple[float, float], ends: Ends) -> bool:
    """At its end; beyond it, values have changed meanwhile, and nothing is told."""
    (more, less), (lowest, highest) = sides, ends
    most = highest * more - lowest * less
    least = lowest * more - highest * less
    return abs(most - total) < ONE or abs(total - least) < ONE


def _both(weight: float) -> tuple[float, float]:
    return (weight, 0.0) if weight > 0 else (0.0, -weight)


def _sides(signed: Signed) -> tuple[int, int]:
    left: dict[str, int] = {}
    for sign, each in signed:
        for person, times in each.row.items():
            left[person] = left.get(person, 0) + sign * times
    more = sum(times for times in left.values() if times > 0)
    return more, more - sum(left.values())


def _mean(spoken: Spoken) -> float | None:
    return spoken.sum.mean if spoken.sum else None


def _of_people(spoken: Spoken) -> float:
    """The sum, as if each person weighed the same."""
    return (_mean(spoken) or 0.0) * sum(spoken.row.values())


def _part_of_range(spoken: Spoken, ends: Ends) -> float:
    """The sum if each person were from 0, the lowest, to 1, the highest."""
    mean, (lowest, highest) = _mean(spoken) or 0.0, ends
    return (mean - lowest) / (highest - lowest) * sum(spoken.row.values())


def _place(whole: Spoken, shown: Sequence[Spoken]) -> int:
    return next(n for n, each in enumerate(shown) if each is whole)
