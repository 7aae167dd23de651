"""How many figures the release guard lets through, and what an attacker makes of them.

    python -m benchmarks.release

For programmes of several sizes and several shares of people who leave and come in a
quarter: the share of figures kept over twelve quarters, of all that speak of at least
ten people in three sets, and of those among them that the rule for cohorts lets be
told apart (see docs/explanation/figures-that-point-at-nobody); how many people the
attack of the tests determines; and how long choosing takes. At the end, one large
programme with fifty metrics.
"""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from askwell.insight.guard.deciding import Quarterly, decide
from askwell.insight.guard.parts import Decision, Part, Spoken, Withheld
from askwell.insight.metric import FEWEST_SETS
from insight.attacker import Attack
from insight.synthetic import (
    ENDS,
    METRICS,
    SAID,
    Synthetic,
    decided,
    unguarded,
)

SIZES = ((40, 1), (60, 2), (100, 2), (170, 3), (300, 3))
CHURNS = (0.02, 0.05, 0.08)
SEEDS = range(3)
LARGE, METRICS_OF_LARGE = 700, 50


@dataclass
class Line:
    """What came of all programmes of one size and churn."""

    shown: int = 0
    allowed: int = 0
    large_enough: int = 0
    determined: int = 0
    groups: int = 0
    unguarded: int = 0
    seconds: float = 0.0

    def add(self, size: int, cohorts: int, churn: float, seed: int) -> None:
        began = time.perf_counter()
        told = [
            each for q in decided(Synthetic(size, churn, seed, cohorts)) for each in q
        ]
        self.seconds += time.perf_counter() - began
        everything = unguarded(Synthetic(size, churn, seed, cohorts))
        self.shown += sum(each.value is not None for each in told)
        self.allowed += sum(each.withheld is not Withheld.FEW for each in told)
        self.large_enough += len(everything)
        self.unguarded += _attack(everything, SAID.name).determined()
        for metric in METRICS:
            attack = _attack(told, metric.name)
            self.determined += attack.determined()
            self.groups += attack.small_groups()


def _attack(decisions: list[Decision], metric: str) -> Attack:
    return Attack.on([d for d in decisions if d.metric == metric], ENDS[metric])


def large() -> Iterator[float]:
    """How long each quarter of a large programme takes, with all its metrics."""
    programme = Synthetic(LARGE, 0.04, seed=1, cohorts=4)
    metrics = [
        replace(METRICS[number % len(METRICS)], name=f"metric {number}")
        for number in range(METRICS_OF_LARGE)
    ]
    past: dict[str, list[Spoken]] = {each.name: [] for each in metrics}
    for parts in programme.quarters():
        began = time.perf_counter()
        told = Quarterly(
            parts=_for_all(parts),
            given={},
            cohort_of=dict(programme.cohort_of),
            past=past,
        )
        decisions = decide(metrics, told)
        yield time.perf_counter() - began
        for each in decisions:
            if each.row:
                past[each.metric].append(Spoken(each.row, each.sum))


def _for_all(parts: dict[str, list[Part]]) -> dict[str, list[Part]]:
    return {
        f"metric {number}": parts[METRICS[number % len(METRICS)].name]
        for number in range(METRICS_OF_LARGE)
    }


def main() -> None:
    print(
        f"of figures of ten people in {FEWEST_SETS} sets; {len(SEEDS)} programmes each"
    )
    print(
        "people  churn  kept  kept where allowed  determined  groups  without  seconds"
    )
    for size, cohorts in SIZES:
        for churn in CHURNS:
            line = Line()
            for seed in SEEDS:
                line.add(size, cohorts, churn, seed)
            print(
                f"{size:6} {churn:6.0%} {line.shown / line.large_enough:5.0%} "
                f"{line.shown / line.allowed:19.0%} {line.determined:11} "
                f"{line.groups:7} {line.unguarded:8} {line.seconds:8.1f}",
                flush=True,
            )
    seconds = list(large())
    print(
        f"{LARGE} people, {METRICS_OF_LARGE} metrics: {sum(seconds):.1f} s for "
        f"{len(seconds)} quarters, {max(seconds):.1f} s for the slowest"
    )


if __name__ == "__main__":
    main()
