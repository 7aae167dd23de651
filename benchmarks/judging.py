"""Judges a division of people by the description of the measure, and nothing else.

It reads the files itself and shares no line with the composer, so that a fault in one
shows beside the other.
"""

import csv
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

MIXED = ("level", "function", "organisation", "location")
PARTS = (*MIXED, "challenge", "novelty")

Row = dict[str, str]
Sets = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Verdict:
    """The measure, and how often each rule is broken."""

    total: float
    parts: Mapping[str, float]
    fairness: float
    broken: Mapping[str, int]

    @property
    def breaches(self) -> int:
        return sum(self.broken.values())


class Problem:
    """The files of a folder, as they are."""

    def __init__(self, folder: Path) -> None:
        self.people = {row["person_id"]: row for row in rows(folder / "people.csv")}
        self.leaders = {
            row["facilitator_id"]: row for row in rows(folder / "facilitators.csv")
        }
        self.rules = json.loads((folder / "rules.json").read_text(encoding="utf-8"))
        self.pairs = [
            (row["kind"], row["person_a"], row["person_b"])
            for row in rows(folder / "pairs.csv")
        ]
        self.free = {who: int(row["available"], 16) for who, row in self.people.items()}
        self.met = self._met(folder / "history.csv")
        self.kinds = {
            name: len({row[name] for row in self.people.values()}) for name in MIXED
        }
        self.directions = {
            who: unit([float(x) for x in row["challenge_vec"].split()])
            for who, row in self.people.items()
        }

    def _met(self, path: Path) -> dict[str, set[str]]:
        earlier: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in rows(path):
            earlier[row["round"], row["earlier_set_id"]].append(row["person_id"])
        met: dict[str, set[str]] = defaultdict(set)
        for members in earlier.values():
            for who in members:
                met[who].update(members)
        return met


def rows(path: Path) -> Iterable[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def unit(numbers: Sequence[float]) -> np.ndarray:
    vector = np.array(numbers)
    return vector / math.sqrt(float(vector @ vector))


def judge_files(problem: Problem, sets: Path, leaders: Path) -> Verdict:
    """What was written by `askwell compose`."""
    members: dict[str, list[str]] = defaultdict(list)
    for row in rows(sets):
        members[row["set_id"]].append(row["person_id"])
    led = {row["set_id"]: row["facilitator_id"] for row in rows(leaders)}
    return judge(problem, members, led)


def judge(problem: Problem, sets: Sets, led: Mapping[str, str] | None) -> Verdict:
    """Without facilitators, the fewest sets that must stay without one are counted."""
    weights = problem.rules["weights"]
    parts = {each: parts_of(problem, members) for each, members in sets.items()}
    whole = sum(weights[name] for name in PARTS)
    quality = sorted(
        sum(weights[name] * found[name] for name in PARTS) / whole
        for found in parts.values()
    )
    count = sum(map(len, sets.values()))
    averages = {
        name: sum(parts[each][name] * len(sets[each]) for each in sets) / count
        for name in PARTS
    }
    poorest = math.ceil(round(problem.rules["fairness_share"] * len(sets), 9))
    fairness = sum(quality[:poorest]) / poorest
    total = sum(weights[name] * averages[name] for name in PARTS)
    total = (total + weights["fairness"] * fairness) / (whole + weights["fairness"])
    return Verdict(total, averages, fairness, broken(problem, sets, led))


def parts_of(problem: Problem, members: Sequence[str]) -> dict[str, float]:
    m = len(members)
    if m < 2:
        return dict.fromkeys(PARTS, 0.0)
    pairs = m * (m - 1) / 2
    found = {}
    for name in MIXED:
        kinds = Counter(problem.people[who][name] for who in members)
        alike = sum(k * (k - 1) / 2 for k in kinds.values())
        q, r = divmod(m, k := min(m, problem.kinds[name]))
        most = pairs - r * q * (q + 1) / 2 - (k - r) * q * (q - 1) / 2
        found[name] = (pairs - alike) / most if most else 0.0
    together = sum(problem.directions[who] for who in members)
    found["challenge"] = max(0.0, (float(together @ together) - m) / (m * (m - 1)))
    again = sum(
        members[b] in problem.met[members[a]] for a in range(m) for b in range(a)
    )
    found["novelty"] = 1 - again / pairs
    return found


def broken(
    problem: Problem, sets: Sets, led: Mapping[str, str] | None
) -> dict[str, int]:
    rules = problem.rules
    named = Counter(who for members in sets.values() for who in members)
    missing = sum(named[who] != 1 for who in problem.people)
    unknown = sum(who not in problem.people for who in named)
    where = {who: each for each, members in sets.items() for who in members}
    common = {each: common_free(problem, members) for each, members in sets.items()}
    return {
        "assigned_once": missing + unknown,
        "number_of_sets": abs(len(sets) - rules["sets"]),
        "size": sum(
            not rules["size_min"] <= len(members) <= rules["size_max"]
            for members in sets.values()
        ),
        "line_manager": sum(
            bool(row["manager_id"]) and where.get(row["manager_id"]) == where.get(who)
            for who, row in problem.people.items()
        ),
        "must": sum(
            kind == "must" and where.get(a) != where.get(b)
            for kind, a, b in problem.pairs
        ),
        "must_not": sum(
            kind == "must_not" and where.get(a) == where.get(b)
            for kind, a, b in problem.pairs
        ),
        "availability": sum(
            free.bit_count() < rules["min_common_blocks"] for free in common.values()
        ),
        "organisation_mix": sum(not mixed(problem, each) for each in sets.values()),
        "facilitator": (
            unled(problem, sets, common, led)
            if led is not None
            else len(sets) - greatest_matching(problem, sets, common)
        ),
    }


def common_free(problem: Problem, members: Sequence[str]) -> int:
    free = (1 << 60) - 1
    for who in members:
        free &= problem.free[who]
    return free


def mixed(problem: Problem, members: Sequence[str]) -> bool:
    organisations = Counter(problem.people[who]["organisation"] for who in members)
    return (
        len(organisations) >= problem.rules["min_organisations"]
        and max(organisations.values()) <= problem.rules["max_per_organisation"]
    )


def fits(problem: Problem, leader: str, members: Sequence[str], free: int) -> bool:
    row = problem.leaders[leader]
    shared = (int(row["available"], 16) & free).bit_count()
    person = row["person_id"]
    return shared >= problem.rules["min_common_blocks"] and not (
        person
        and any(
            who == person or problem.people[who]["manager_id"] == person
            for who in members
        )
    )


def unled(
    problem: Problem, sets: Sets, common: Mapping[str, int], led: Mapping[str, str]
) -> int:
    taken: Counter[str] = Counter()
    without = 0
    for each, members in sets.items():
        leader = led.get(each, "")
        if leader not in problem.leaders or not fits(
            problem, leader, members, common[each]
        ):
            without += 1
            continue
        taken[leader] += 1
        without += taken[leader] > int(problem.leaders[leader]["capacity"])
    return without


def greatest_matching(problem: Problem, sets: Sets, common: Mapping[str, int]) -> int:
    """How many sets can have a facilitator at once: augmenting paths (Kuhn)."""
    room = {name: int(row["capacity"]) for name, row in problem.leaders.items()}
    fitting = {
        each: [name for name in room if fits(problem, name, members, common[each])]
        for each, members in sets.items()
    }
    holds: dict[str, list[str]] = defaultdict(list)

    def seat(each: str, tried: set[str]) -> bool:
        for name in fitting[each]:
            if name in tried:
                continue
            tried.add(name)
            if len(holds[name]) < room[name]:
                holds[name].append(each)
                return True
            for at, other in enumerate(holds[name]):
                if seat(other, tried):
                    holds[name][at] = each
                    return True
        return False

    return sum(seat(each, set()) for each in sets)
