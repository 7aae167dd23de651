"""One value on a scale, with how sure it is: a mark, and a band around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from askwell.web.ui.charts.scale import Scale, percent

# Words near an end are set towards the middle.
NEAR = 0.2


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the scale that means something."""

    value: float
    says: str


@dataclass(frozen=True, slots=True)
class Placed:
    x: str
    says: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Band:
    """A value on its scale as it is drawn; without one the scale stays empty."""

    title: str
    says: str
    mark: Placed | None
    since: str
    width: str
    ticks: tuple[Placed, ...]
    rows: tuple[tuple[str, str], ...]

    @property
    def has_band(self) -> bool:
        return bool(self.width)


def band(
    value: float | None,
    *,
    title: str,
    says: str,
    said: str,
    ends: tuple[float, float],
    ticks: Sequence[Tick],
    low: float | None = None,
    high: float | None = None,
    rows: Sequence[tuple[str, str]],
) -> Band:
    """`said` is the value in words; `rows` is the table: names and what they say."""
    along = Scale(*ends, steps=())
    since, width = _width(low, high, along)
    return Band(
        title=title,
        says=says,
        mark=None if value is None else _placed(value, said, along),
        since=since,
        width=width,
        ticks=tuple(_ticks(ticks, along)),
        rows=tuple(rows),
    )


def _width(low: float | None, high: float | None, along: Scale) -> tuple[str, str]:
    if low is None or high is None:
        return "", ""
    since = along.share(low)
    return percent(since), percent(along.share(high) - since)


def _ticks(ticks: Sequence[Tick], along: Scale) -> Iterator[Placed]:
    for each in ticks:
        yield _placed(each.value, each.says, along)


def _placed(value: float, says: str, along: Scale) -> Placed:
    share = along.share(value)
    anchor = "start" if share < NEAR else "end" if share > 1 - NEAR else "middle"
    return Placed(percent(share), says, anchor)
