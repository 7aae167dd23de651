"""How well and how fast the composer is, beside other ways, in one run.

    python -m benchmarks.composer --data FOLDER [--mdgp FOLDER] [--quick] [--cores N]

--data holds the problems `p120`, `p1000` and `p20000`; one of 100,000 people is made.
--mdgp holds `published.csv` and `instances/`; each instance is solved on one thread in
half the published seconds, of processor time, with five seeds. --cores lets so many
such runs go on side by side. --quick takes a tenth of
the time everywhere, one seed and the smallest instances: to see that all works.

Whoever has OR-Tools (`.venv/bin/uv pip install --group benchmarks`) sees it in the
table, too.
"""

import argparse
import csv
import importlib
import importlib.util
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from askwell.composer import files, groups
from askwell.composer.appraising import Board
from askwell.composer.composing import compose
from benchmarks import people, rivals
from benchmarks.judging import Problem, Verdict, judge, judge_files

SECONDS = {"p120": 10.0, "p1000": 60.0, "p20000": 60.0, "p100000": 60.0}
RIVALS_IN = ("p120", "p1000")
SEEDS = range(1, 6)
QUICK = 0.1
SMALLEST = 120
# Of one part in so many, values count as equal: published ones have three decimals.
EQUAL = 1e-9


def main() -> None:
    options = _options()
    if options.child:
        _child(options)
        return
    with tempfile.TemporaryDirectory(prefix="askwell-composer-") as scratch:
        if options.data:
            _people(options, Path(scratch))
            _readiness(options.data, Path(scratch))
    if options.mdgp:
        _groupings(options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--mdgp", type=Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--cores", type=int, default=1)
    parser.add_argument("--child", choices=list(CHILDREN), help=argparse.SUPPRESS)
    return parser.parse_args()


def _people(options: argparse.Namespace, scratch: Path) -> None:
    print("People: total, rules broken, seconds with reading and writing, memory")
    for name, whole in SECONDS.items():
        seconds = whole * (QUICK if options.quick else 1.0)
        folder = options.data / name
        if name == "p100000":
            folder = scratch / name
            people.write(folder, people=100_000, seed=14)
        problem = Problem(folder)
        _print_row(name, "Askwell", *_composed(problem, folder, seconds, scratch))
        if name in RIVALS_IN:
            for rival, verdict, took in _rivals(problem, seconds):
                _print_row(name, rival, verdict, took)
    print("\nThe search itself")
    for name in ("p1000", "p20000", "p100000"):
        folder = options.data / name if name != "p100000" else scratch / name
        print(f"  {name:8} {_in_child('cost', folder)}")
    print(f"  {'p20000':8} {_in_child('appraise', options.data / 'p20000')}")


def _print_row(
    name: str, how: str, verdict: Verdict | None, took: float, memory: float = 0.0
) -> None:
    if verdict is None:
        print(f"  {name:8} {how:16} no answer in {took:6.1f} s", flush=True)
        return
    kept = f"{memory:7.0f} MB" if memory else ""
    print(
        f"  {name:8} {how:16} {verdict.total:.5f}  {verdict.breaches:4} broken  "
        f"fairness {verdict.fairness:.4f}  {took:6.1f} s {kept}",
        flush=True,
    )


def _composed(
    problem: Problem, folder: Path, seconds: float, scratch: Path
) -> tuple[Verdict, float, float]:
    """One run of the command on one core, judged from the files that it wrote."""
    out = scratch / "sets.csv"
    command = ("compose", folder, "--out", out, "--seconds", seconds, "--json")
    answer, took, memory = _timed("-c", COMMAND, *command)
    verdict = judge_files(problem, out, scratch / "sets.facilitators.csv")
    told = json.loads(answer)
    if abs(told["total"] - verdict.total) > 1e-5 or told["broken"] != verdict.breaches:
        print(f"  DIFFERENT: told {told['total']} with {told['broken']} broken")
    return verdict, took, memory


def _rivals(
    problem: Problem, seconds: float
) -> Iterator[tuple[str, Verdict | None, float]]:
    for name, build in (("random deal", rivals.deal), ("greedy", rivals.greedy)):
        best, tried, took = _best_within(build, problem, seconds)
        yield f"{name}, {tried}x", best, took
    if importlib.util.find_spec("ortools"):
        cp_sat = importlib.import_module("benchmarks.cp_sat")
        division, _ = cp_sat.solve(problem, 1, seconds)
        yield "CP-SAT", judge(problem, division, None) if division else None, seconds


def _best_within(build: Any, problem: Problem, seconds: float) -> Any:
    """Again and again with other seeds, for as long as the composer had."""
    began, found = time.monotonic(), []
    while time.monotonic() - began < seconds:
        found.append(judge(problem, build(problem, len(found)), None))
    best = min(found, key=lambda each: (each.breaches, -each.total))
    return best, len(found), time.monotonic() - began


def _timed(*words: object, **settings: str) -> tuple[str, float, float]:
    """What a fresh process prints, the seconds it takes, and its peak in MB."""
    began = time.monotonic()
    process = subprocess.run(
        [sys.executable, *map(str, words)],
        capture_output=True,
        env=os.environ | settings,
        text=True,
        check=False,
    )
    took = time.monotonic() - began
    # The system's own figure would be ours, from before it became another program.
    *_, peak = process.stderr.rsplit("peak ", maxsplit=1)
    return process.stdout, took, int(peak) / 1024 if peak.strip().isdigit() else 0.0


def _in_child(what: str, folder: Path) -> str:
    words = ("-m", "benchmarks.composer", "--child", what, "--data", folder)
    return _timed(*words)[0].strip()


def _child(options: argparse.Namespace) -> None:
    print(CHILDREN[options.child](options.data))


def _cost(folder: Path) -> str:
    """Of one step: the difference between many and few, so that nothing else counts."""
    brief = files.read(folder)
    few, many = 200_000, 1_000_000
    took = {}
    compose(brief, steps=1)
    for steps in (few, many):
        began = time.perf_counter()
        compose(brief, steps=steps)
        took[steps] = time.perf_counter() - began
    each = (took[many] - took[few]) / (many - few)
    return f"{each * 1e6:.2f} microseconds for each step"


def _appraise(folder: Path) -> str:
    brief = files.read(folder)
    began = time.perf_counter()
    board = Board(brief, compose(brief, steps=1_000_000))
    made = time.perf_counter() - began
    chance = random.Random(1)
    took = []
    for _ in range(1000):
        who, where = chance.choice(brief.people).id, chance.choice(board.sets).id
        began = time.perf_counter()
        board.move(who, where)
        took.append((time.perf_counter() - began) * 1e3)
    middle, worst = statistics.median(took), max(took)
    return (
        f"one move appraised in {middle:.2f} ms (median of 1,000; at most "
        f"{worst:.2f}), after {made:.1f} s to compose and lay out the board"
    )


# The command, and then its peak of memory, as Linux tells it in kB.
COMMAND = (
    "import sys\nfrom askwell.web.command import main\n"
    "if __name__ == '__main__':\n main(sys.argv[1:])\n"
    " told = open('/proc/self/status').read().split('VmHWM:')[1].split()[0]\n"
    " print('peak', told, file=sys.stderr)"
)

CHILDREN = {"cost": _cost, "appraise": _appraise}

IMPORTED = (
    "import resource as r, time\nimport numpy\n"
    "b = r.getrusage(0).ru_maxrss; t = time.perf_counter()\nimport numba\n"
    "print(f'{time.perf_counter() - t:.2f} s, "
    "{(r.getrusage(0).ru_maxrss - b) / 1024:.0f} MB')"
)


def _readiness(data: Path, scratch: Path) -> None:
    """What numba costs before the first step."""
    print("\nGetting ready")
    print(f"  import numba: {_timed('-c', IMPORTED)[0].strip()}")
    out = scratch / "ready.csv"
    command = ("-c", COMMAND, "compose", data / "p120", "--out", out, "--steps", 1)
    for when in ("compiled first", "compiled before"):
        _, took, memory = _timed(*command, NUMBA_CACHE_DIR=str(scratch / "compiled"))
        print(f"  the whole command, {when}: {took:.1f} s, {memory:.0f} MB")


def _groupings(options: argparse.Namespace) -> None:
    print("\nMaximally diverse grouping: gap to the published best in per cent")
    print("(below 0 is better); mean and best of our seeds, published average")
    rows = [
        row
        for row in _rows(options.mdgp / "published.csv")
        if int(row["n"]) >= SMALLEST
        and (options.mdgp / "instances" / f"{row['instance']}.txt.gz").exists()
        and not (options.quick and int(row["n"]) > SMALLEST)
    ]
    seeds = SEEDS[:1] if options.quick else SEEDS
    part = QUICK if options.quick else 0.5
    solve = partial(_solved, options.mdgp, part)
    asked = [(row, seed) for row in rows for seed in seeds]
    reached = above = 0
    with ProcessPoolExecutor(options.cores) as pool:
        solved = zip((row for row, _ in asked), pool.map(solve, asked), strict=True)
        for instance, runs in groupby(solved, key=lambda each: each[0]["instance"]):
            row, values = _together(list(runs))
            mean = statistics.mean(values)
            best, average = float(row["best"]), float(row["average"])
            reached += mean >= average * (1 - EQUAL)
            above += mean > best * (1 + EQUAL)
            gaps = [_gap(best, each) for each in (mean, max(values), average)]
            told = " ".join(f"{gap:8.4f}" for gap in gaps)
            took = part * float(row["seconds_per_run"])
            print(f"  {instance:20} {told}  {took:.1f} s", flush=True)
    print(f"  {len(rows)} instances: average reached on {reached}, best on {above}")


def _together(
    runs: Sequence[tuple[Mapping[str, str], float]],
) -> tuple[Mapping[str, str], list[float]]:
    return runs[0][0], [value for _, value in runs]


def _solved(folder: Path, part: float, asked: tuple[Mapping[str, str], int]) -> float:
    row, seed = asked
    instance = groups.read(folder / "instances" / f"{row['instance']}.txt.gz")
    seconds = part * float(row["seconds_per_run"])
    began: list[float] = []

    def used(_: groups.So) -> float:
        began.append(time.process_time())
        return (began[-1] - began[0]) / seconds

    found = groups.solve(instance, used=used, seed=seed)
    return groups.value(instance, found.groups)


def _gap(best: float, value: float) -> float:
    return 100 * (best - value) / best


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main()
