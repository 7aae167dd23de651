"""Shows that good facilitation leads to better practice sets, in every case.

    python -m benchmarks.practice [SEEDS]

Plays every case under every policy for so many seeds (200), prints what came of it,
and ends with an error where the order does not hold.
"""

import sys
import time

from askwell.practice.cases import CASES
from askwell.practice.checking import Checked, check, out_of_order

SEEDS = 200
ROW = "{:<20}{:<14}{:>8}{:>10}{:>11}{:>8}{:>8}"


def main() -> int:
    seeds = range(int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS)
    began = time.perf_counter()
    print(ROW.format("case", "policy", "worth", "depth", "way", "safety", "turns"))
    checked = [each for case in CASES for each in _shown(check((case,), seeds))]
    wrong = out_of_order(checked)
    print(f"{len(seeds)} seeds, {time.perf_counter() - began:.0f} s")
    print(*(wrong or ("The order holds in every case.",)), sep="\n")
    return 1 if wrong else 0


def _shown(checked: tuple[Checked, ...]) -> tuple[Checked, ...]:
    for each in checked:
        mean = each.mean
        parts = (each.worth, mean.depth, mean.way, mean.safety, mean.turns)
        print(ROW.format(each.case, each.policy, *(f"{part:.3f}" for part in parts)))
    return checked


if __name__ == "__main__":
    sys.exit(main())
