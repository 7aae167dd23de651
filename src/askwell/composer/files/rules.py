"""Reads rules.json: what is never broken, and how much each wish counts."""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from askwell.composer.brief import USUAL_WEIGHTS, Rules
from askwell.composer.files.rows import Unfit, Wrong, refuse, shown, text_of


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands in rules.json."""

    rules: Rules
    weights: Mapping[str, float]
    fairness_share: float


def read_rules(path: Path, *, people: int) -> Asked:
    """The rules for so many people; what is not known to us is passed over."""
    sheet = _Sheet(path)
    sheet.check_people(people)
    size_min = sheet.take("size_min", _count)
    return Asked(
        rules=Rules(
            sets=sheet.take("sets", _count),
            size_min=size_min,
            size_max=sheet.take("size_max", lambda value: _count(value, size_min)),
            min_common_blocks=sheet.take("min_common_blocks", _number_from_0),
            max_per_organisation=sheet.take("max_per_organisation", _count),
            min_organisations=sheet.take("min_organisations", _number_from_0),
            line_depth=sheet.take("line_depth", _number_from_0, otherwise=1),
            level_gap=sheet.take("level_gap", _number_from_0, otherwise=None),
        ),
        weights=sheet.weights(),
        fairness_share=sheet.take("fairness_share", _share),
    )


class _Sheet:
    """The object in the file; complaints name the line on which a key stands."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._text = text_of(path)
        self._values = self._parse()

    def _parse(self) -> dict[str, Any]:
        try:
            values = json.loads(self._text, parse_constant=_no_constant)
        except json.JSONDecodeError as problem:
            expected = f"JSON ({problem.msg}, character {problem.colno})"
            raise Unfit(self._path, expected, problem.lineno) from None
        except (Wrong, RecursionError, ValueError) as problem:
            raise Unfit(self._path, f"JSON ({problem})") from None
        if not isinstance(values, dict):
            raise Unfit(self._path, "one JSON object", 1)
        return values

    def take(
        self, key: str, reader: Callable[[object], Any], otherwise: object = ...
    ) -> Any:
        """The value of a key; one that has an `otherwise` may be left out or null."""
        if key not in self._values and otherwise is ...:
            raise Unfit(self._path, f"a value for {key}", column=key)
        value = self._values.get(key)
        if value is None and otherwise is not ...:
            return otherwise if key not in self._values else None
        return self._read(key, value, reader)

    def weights(self) -> dict[str, float]:
        given = self.take("weights", _object)
        names = tuple(USUAL_WEIGHTS)
        for name in given:
            if name not in names:
                self._refuse(name, f"weights of {', '.join(names)}, not {shown(name)}")
        for name in names:
            if name not in given:
                self._refuse("weights", f"a weight for {name}")
        found = {name: self._read(name, given[name], _weight) for name in names}
        if not any(found.values()):
            self._refuse("weights", "at least one weight above 0")
        return found

    def check_people(self, people: int) -> None:
        """The number of people, where it is told, is that of people.csv."""
        told = self._values.get("people", people)
        if told != people or isinstance(told, bool):
            expected = f"{people}, as many people as people.csv has, not {shown(told)}"
            self._refuse("people", expected)

    def _read(self, key: str, value: object, reader: Callable[[object], Any]) -> Any:
        try:
            return reader(value)
        except Wrong as problem:
            self._refuse(key, f"{problem}, not {shown(json.dumps(value))}")

    def _refuse(self, key: str, expected: str) -> NoReturn:
        at = self._text.find(f'"{key}"')
        line = self._text.count("\n", 0, at) + 1 if at >= 0 else 0
        raise Unfit(self._path, expected, line, key)


def _no_constant(text: str) -> NoReturn:
    refuse(f"{text} is not a number")


def _whole(value: object) -> int | None:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value if whole and isinstance(value, int) else None


def _count(value: object, least: int = 1) -> int:
    found = _whole(value)
    if found is None or found < least:
        refuse(f"a whole number from {least} up")
    return found


def _number_from_0(value: object) -> int:
    return _count(value, 0)


def _real(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return math.nan
    return float(value)


def _weight(value: object) -> float:
    found = _real(value)
    return found if 0 <= found < math.inf else refuse("a number from 0 up")


def _share(value: object) -> float:
    found = _real(value)
    return found if 0 < found <= 1 else refuse("a share above 0, at most 1")


def _object(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else refuse("an object")
