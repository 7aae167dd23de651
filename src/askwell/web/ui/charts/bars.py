"""A few categories as bars lying on their side, each with its number beside it.

The table is the picture: every row has its name, its bar and its numbers. The parts
of a stacked bar are told apart by how they are filled, and named above.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from askwell.web.ui.charts.scale import percent

WHOLE = 1.0


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar; without a value nothing is drawn, and `said` tells why."""

    value: float | None
    said: str


@dataclass(frozen=True, slots=True)
class Bar:
    name: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """`kind` from 1 to 3: full, hatched, or an outline."""

    kind: int
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    blocks: tuple[Block, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart as it is drawn; `parts` names what a bar consists of."""

    title: str
    says: str
    over: str
    parts: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def is_stacked(self) -> bool:
        return len(self.parts) > 1


def bar(name: str, value: float | None, said: str) -> Bar:
    """A bar of one part."""
    return Bar(name, (Part(value, said),))


def bars(
    rows: Sequence[Bar],
    *,
    title: str,
    says: str,
    over: str,
    parts: Sequence[str],
    most: float | None = None,
) -> Bars:
    """In the order given: nothing is ranked. `most` is what fills the whole width."""
    longest = max((_length(each) for each in rows), default=0.0)
    full = most or longest or WHOLE
    return Bars(
        title=title,
        says=says,
        over=over,
        parts=tuple(parts),
        rows=tuple(_row(each, full) for each in rows),
    )


def _length(one: Bar) -> float:
    return sum(part.value or 0.0 for part in one.parts)


def _row(one: Bar, full: float) -> Row:
    said = tuple(part.said for part in one.parts)
    return Row(one.name, tuple(_blocks(one, full)), said)


def _blocks(one: Bar, full: float) -> Iterator[Block]:
    x = 0.0
    for kind, part in enumerate(one.parts, start=1):
        if part.value:
            width = min(part.value / full, WHOLE - x)
            yield Block(kind, percent(x), percent(width))
            x += width
