"""Which figures of one quarter are released, and of whom each of them speaks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from askwell.insight.guard.alike import Contrasts, Likeness, edges_of
from askwell.insight.guard.choosing import choose
from askwell.insight.guard.parts import (
    WHOLE,
    Decision,
    Given,
    Part,
    Row,
    Spoken,
    Withheld,
    row_of,
    sum_of,
)
from askwell.insight.guard.rounding import in_fives, rounded
from askwell.insight.guard.weighing import Scales
from askwell.insight.metric import Metric, Unit
from askwell.insight.statistics import wilson
from askwell.insight.tally import Sum

FEWEST_SETS_OF_A_COHORT = 6
"""With fewer there is none to leave out when somebody comes or goes: such figures
would be withheld nearly always, and cost the whole programme some of its own."""


@dataclass(frozen=True, slots=True)
class Quarterly:
    """What there is to tell of a programme in one quarter.

    `cohort_of` says for each set which cohort it belongs to; `parts` and `given` are
    by metric, and so is `past`: all that was decided before, the oldest first. Where
    that can no longer be compared with, nothing that is about people is released.
    Of a programme that is not large enough it is not even said that there is nothing.
    """

    parts: Mapping[str, Sequence[Part]]
    given: Mapping[str, Sequence[Given]]
    cohort_of: Mapping[str, str]
    past: Mapping[str, Sequence[Spoken]] = field(default_factory=dict)
    is_comparable: bool = True
    is_large_enough: bool = True


def decide(metrics: Sequence[Metric], told: Quarterly) -> list[Decision]:
    """One for each metric, scope and cell of which there is anything to tell."""
    choices, contrasts = Choices(), Contrasts()
    return [
        decision
        for metric in metrics
        for decision in _Deciding(metric, told, choices, contrasts).decisions()
    ]


@dataclass(frozen=True, slots=True)
class Choice:
    """The sets that a figure speaks of, and their people."""

    sets: frozenset[str]
    row: Row


class Choices:
    """Chooses once for all metrics that spoke, and would speak, of the same people."""

    def __init__(self) -> None:
        self._known: dict[object, Choice | None] = {}

    def of(
        self,
        metric: Metric,
        parts: Sequence[Part],
        past: Sequence[Spoken],
        first: frozenset[str],
    ) -> Choice | None:
        limits = metric.fewest_people, metric.fewest_sets
        groups = {part.learning_set: part.people for part in parts}
        rows = tuple(dict.fromkeys(id(each.row) for each in past))
        key = (frozenset(groups.items()), rows, first, limits)
        if key not in self._known:
            self._known[key] = _chosen(groups, past, first, limits)
        return self._known[key]


def _chosen(
    groups: Mapping[str, frozenset[str]],
    past: Sequence[Spoken],
    first: frozenset[str],
    limits: tuple[int, int],
) -> Choice | None:
    sets = choose(
        [each.row for each in past],
        groups,
        first=first,
        fewest_people=limits[0],
        fewest_sets=limits[1],
    )
    if sets is None:
        return None
    return Choice(sets, row_of(groups[name] for name in sorted(sets)))


class _Deciding:
    """Decides on the figures of one metric, one after another."""

    def __init__(
        self, metric: Metric, told: Quarterly, choices: Choices, contrasts: Contrasts
    ) -> None:
        self._metric, self._told, self._choices = metric, told, choices
        self._decision = partial(Decision, metric=metric.name)
        self._likeness = Likeness(metric, contrasts)
        self._past = list(told.past.get(metric.name, ())) if metric.stands else []
        self._whole: Spoken | None = None
        self._sets_of_whole = frozenset[str]()
        self._sets_of_cohorts = frozenset[str]()

    def decisions(self) -> Iterator[Decision]:
        """The whole first, for cohorts and cells can be left out beside it."""
        parts = self._told.parts.get(self._metric.name, ())
        given = self._told.given.get(self._metric.name, ())
        if not parts and not given:
            yield self._of_nothing()
        for each in sorted(given, key=_largest_first):
            yield self._of_given(each)
        if parts:
            for scope, of_scope in _scopes(parts, self._told.cohort_of).items():
                yield self._of_parts(scope, of_scope)

    def _of_nothing(self) -> Decision:
        """That five people did nothing would be about those five."""
        is_told = self._told.is_large_enough or not self._metric.of_people
        reason = Withheld.NOTHING if is_told else Withheld.FEW
        return self._decision(withheld=reason)

    def _of_parts(self, scope: str, parts: Sequence[Part]) -> Decision:
        people = frozenset[str]().union(*(part.people for part in parts))
        if self._is_few(len(people), len(parts), scope=scope):
            return self._decision(scope=scope, withheld=Withheld.FEW)
        if not sum_of(parts).weight and self._metric.is_mean:
            return self._decision(scope=scope, withheld=Withheld.NOTHING)
        choice = None if self._is_blind() else self._choice(parts)
        if choice is None or self._leaves_few_sets(scope, choice.sets):
            return self._decision(scope=scope, withheld=Withheld.TELLING)
        if scope == WHOLE:
            self._sets_of_whole = choice.sets
        else:
            self._sets_of_cohorts |= choice.sets
        spoken_of = [part for part in parts if part.learning_set in choice.sets]
        return self._of_choice(scope, choice, sum_of(spoken_of))

    def _leaves_few_sets(self, scope: str, sets: frozenset[str]) -> bool:
        """Whether the whole less its cohorts would be a figure of one or two sets."""
        if scope == WHOLE or not self._metric.of_people:
            return False
        left = self._sets_of_whole ^ (self._sets_of_cohorts | sets)
        return 0 < len(left) < self._metric.fewest_sets

    def _is_few(self, people: int, sets: int, *, scope: str = WHOLE) -> bool:
        fewest = FEWEST_SETS_OF_A_COHORT if scope else self._metric.fewest_sets
        return people < self._metric.fewest_people or sets < fewest

    def _choice(self, parts: Sequence[Part]) -> Choice | None:
        """Cohorts speak of the same sets as the whole, where they can."""
        names = frozenset(part.learning_set for part in parts)
        if not self._metric.of_people:
            return Choice(names, row_of(part.people for part in parts))
        first = names & self._sets_of_whole
        return self._choices.of(self._metric, parts, self._past, first)

    def _of_choice(self, scope: str, choice: Choice, found: Sum) -> Decision:
        value = found.mean if self._metric.is_mean else found.total
        if value is None:
            return self._decision(scope=scope, withheld=Withheld.NOTHING)
        new, row = Spoken(choice.row, found), self._kept(choice.row)
        if reason := self._counts_few(found) or self._alike(new):
            self._remember(scope, Spoken(choice.row))
            return self._decision(scope=scope, withheld=reason, row=row)
        self._remember(scope, new)
        low, high = self._band(found)
        return self._decision(
            scope=scope,
            value=self._rounded(value),
            low=low,
            high=high,
            people=in_fives(len(choice.row)),
            sets=len(choice.sets),
            row=row,
            sum=found,
        )

    def _counts_few(self, found: Sum) -> Withheld | None:
        return Withheld.FEW if found.weight < self._metric.fewest_counted else None

    def _alike(self, new: Spoken) -> Withheld | None:
        if self._likeness.is_at_an_end(new):
            return Withheld.ALIKE
        shown = [each for each in self._past if each.sum]
        if self._likeness.tells_by_difference(new, shown, whole=self._whole):
            return Withheld.TELLING
        if self._likeness.tells_by_all(new, shown):
            return Withheld.TELLING
        return None

    def _remember(self, scope: str, new: Spoken) -> None:
        """Also what is not shown in the end: so choices never depend on values."""
        self._past.append(new)
        if scope == WHOLE and new.sum:
            self._whole = new

    def _kept(self, row: Row) -> Row | None:
        return row if self._metric.of_people else None

    def _of_given(self, given: Given) -> Decision:
        """A figure that is no sum is weighed as if it were one, over all its people."""
        if self._is_few(len(given.people), given.sets):
            return self._decision(about=given.about, withheld=Withheld.FEW)
        if self._is_blind() or self._points(given.people):
            return self._decision(about=given.about, withheld=Withheld.TELLING)
        row = row_of([given.people])
        self._past.append(Spoken(row))
        made = self._decision(about=given.about, row=self._kept(row))
        value = self._rounded(given.value)
        if value in edges_of(self._metric):
            return replace(made, withheld=Withheld.ALIKE)
        return replace(
            made,
            value=value,
            low=self._rounded(given.low),
            high=self._rounded(given.high),
            people=in_fives(len(given.people)),
            sets=given.sets,
        )

    def _is_blind(self) -> bool:
        return self._metric.of_people and not self._told.is_comparable

    def _points(self, people: frozenset[str]) -> bool:
        if not self._metric.of_people:
            return False
        past, fewest = [each.row for each in self._past], self._metric.fewest_people
        return Scales(past, [people], fewest=fewest).refuses([0])

    def _band(self, found: Sum) -> tuple[float | None, float | None]:
        """Of a share alone: its band tells nothing that the share does not."""
        is_share = self._metric.unit is Unit.SHARE and self._metric.is_mean
        band = wilson(found.total, found.weight) if is_share else None
        if band is None:
            return None, None
        return self._rounded(band.low), self._rounded(band.high)

    def _rounded(self, value: float | None) -> float | None:
        return None if value is None else rounded(value, self._metric.unit)


def _scopes(
    parts: Sequence[Part], cohort_of: Mapping[str, str]
) -> dict[str, list[Part]]:
    """The whole first; single cohorts only where there are several."""
    scopes: dict[str, list[Part]] = defaultdict(list)
    scopes[WHOLE] = list(parts)
    if len(set(cohort_of.values())) > 1:
        for part in sorted(parts, key=lambda each: cohort_of[each.learning_set]):
            scopes[cohort_of[part.learning_set]].append(part)
    return scopes


def _largest_first(given: Given) -> tuple[int, str]:
    return -len(given.people), given.about
