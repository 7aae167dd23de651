"""Problem folders for tests, small and whole."""

import json
from pathlib import Path

PEOPLE = (
    "person_id,organisation,function,level,location,utc_offset_minutes,manager_id,"
    "available,challenge_topic,challenge_vec,challenge_text"
)
FACILITATORS = (
    "facilitator_id,person_id,organisation,location,utc_offset_minutes,available,"
    "capacity"
)
RULES = {
    "sets": 3,
    "size_min": 3,
    "size_max": 5,
    "min_common_blocks": 2,
    "max_per_organisation": 2,
    "min_organisations": 2,
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
ALWAYS = "f" * 15


def problem(folder: Path, *, count: int = 12) -> Path:
    """A folder with people P0, P1 ... whom three sets can hold, and three leaders."""
    folder.mkdir(parents=True, exist_ok=True)
    people = [
        f"P{at},org{at % 6},fn{at % 4},{1 + at % 5},town{at % 3},0,"
        f"{'P0' if at == 1 else ''},{ALWAYS},{at % 2},{1 + at % 3} {at % 4} -2,words"
        for at in range(count)
    ]
    leaders = [f"F{at},,org{at},town0,0,{ALWAYS},1" for at in range(3)]
    _write(folder / "people.csv", PEOPLE, *people)
    _write(
        folder / "facilitators.csv",
        FACILITATORS,
        *leaders,
        f"F3,P3,org3,town0,0,{ALWAYS},2",
    )
    _write(
        folder / "pairs.csv", "person_a,person_b,kind", "P0,P2,must", "P4,P5,must_not"
    )
    _write(
        folder / "history.csv",
        "round,earlier_set_id,person_id",
        *("1,R1-1,P0", "1,R1-1,P7", "2,R1-1,P8", "2,R1-1,P9"),
    )
    (folder / "rules.json").write_text(json.dumps(RULES, indent=1), encoding="utf-8")
    return folder


def _write(path: Path, *lines: str) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
