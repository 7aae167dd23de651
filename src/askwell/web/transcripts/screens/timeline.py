"""The whole meeting as one picture: a line for each voice, questions under them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from askwell.transcripts.report import Person, Report, Stretch
from askwell.web.transcripts.screens.clock import at

# In pixels, from the top: a name above each line, then what was asked and told.
TOP: Final = 8
LANE: Final = 42
BAR: Final = 12
TALLEST: Final = 34
MOST_LANES: Final = 14
WHOLE: Final = 100.0
EDGE: Final = 4.0
# However short somebody spoke, it is seen.
THINNEST: Final = 0.15
# In seconds: a minute, five, ten, fifteen, thirty, an hour, two.
STEPS: Final = (60, 300, 600, 900, 1800, 3600, 7200)
MOST_TICKS: Final = 6.5


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of time in percent of the meeting."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Lane:
    """One voice, from top to bottom in the order of the report."""

    name: str
    kind: str
    label_y: int
    y: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """What was asked and told in one slice; heights in pixels."""

    x: float
    width: float
    asked: int
    told: int
    asked_y: float
    asked_height: float
    told_y: float
    told_height: float
    span: str
    silence: float


@dataclass(frozen=True, slots=True)
class Shade:
    """A presenter's time, behind everything else."""

    x: float
    width: float
    span: str
    label: str


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Timeline:
    lanes: tuple[Lane, ...]
    columns: tuple[Column, ...]
    shades: tuple[Shade, ...]
    ticks: tuple[Tick, ...]
    ask_label_y: int
    middle: int
    tell_label_y: int
    bottom: int
    height: int


def drawn(report: Report) -> Timeline:
    span = max(report.end - report.start, 1.0)
    lanes = tuple(_lanes(report, span))
    ask_label_y = TOP + LANE * len(lanes) + 18
    middle = ask_label_y + 8 + TALLEST
    tell_label_y = middle + TALLEST + 18
    return Timeline(
        lanes=lanes,
        columns=tuple(_columns(report, span, middle)),
        shades=tuple(_shades(report, span)),
        ticks=tuple(_ticks(span)),
        ask_label_y=ask_label_y,
        middle=middle,
        tell_label_y=tell_label_y,
        bottom=tell_label_y + 12,
        height=tell_label_y + 34,
    )


def _lanes(report: Report, span: float) -> Iterator[Lane]:
    for number, person in enumerate(report.people[:MOST_LANES]):
        y = TOP + LANE * number + 20
        yield Lane(
            name=person.name,
            kind=person.role.value,
            label_y=y - 6,
            y=y,
            pieces=tuple(_pieces(person, report.start, span)),
        )


def _pieces(person: Person, start: float, span: float) -> Iterator[Piece]:
    for begun, ended in person.spoke:
        yield _piece(begun, ended, start, span)


def _piece(begun: float, ended: float, start: float, span: float) -> Piece:
    x = min(max((begun - start) / span, 0.0), 1.0)
    end = min(max((ended - start) / span, x), 1.0)
    width = max(WHOLE * (end - x), THINNEST)
    return Piece(round(min(WHOLE * x, WHOLE - width), 2), round(width, 2))


def _columns(report: Report, span: float, middle: int) -> Iterator[Column]:
    most = max((max(s.asked, s.told) for s in report.timeline), default=0) or 1
    for stretch in report.timeline:
        piece = _piece(stretch.start, stretch.end, report.start, span)
        yield _column(stretch, piece, TALLEST / most, middle)


def _column(stretch: Stretch, piece: Piece, unit: float, middle: int) -> Column:
    gap = piece.width * 0.16
    asked, told = unit * stretch.asked, unit * stretch.told
    return Column(
        x=round(piece.x + gap / 2, 2),
        width=round(piece.width - gap, 2),
        asked=stretch.asked,
        told=stretch.told,
        asked_y=round(middle - asked - 1, 1),
        asked_height=round(asked, 1),
        told_y=float(middle + 1),
        told_height=round(told, 1),
        span=f"{at(stretch.start)}-{at(stretch.end)}",
        silence=stretch.silence,
    )


def _shades(report: Report, span: float) -> Iterator[Shade]:
    for slot in report.slots:
        piece = _piece(slot.start, slot.end, report.start, span)
        label = _("%(name)s presents") % {"name": slot.presenter}
        yield Shade(piece.x, piece.width, f"{at(slot.start)}-{at(slot.end)}", label)


def _ticks(span: float) -> Iterator[Tick]:
    """At round times, so that six at most stand beside one another."""
    step = next((each for each in STEPS if span / each <= MOST_TICKS), STEPS[-1])
    for number in range(int(span // step) + 1):
        x = WHOLE * number * step / span
        yield Tick(round(x, 2), at(number * step), _anchor(x))


def _anchor(x: float) -> str:
    """A label at the edge stays inside the picture."""
    if x < EDGE:
        return "start"
    return "end" if x > WHOLE - EDGE else "middle"
