"""Made-up programmes over twelve quarters: who is in which set, who comes and goes.

What a person answers stands all the time, which is what an attacker hopes for.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from askwell.insight.guard.deciding import Quarterly, decide
from askwell.insight.guard.parts import Decision, Part, Spoken, row_of, sum_of
from askwell.insight.metric import Benefit, Metric, Unit
from askwell.insight.tally import Sum

QUARTERS = 12
SMALLEST, LARGEST = 5, 8


def a_metric(name: str, unit: Unit = Unit.SHARE, **how: object) -> Metric:
    return Metric(
        name=name,
        title=name,
        unit=unit,
        asks="",
        reads="",
        cannot_tell="",
        formula="",
        source="",
        benefits=(Benefit.LISTENING,),
        **how,
    )


SAID = a_metric("said")
"""Of which about two in three can say yes."""
KEPT = a_metric("kept")
"""Of which nearly everybody can say yes."""
ASKED = a_metric("asked", Unit.SCALE, lowest=1, highest=5)
"""A survey, of which a set in seven tells nothing in a quarter."""
METRICS = (SAID, KEPT, ASKED)


@dataclass
class Synthetic:
    """A programme of about so many people; `churn` is who goes in a quarter."""

    people: int
    churn: float
    seed: int
    cohorts: int = 2
    sets: dict[str, set[str]] = field(default_factory=dict)
    cohort_of: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._chance = random.Random(f"{self.people} {self.churn} {self.seed}")
        self._numbers = count(1)

    def quarters(self) -> Iterator[dict[str, list[Part]]]:
        """The parts of each metric, quarter after quarter."""
        for quarter in range(QUARTERS):
            if quarter:
                self._let_go()
                self._welcome()
            if quarter % 3 == 0 and quarter // 3 < self.cohorts:
                self._begin(f"cohort {quarter // 3}", self.people // self.cohorts)
            yield {each.name: list(self._parts(each)) for each in METRICS}

    def _begin(self, cohort: str, people: int) -> None:
        while people >= SMALLEST:
            size = min(self._chance.randint(SMALLEST, LARGEST), people)
            name = f"set {next(self._numbers)}"
            self.sets[name] = {self._somebody() for _each in range(size)}
            self.cohort_of[name] = cohort
            people -= size

    def _let_go(self) -> None:
        for members in self.sets.values():
            for person in sorted(members):
                if self._chance.random() < self.churn:
                    members.discard(person)
        for name in [name for name, each in self.sets.items() if len(each) < 4]:
            for person in sorted(self.sets.pop(name)):
                self._place(person)

    def _welcome(self) -> None:
        here = sum(map(len, self.sets.values()))
        for _each in range(here):
            if self._chance.random() < self.churn:
                self._place(self._somebody())

    def _place(self, person: str) -> None:
        smallest = min(self.sets.values(), key=len, default=None)
        if smallest is not None:
            smallest.add(person)

    def _somebody(self) -> str:
        person = f"person {next(self._numbers)}"
        self.values[person] = {
            SAID.name: int(self._chance.random() < 0.65),
            KEPT.name: int(self._chance.random() < 0.93),
            ASKED.name: self._chance.choice([2, 3, 3, 4, 4, 4, 5]),
        }
        return person

    def _parts(self, metric: Metric) -> Iterator[Part]:
        for name, members in sorted(self.sets.items()):
            if metric is ASKED and self._chance.random() < 1 / 7:
                continue
            answers = [self.values[person][metric.name] for person in members]
            yield Part(name, Sum(sum(answers), len(answers)), frozenset(members))


ENDS = {SAID.name: (0, 1), KEPT.name: (0, 1), ASKED.name: (1, 5)}


def again(programme: Synthetic) -> Synthetic:
    """The same programme from its beginning: chance is seeded."""
    one = programme
    return Synthetic(one.people, one.churn, one.seed, one.cohorts)


def decided(programme: Synthetic) -> list[list[Decision]]:
    """What the guard makes of each quarter."""
    past: dict[str, list[Spoken]] = {each.name: [] for each in METRICS}
    quarters = []
    for parts in programme.quarters():
        told = Quarterly(
            parts=parts, given={}, cohort_of=dict(programme.cohort_of), past=past
        )
        quarters.append(decide(METRICS, told))
        for each in quarters[-1]:
            if each.row:
                past[each.metric].append(Spoken(each.row, each.sum))
    return quarters


def unguarded(programme: Synthetic) -> list[Decision]:
    """The same programme, if every figure that is of enough people were released."""
    return [
        _of_all(name, of_scope)
        for quarter in programme.quarters()
        for name, parts in quarter.items()
        for of_scope in _scopes(parts, programme.cohort_of)
        if len(of_scope) >= 3
    ]


def _scopes(parts: list[Part], cohort_of: dict[str, str]) -> Iterator[list[Part]]:
    yield parts
    cohorts = sorted(set(cohort_of.values()))
    for cohort in cohorts if len(cohorts) > 1 else ():
        yield [part for part in parts if cohort_of[part.learning_set] == cohort]


def _of_all(name: str, parts: list[Part]) -> Decision:
    found = sum_of(parts)
    row = row_of(part.people for part in parts)
    return Decision(metric=name, value=found.mean, row=row, sum=found)
