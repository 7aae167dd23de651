"""A course so small that it stands beside a number; the words beside it tell it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from askwell.web.ui.charts.scale import Scale, placed, scale

WIDTH, HEIGHT, INSET = 96.0, 28.0, 4.0


@dataclass(frozen=True, slots=True)
class Spark:
    """Strokes, and the place of the last value."""

    strokes: tuple[str, ...]
    x: str
    y: str
    says: str

    @property
    def is_drawn(self) -> bool:
        return bool(self.strokes)


def spark(values: Sequence[float | None], *, says: str = "") -> Spark:
    """Without `says` it is silent, and the words beside it must say it."""
    known = [value for value in values if value is not None]
    if not known:
        return Spark((), "", "", says)
    along = scale(known, lowest=min(known), highest=max(known) + 1e-9)
    places = [
        (_x(number, len(values)), None if value is None else _y(value, along))
        for number, value in enumerate(values)
    ]
    runs = [
        [(x, y) for x, y in run if y is not None]
        for told, run in groupby(places, lambda place: place[1] is not None)
        if told
    ]
    x, y = runs[-1][-1]
    strokes = tuple(_stroke(run) for run in runs if len(run) > 1)
    return Spark(strokes, placed(x), placed(y), says)


def _stroke(run: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{placed(x)},{placed(y)}" for x, y in run)


def _x(number: int, all_: int) -> float:
    return INSET + (WIDTH - 2 * INSET) * (number / (all_ - 1) if all_ > 1 else 1.0)


def _y(value: float, along: Scale) -> float:
    return INSET + (HEIGHT - 2 * INSET) * (1 - along.share(value))
