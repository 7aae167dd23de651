"""Reads a whole meeting from a page that a facilitator could have written.

    [14:32] Amara (presenter), answer: I have not asked her.
            refused: kind_not_now. “There is nothing to answer just now.”

A line with a time is something that somebody does; indented lines beneath it belong
to it. `== Explore, 20 minutes` says where the meeting is, and lines in brackets say
what can be seen there. At the end stands what the meeting leaves behind.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

DETAIL = re.compile(
    r"(refused|did|happened|learned|still open|because|by|sign|question|worthwhile|to"
    r"|next time)"
    r": (.*)"
)
MOMENT = re.compile(r"\[(\d\d):(\d\d)\] (.*)")


@dataclass
class Line:
    """Something done, seen or headed, with the details beneath it."""

    number: int
    text: str
    time: tuple[int, int] | None = None
    details: dict[str, str] = field(default_factory=dict)

    @property
    def is_heading(self) -> bool:
        return self.text.startswith("== ")

    @property
    def is_seen(self) -> bool:
        return self.text.startswith("(")


@dataclass(frozen=True)
class Transcript:
    title: str
    facts: dict[str, list[str]]
    lines: list[Line]
    leaves: list[str]
    """What the meeting leaves behind, line by line."""

    def fact(self, name: str, otherwise: str = "") -> str:
        return self.facts.get(name, [otherwise])[0]

    @property
    def begins(self) -> datetime:
        return datetime.strptime(self.fact("begins"), "%Y-%m-%d %H:%M").replace(
            tzinfo=UTC
        )

    @property
    def members(self) -> list[str]:
        return names_in(self.fact("set"))

    @property
    def presented(self) -> dict[str, tuple[date, int]]:
        """When members last presented, and how often in all."""
        found = re.findall(r"(\S+) (\d{4}-\d\d-\d\d) \((\d+)\)", self.fact("presented"))
        return {name: (date.fromisoformat(on), int(slots)) for name, on, slots in found}


def names_in(text: str) -> list[str]:
    return [name for name in re.split(r", | and ", text) if name]


def read(path: Path) -> Transcript:
    written = path.read_text(encoding="utf-8")
    body, _, leaves = written.partition("== What it leaves behind\n")
    head, *rest = body.split("\n== ")
    title = head.splitlines()[0]
    offset = head.count("\n") + 1
    lines = "\n".join(f"== {part}" for part in rest).splitlines()
    return Transcript(
        title=title,
        facts=_facts(head),
        lines=list(_lines(lines, offset=offset)),
        leaves=[line for line in leaves.splitlines() if line],
    )


def _facts(head: str) -> dict[str, list[str]]:
    facts: dict[str, list[str]] = {}
    for line in head.splitlines()[1:]:
        name, colon, value = line.partition(": ")
        if colon and not line.startswith("#"):
            facts.setdefault(name, []).append(value)
    return facts


def _lines(written: list[str], *, offset: int) -> Iterator[Line]:
    last: Line | None = None
    for number, text in enumerate(written, offset + 1):
        if not text or text.startswith("#"):
            continue
        if text.startswith(" ") and last is not None:
            _add(last, text.strip())
            continue
        if last is not None:
            yield last
        last = _begun(number, text)
    if last is not None:
        yield last


def _begun(number: int, text: str) -> Line:
    moment = MOMENT.match(text)
    if moment is None:
        return Line(number, text)
    return Line(number, moment[3], (int(moment[1]), int(moment[2])))


def _add(line: Line, text: str) -> None:
    detail = DETAIL.match(text)
    if detail:
        line.details[detail[1]] = detail[2]
    elif line.details:
        name = list(line.details)[-1]
        line.details[name] += f" {text}"
    else:
        line.text += f" {text}"
