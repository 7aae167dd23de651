"""The golden readings: what Python reads, for the browser's reader to be held to."""

import json
import math
from pathlib import Path
from typing import Any

from askwell import coach
from askwell.coach import Reading
from coach.texts import Case, cases

FILE = Path(__file__).parent / "golden.json"
RENEW = "RENEW_READINGS"
PLACES = 12
CLOSE_ENOUGH = 1e-9


def read_now() -> list[dict[str, Any]]:
    """Every case with its reading."""
    return [{**case, "reading": _written(_read(case))} for case in cases()]


def kept() -> list[dict[str, Any]]:
    readings: list[dict[str, Any]] = json.loads(FILE.read_text("ascii"))
    return readings


def keep(readings: list[dict[str, Any]]) -> None:
    """One reading a line, so that a change shows where it is."""
    lines = ",\n".join(json.dumps(each) for each in readings)
    FILE.write_text(f"[\n{lines}\n]\n", "ascii")


def differs(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """In anything but the last digits of a probability."""
    numbers = zip(one["probabilities"], other["probabilities"], strict=True)
    return not all(
        math.isclose(mine, theirs, rel_tol=0, abs_tol=CLOSE_ENOUGH)
        for mine, theirs in numbers
    ) or any(one[name] != other[name] for name in one if name != "probabilities")


def _read(case: Case) -> Reading:
    return coach.read(
        case["text"],
        phase=case["phase"],
        role=case["role"],
        previous=case["previous"],
    )


def _written(reading: Reading) -> dict[str, Any]:
    return {
        "kind": reading.kind,
        "probabilities": [
            round(each, PLACES) for each in reading.probabilities.values()
        ],
        "subtypes": list(reading.subtypes),
        "spans": [[span.start, span.end] for span in reading.spans],
        "reason": reading.reason,
        "hint": reading.hint,
        "rewrites": list(reading.rewrites),
    }
