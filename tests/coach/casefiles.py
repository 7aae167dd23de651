"""Reads the sentences in `cases/`, each with the reading that is expected of it."""

from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "cases"
NONE = "none"


@dataclass(frozen=True)
class Expected:
    """A turn, the circumstances it was said in, and what we expect, by name."""

    text: str
    lines: dict[str, list[str]] = field(default_factory=dict)

    def one(self, name: str) -> str | None:
        found = self.lines.get(name)
        return found[0] if found else None


def cases() -> list[Expected]:
    return [
        case for file in sorted(FOLDER.glob("*.txt")) for case in _in(file.read_text())
    ]


def _in(written: str) -> list[Expected]:
    found: list[Expected] = []
    for line in written.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith(" "):
            found.append(Expected(line))
            continue
        name, value = line.strip().split(": ", 1)
        found[-1].lines.setdefault(name, []).append(value)
    return found
