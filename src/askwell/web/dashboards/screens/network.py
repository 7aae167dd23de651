"""Draws between which areas people turn to one another, then and now; nobody by name.

Only frozen figures are drawn: a line for each pair of areas, the wider the more ties;
dotted where the figure is withheld. Areas stand on a circle in the order of their
names, so that then and now can be laid side by side and no place is a better one.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.web.dashboards.wording import name_of, said
from askwell.web.releasing.models import Figure, Snapshot
from askwell.web.releasing.queries import Key
from askwell.web.ui.charts.scale import placed

TIES, BETWEEN = "ties", "|"
SIZE, ROUND, NODE = 240.0, 88.0, 13.0
THINNEST, WIDEST = 1.5, 10.0
# With more areas lines are no longer told apart: the table alone says it.
MOST = 12

Cell = tuple[str, str]


@dataclass(frozen=True)
class Node:
    """One area; `ring` is the width of the circle around it, for ties inside."""

    number: int
    name: str
    x: str
    y: str
    radius: str
    ring: str
    is_withheld: bool


@dataclass(frozen=True)
class Line:
    x1: str
    y1: str
    x2: str
    y2: str
    width: str
    is_withheld: bool


@dataclass(frozen=True)
class Moment:
    """One frozen quarter of the network, as it is drawn."""

    name: str
    says: str
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Row:
    """One pair of areas, or one area by itself, in words."""

    name: str
    said: tuple[str, ...]


@dataclass(frozen=True)
class Network:
    """Then and now side by side, and the table that says the same."""

    sentence: str
    size: str
    names: tuple[str, ...]
    moments: tuple[Moment, ...]
    rows: tuple[Row, ...]
    withholds: bool

    @property
    def is_drawn(self) -> bool:
        return 1 < len(self.names) <= MOST


def drawn(course: Mapping[Key, Sequence[Figure]]) -> Network | None:
    """The first and the last quarter that has ties; None where none has.

    `course` is that of `releasing.queries.course_of` or of a page of figures.
    """
    quarters = _by_snapshot(course)
    if not quarters:
        return None
    shown = [quarters[0], quarters[-1]] if len(quarters) > 1 else quarters
    cells = sorted({cell for _snapshot, figures in shown for cell in figures})
    names = sorted({area for cell in cells for area in cell})
    most = max((_value(one) for _s, figures in shown for one in figures.values()))
    return Network(
        sentence=_sentence(shown),
        size=placed(SIZE),
        names=tuple(names),
        moments=tuple(_moment(*each, names, most=most) for each in shown),
        rows=tuple(_row(cell, shown) for cell in cells),
        withholds=any(
            not one.is_shown for _s, figures in shown for one in figures.values()
        ),
    )


Quarterly = tuple[Snapshot, dict[Cell, Figure]]


def _by_snapshot(course: Mapping[Key, Sequence[Figure]]) -> list[Quarterly]:
    """The oldest first; ties inside an area are a cell of that area with itself."""
    found: dict[Snapshot, dict[Cell, Figure]] = {}
    for (metric, about), figures in course.items():
        if metric == TIES and BETWEEN in about:
            one, other = about.split(BETWEEN, 1)
            for figure in figures:
                found.setdefault(figure.snapshot, {})[one, other] = figure
    return sorted(found.items(), key=lambda pair: pair[0].quarter)


def _value(figure: Figure) -> float:
    return figure.value or 0.0


def _moment(
    snapshot: Snapshot,
    figures: Mapping[Cell, Figure],
    names: Sequence[str],
    *,
    most: float,
) -> Moment:
    return Moment(
        name=name_of(snapshot.quarter),
        says=_says(figures),
        nodes=tuple(_nodes(figures, names, most=most)),
        lines=tuple(_lines(figures, names, most=most)),
    )


def _place(number: int, of: int) -> tuple[float, float]:
    """From the top, clockwise."""
    angle = 2 * math.pi * number / of - math.pi / 2
    return SIZE / 2 + ROUND * math.cos(angle), SIZE / 2 + ROUND * math.sin(angle)


def _nodes(
    figures: Mapping[Cell, Figure], names: Sequence[str], *, most: float
) -> Iterator[Node]:
    for number, name in enumerate(names):
        x, y = _place(number, len(names))
        inside = figures.get((name, name))
        width = _width(inside, most)
        yield Node(
            number=number + 1,
            name=name,
            x=placed(x),
            y=placed(y),
            radius=placed(NODE + width / 2),
            ring=placed(width),
            is_withheld=bool(inside and not inside.is_shown),
        )


def _lines(
    figures: Mapping[Cell, Figure], names: Sequence[str], *, most: float
) -> Iterator[Line]:
    """None where there is no tie; withheld ones look alike whatever they hold."""
    for (first, one), (second, other) in combinations(enumerate(names), 2):
        figure = figures.get((one, other))
        if figure and (not figure.is_shown or _value(figure)):
            x1, y1 = _place(first, len(names))
            x2, y2 = _place(second, len(names))
            yield Line(
                x1=placed(x1),
                y1=placed(y1),
                x2=placed(x2),
                y2=placed(y2),
                width=placed(_width(figure, most)),
                is_withheld=not figure.is_shown,
            )


def _width(figure: Figure | None, most: float) -> float:
    if figure is None:
        return 0.0
    if not figure.is_shown:
        return THINNEST
    value = _value(figure)
    return THINNEST + (WIDEST - THINNEST) * value / most if value else 0.0


def _joined(figures: Mapping[Cell, Figure]) -> int:
    """Between how many pairs of different areas there are ties that are shown."""
    return sum(
        one != other and _value(each) > 0 for (one, other), each in figures.items()
    )


def _says(figures: Mapping[Cell, Figure]) -> str:
    number = _joined(figures)
    words = ngettext(
        "People turn to one another between %(number)s pair of areas.",
        "People turn to one another between %(number)s pairs of areas.",
        number,
    )
    return words % {"number": number}


def _sentence(shown: Sequence[Quarterly]) -> str:
    """Compares only pairs of areas that are shown both times."""
    if len(shown) == 1:
        return _says(shown[0][1])
    (_then, before), (_now, after) = shown
    both = {
        cell
        for cell in before.keys() & after.keys()
        if before[cell].is_shown and after[cell].is_shown and cell[0] != cell[1]
    }
    then, now = (sum(_value(found[cell]) for cell in both) for found in (before, after))
    if not both:
        return _says(after)
    if now > then:
        return _("People turn to other areas more than they did at the start.")
    if now < then:
        return _("People turn to other areas less than they did at the start.")
    return _("People turn to other areas as much as they did at the start.")


def _row(cell: Cell, shown: Sequence[Quarterly]) -> Row:
    one, other = cell
    name = _("inside %(area)s") % {"area": one} if one == other else f"{one} – {other}"
    return Row(name, tuple(said(figures.get(cell)) for _snapshot, figures in shown))
