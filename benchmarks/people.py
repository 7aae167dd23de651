"""Makes up people to be composed: problems of any size, of one kind, nobody real.

    python -m benchmarks.people FOLDER --people 100000 --seed 14

Organisations of very different sizes are spread over six regions of the world; they
lean to some functions and to some challenges. Diaries have working hours of the place.
"""

import argparse
import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

# Region: its sites and their offsets from UTC in minutes, and how often it is a home.
REGIONS: tuple[tuple[float, dict[str, int]], ...] = (
    (4.0, {"london": 0, "leeds": 0, "dublin": 0}),
    (3.0, {"paris": 60, "berlin": 60, "madrid": 60, "athens": 120}),
    (2.2, {"new_york": -300, "toronto": -300, "chicago": -360}),
    (1.6, {"mumbai": 330, "pune": 330}),
    (1.3, {"singapore": 480, "perth": 480, "sydney": 600}),
    (1.0, {"san_francisco": -480}),
)
SITES = [site for _, sites in REGIONS for site in sites]
OFFSETS = np.array([each for _, sites in REGIONS for each in sites.values()])
REGION_OF = np.array([at for at, (_, sites) in enumerate(REGIONS) for _ in sites])
FUNCTIONS = (
    "finance", "sales", "service_delivery", "customer_service", "technology",
    "procurement", "people", "legal", "marketing", "research", "logistics", "quality",
)  # fmt: skip
LEVELS = (0.40, 0.34, 0.17, 0.07, 0.02)
TOPICS, FAMILIES, DIMENSIONS = 24, 6, 8
DAYS, BLOCKS, LEAST_FREE = 5, 12, 6
LAST_LEVEL = len(LEVELS)

Chance = np.random.Generator
Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Organisation:
    """Where its people are, what they do, and what is hard for them."""

    id: str
    sites: Any
    functions: Any
    topics: Any
    closed: Any  # blocks of the week in which nobody is free


def write(folder: Path, *, people: int, seed: int) -> None:
    """The five files of a problem; the same size and seed give the same files."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = np.random.default_rng([seed, people])
    offices = _organisations(people, chance)
    staff = _staff(people, offices, chance)
    challenges = _challenges(staff, offices, chance)
    names = [f"P{at + 1:0{len(str(people))}d}" for at in range(people)]
    _people_csv(folder, names, offices, staff, challenges)
    _history_csv(folder, names, staff, chance)
    _pairs_csv(folder, names, staff, chance)
    _facilitators_csv(folder, names, offices, staff, chance)
    _rules_json(folder, people, seed)


def sets_of(people: int) -> int:
    """How many sets they are to be divided into."""
    return round(people / 6.4)


def _organisations(people: int, chance: Chance) -> list[Organisation]:
    many = max(5, round(1.1 * people**0.48))
    known = 2 if people < 500 else 4 if people < 5000 else len(REGIONS)
    weights = np.array([weight for weight, _ in REGIONS[:known]])
    everywhere = np.flatnonzero(known > REGION_OF)
    found = []
    for at in range(many):
        home = chance.choice(known, p=weights / weights.sum())
        here = np.flatnonzero(home == REGION_OF)
        sites = chance.choice(here, chance.integers(1, len(here) + 1), replace=False)
        if chance.random() < 0.35:
            sites = np.append(sites, chance.choice(everywhere))
        hot = 0.7 * chance.dirichlet(np.full(TOPICS, 0.25)) + 0.3 / TOPICS
        found.append(
            Organisation(
                id=f"ORG{at + 1:03d}",
                sites=np.unique(sites),
                functions=chance.dirichlet(np.full(len(FUNCTIONS), 0.6)),
                topics=hot,
                closed=chance.choice(DAYS * BLOCKS, 3, replace=False),
            )
        )
    return found


@dataclass(frozen=True, slots=True)
class Staff:
    """A column for each thing known of people."""

    office: Any
    level: Any
    function: Any
    site: Any
    manager: Any  # -1 at the top
    free: list[int]


def _staff(people: int, offices: Sequence[Organisation], chance: Chance) -> Staff:
    sizes = (1.0 + np.arange(len(offices))) ** -0.7
    office = chance.choice(len(offices), people, p=sizes / sizes.sum())
    level = chance.choice(LAST_LEVEL, people, p=LEVELS) + 1
    function, site = np.zeros(people, int), np.zeros(people, int)
    for at, each in enumerate(offices):
        here = np.flatnonzero(office == at)
        function[here] = chance.choice(len(FUNCTIONS), len(here), p=each.functions)
        site[here] = chance.choice(each.sites, len(here))
    manager = _managers(office, level, function, chance)
    free = _diaries(site, [offices[at].closed for at in office], chance)
    return Staff(office, level, function, site, manager, free)


def _managers(office: Any, level: Any, function: Any, chance: Chance) -> Any:
    manager = np.full(len(office), -1)
    for at in np.unique(office):
        here = np.flatnonzero(office == at)
        for of in range(1, LAST_LEVEL):
            reports = here[level[here] == of]
            above = here[level[here] > of]
            if len(above) == 0:
                continue
            nearest = above[level[above] == level[above].min()]
            manager[reports] = chance.choice(nearest, len(reports))
            for kind in np.unique(function[reports]):
                alike = nearest[function[nearest] == kind]
                some = reports[function[reports] == kind]
                some = some[chance.random(len(some)) < 0.8]
                if len(alike):
                    manager[some] = chance.choice(alike, len(some))
    return manager


def _diaries(site: Any, closed: Sequence[Any], chance: Chance) -> list[int]:
    """Which two hours of the week are free: bit 12 * weekday + block, in UTC."""
    week = (np.arange(DAYS)[:, None] * 1440 + 120 * np.arange(BLOCKS)).reshape(-1)
    local = week[None, :] + OFFSETS[site][:, None]
    day, minute = local // 1440, local % 1440
    working = (minute >= 480) & (minute + 120 <= 1080) & (day >= 0) & (day < DAYS)
    share = np.clip(chance.beta(6.0, 2.2, len(site)), 0.3, 0.98)
    free = working & (chance.random(working.shape) < share[:, None])
    off = np.flatnonzero(chance.random(len(site)) < 0.08)
    free[off] &= day[off] != chance.integers(0, DAYS, len(off))[:, None]
    free[np.arange(len(site))[:, None], np.array(closed)] = False
    for who in np.flatnonzero(free.sum(axis=1) < LEAST_FREE):
        free[who, chance.choice(np.flatnonzero(working[who]), LEAST_FREE)] = True
    return [
        int.from_bytes(row.tobytes(), "little")
        for row in np.packbits(free, axis=1, bitorder="little")
    ]


def _challenges(
    staff: Staff, offices: Sequence[Organisation], chance: Chance
) -> tuple[Any, Any]:
    """Topics, in families; and directions: the topic's, some of a second's, noise."""
    fixed = np.random.default_rng(TOPICS)
    families = np.repeat(fixed.normal(size=(FAMILIES, DIMENSIONS)), 4, axis=0)
    topics = _unit(_unit(families) + 0.6 * fixed.normal(size=families.shape))
    topic = np.zeros(len(staff.office), int)
    second = np.zeros(len(staff.office), int)
    for at, each in enumerate(offices):
        here = np.flatnonzero(staff.office == at)
        topic[here] = chance.choice(TOPICS, len(here), p=each.topics)
        second[here] = chance.choice(TOPICS, len(here), p=each.topics)
    noise = 0.22 * chance.normal(size=(len(topic), DIMENSIONS))
    return topic, np.rint(100 * _unit(topics[topic] + 0.35 * topics[second] + noise))


def _unit(rows: Any) -> Any:
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def _write(path: Path, header: str, rows: Iterable[Row]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(header.split(","))
        lines.writerows(rows)


def _people_csv(
    folder: Path,
    names: Sequence[str],
    offices: Sequence[Organisation],
    staff: Staff,
    challenges: tuple[Any, Any],
) -> None:
    topics, directions = challenges
    rows = (
        (
            name,
            offices[staff.office[at]].id,
            FUNCTIONS[staff.function[at]],
            staff.level[at],
            SITES[staff.site[at]],
            OFFSETS[staff.site[at]],
            names[staff.manager[at]] if staff.manager[at] >= 0 else "",
            f"{staff.free[at]:015x}",
            topics[at],
            " ".join(str(int(part)) for part in directions[at]),
            f"I am working on topic {topics[at]}.",
        )
        for at, name in enumerate(names)
    )
    header = (
        "person_id,organisation,function,level,location,utc_offset_minutes,manager_id,"
        "available,challenge_topic,challenge_vec,challenge_text"
    )
    _write(folder / "people.csv", header, rows)


def _history_csv(
    folder: Path, names: Sequence[str], staff: Staff, chance: Chance
) -> None:
    """Two rounds of sets of six, within a region, leaning to one organisation."""
    rows: list[Row] = []
    for round_ in (1, 2):
        took = np.flatnonzero(chance.random(len(names)) < 0.6)
        lean = staff.office[took] + 12.0 * chance.random(len(took))
        order = np.lexsort((lean, REGION_OF[staff.site[took]]))
        for at, who in enumerate(took[order]):
            rows.append((round_, f"R{round_}-{at // 6 + 1:05d}", names[who]))
    _write(folder / "history.csv", "round,earlier_set_id,person_id", rows)


def _pairs_csv(
    folder: Path, names: Sequence[str], staff: Staff, chance: Chance
) -> None:
    people = len(names)
    found: dict[tuple[int, int], str] = {}
    bound: set[int] = set()
    while len(found) < max(2, people // 200):
        a, b = sorted(map(int, chance.choice(people, 2, replace=False)))
        shared = (staff.free[a] & staff.free[b]).bit_count()
        strangers = staff.office[a] != staff.office[b] and not {a, b} & bound
        if _one_region(staff, a, b) and strangers and shared >= 7:
            found[a, b] = "must"
            bound |= {a, b}
    while len(found) < max(2, people // 200) + max(3, people // 30):
        a, b = sorted(map(int, chance.choice(people, 2, replace=False)))
        if _one_region(staff, a, b):
            found.setdefault((a, b), "must_not")
    rows = ((names[a], names[b], kind) for (a, b), kind in found.items())
    _write(folder / "pairs.csv", "person_a,person_b,kind", rows)


def _one_region(staff: Staff, a: int, b: int) -> bool:
    return bool(REGION_OF[staff.site[a]] == REGION_OF[staff.site[b]])


def _facilitators_csv(
    folder: Path,
    names: Sequence[str],
    offices: Sequence[Organisation],
    staff: Staff,
    chance: Chance,
) -> None:
    rows: list[Row] = []
    capacities = 0
    for who in chance.permutation(len(names)):
        capacity = int(chance.choice((1, 2, 3), p=(0.35, 0.40, 0.25)))
        takes_part = chance.random() < 1 / 3
        site = staff.site[who]
        rows.append(
            (
                f"F{len(rows) + 1:05d}",
                names[who] if takes_part else "",
                offices[staff.office[who]].id,
                SITES[site],
                OFFSETS[site],
                f"{staff.free[who]:015x}",
                capacity,
            )
        )
        capacities += capacity
        if capacities >= 1.12 * sets_of(len(names)):
            break
    header = (
        "facilitator_id,person_id,organisation,location,utc_offset_minutes,available,"
        "capacity"
    )
    _write(folder / "facilitators.csv", header, rows)


def _rules_json(folder: Path, people: int, seed: int) -> None:
    rules = {
        "people": people,
        "seed": seed,
        "sets": sets_of(people),
        "size_min": 5,
        "size_max": 8,
        "min_common_blocks": 2,
        "max_per_organisation": 3,
        "min_organisations": 3,
        "weights": {
            "level": 0.15,
            "function": 0.15,
            "organisation": 0.15,
            "location": 0.1,
            "challenge": 0.2,
            "novelty": 0.1,
            "fairness": 0.15,
        },
        "fairness_share": 0.1,
    }
    (folder / "rules.json").write_text(json.dumps(rules, indent=2), encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Make up people to be composed.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--people", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write(options.folder, people=options.people, seed=options.seed)
