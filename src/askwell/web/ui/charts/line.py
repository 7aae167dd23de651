"""A course over quarters or meetings: lines, the gaps in them, and a band around.

Across it is drawn in hundredths of its width, so that it fills a telephone and a
poster with letters of the same size; downwards in pixels.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from askwell.web.ui.charts.scale import Scale, percent, placed, scale

HEAD, PLOT, FOOT = 26.0, 136.0, 44.0
START, END = 0.1, 0.98
BESIDE = 9.0
UNDER = 17.0
# More names than this stand too close on a telephone: every other one gives way.
NARROW = 6
# With so few, each place says its value; else the first and the last do.
ALL_SAID = 5


@dataclass(frozen=True, slots=True)
class Point:
    """One place of a course; without a value there is a gap, and `said` tells why.

    `said` is the value in words, as the table has it; `label` is what stands beside the
    mark, where that is shorter. `short` and `under` stand below the picture, `under`
    only where it changes ("Q1" over "2026").
    """

    name: str
    value: float | None
    said: str
    label: str = ""
    short: str = ""
    under: str = ""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """One line; at most three can be told apart."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A value on the line; `label` is written beside it where there is room."""

    x: str
    y: str
    label: str
    label_y: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """One line: `kind` from 1 to 3 decides dashes and marks."""

    kind: int
    name: str
    strokes: tuple[str, ...]
    bands: tuple[str, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Across:
    """A line across at a round value."""

    y: str
    label_y: str
    said: str


@dataclass(frozen=True, slots=True)
class Name:
    """What stands below a place; the seldom ones give way on a telephone."""

    x: str
    short: str
    under: str
    seldom: bool
    withheld: bool
    """No line has a value here."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line chart as it is drawn, with the rows of its table."""

    title: str
    says: str
    height: str
    floor: str
    name_y: str
    under_y: str
    top: str
    series: tuple[Drawn, ...]
    across: tuple[Across, ...]
    names: tuple[Name, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    goal: Across | None = None
    band_says: str = ""
    """What the band stands for, if not for how sure a value is."""

    @property
    def is_keyed(self) -> bool:
        """Several lines, a band or gaps want a word of what is what."""
        return len(self.series) > 1 or self.has_band or self.has_gaps

    @property
    def has_band(self) -> bool:
        return any(each.bands for each in self.series)

    @property
    def has_gaps(self) -> bool:
        return any(each.withheld for each in self.names)


def line(
    series: Sequence[Series],
    *,
    title: str,
    says: str,
    over: str,
    written: Callable[[float], str] = "{:g}".format,
    lowest: float | None = None,
    highest: float | None = None,
    goal: float | None = None,
    goal_says: str = "",
    band_says: str = "",
) -> Line:
    """All series have the same places. `over` heads the table's first column."""
    values = [*_values(series), *([goal] if goal is not None else [])]
    along = scale(values, lowest=lowest, highest=highest)
    floor = HEAD + PLOT
    return Line(
        title=title,
        says=says,
        height=placed(floor + FOOT),
        top=placed(HEAD),
        floor=placed(floor),
        name_y=placed(floor + UNDER),
        under_y=placed(floor + 2 * UNDER),
        series=tuple(_drawn(n, each, series, along) for n, each in enumerate(series)),
        across=tuple(_across(step, written(step), along) for step in along.steps),
        names=tuple(_names(series)),
        heads=(over, *(each.name for each in series)),
        rows=tuple(_rows(series)),
        goal=None if goal is None else _goal(goal, goal_says, series, along),
        band_says=band_says,
    )


def _values(series: Iterable[Series]) -> Iterator[float]:
    for each in series:
        for point in each.points:
            found = (point.value, point.low, point.high)
            yield from (value for value in found if value is not None)


def _drawn(number: int, one: Series, series: Sequence[Series], along: Scale) -> Drawn:
    runs = list(_runs(one))
    return Drawn(
        kind=number + 1,
        name=one.name,
        strokes=tuple(_stroke(run, one, along) for run in runs if len(run) > 1),
        bands=tuple(_bands(runs, one, along)),
        marks=tuple(_marks(one, series, along)),
    )


def _runs(one: Series) -> Iterator[list[int]]:
    """The places that follow one another without a gap."""
    places = range(len(one.points))
    for told, run in groupby(places, lambda n: one.points[n].value is not None):
        if told:
            yield list(run)


def _stroke(run: Iterable[int], one: Series, along: Scale) -> str:
    known = ((place, one.points[place].value) for place in run)
    return " ".join(
        f"{placed(100 * _x(place, one))},{placed(_y(value, along))}"
        for place, value in known
        if value is not None
    )


def _bands(runs: Iterable[list[int]], one: Series, along: Scale) -> Iterator[str]:
    """Around each run: along its upper edge, and back along its lower one."""
    for run in runs:
        points = [(place, one.points[place]) for place in run]
        high = [(n, p.high) for n, p in points if p.high is not None]
        low = [(n, p.low) for n, p in reversed(points) if p.low is not None]
        if len(high) > 1 and len(low) > 1:
            yield " ".join(
                f"{placed(100 * _x(n, one))},{placed(_y(value, along))}"
                for n, value in [*high, *low]
            )


def _marks(one: Series, series: Sequence[Series], along: Scale) -> Iterator[Mark]:
    told = [n for n, point in enumerate(one.points) if point.value is not None]
    said = told if len(one.points) <= ALL_SAID and len(series) == 1 else told[-1:]
    if len(series) == 1:
        said = [*told[:1], *said]
    for place in told:
        yield _mark(place, one, series, along, is_said=place in said)


def _mark(
    place: int, one: Series, series: Sequence[Series], along: Scale, *, is_said: bool
) -> Mark:
    point = one.points[place]
    y = _y(point.value or 0.0, along)
    below = _is_lowest(place, one, series)
    return Mark(
        x=percent(_x(place, one)),
        y=placed(y),
        label=(point.label or point.said) if is_said else "",
        label_y=placed(y + UNDER + 3 if below else y - BESIDE),
        anchor="end" if place == len(one.points) - 1 and place else "middle",
    )


def _is_lowest(place: int, one: Series, series: Sequence[Series]) -> bool:
    """Of several lines the lowest is labelled below, so that no two labels meet."""
    here = one.points[place].value or 0.0
    others = [each.points[place].value for each in series if each is not one]
    known = [value for value in others if value is not None]
    return bool(known) and here < min(known)


def _across(value: float, said: str, along: Scale) -> Across:
    y = _y(value, along)
    return Across(placed(y), placed(y - 5), said)


def _goal(goal: float, says: str, series: Sequence[Series], along: Scale) -> Across:
    """Named on the side of it where the last value is not."""
    last = [each.points[-1].value for each in series if each.points]
    is_below = any(value is not None and value >= goal for value in last)
    y = _y(goal, along)
    return Across(placed(y), placed(y + UNDER if is_below else y - 7), says)


def _names(series: Sequence[Series]) -> Iterator[Name]:
    first = series[0]
    last = len(first.points) - 1
    before = ""
    for place, point in enumerate(first.points):
        yield Name(
            x=percent(_x(place, first)),
            short=point.short or point.name,
            under=point.under if point.under != before else "",
            seldom=last >= NARROW and (last - place) % 2 == 1,
            withheld=all(each.points[place].value is None for each in series),
        )
        before = point.under


def _rows(series: Sequence[Series]) -> Iterator[tuple[str, ...]]:
    for place, point in enumerate(series[0].points):
        yield (point.name, *(each.points[place].said for each in series))


def _x(place: int, one: Series) -> float:
    """The middle of its column; of a single one, of the whole."""
    return START + (END - START) * (place + 0.5) / len(one.points)


def _y(value: float, along: Scale) -> float:
    return HEAD + PLOT * (1 - along.share(value))
