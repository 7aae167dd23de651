"""Draws how one's own questions went, by meetings and by how they were heard."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from askwell.web.learning.queries.heard import Hearing, Sort
from askwell.web.learning.queries.loop import Asked, Loop

STEP, MARGIN, BAR = 48, 28, 24
FLOOR, TALLEST = 120, 96
MOST_MEETINGS = 12


@dataclass(frozen=True)
class Block:
    """Questions of one kind at one meeting."""

    kind: str
    y: float
    height: float


@dataclass(frozen=True)
class Bar:
    x: int
    middle: int
    at: datetime
    starred: int
    top: float
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Chart:
    width: int
    height: int
    floor: int
    bars: tuple[Bar, ...]


def drawn(loop: Loop) -> Chart:
    """The last twelve meetings at which one asked anything."""
    shown = loop.meetings[-MOST_MEETINGS:]
    most = max((each.all for each in shown), default=1)
    return Chart(
        width=2 * MARGIN + STEP * (len(shown) - 1) + BAR,
        height=FLOOR + 26,
        floor=FLOOR,
        bars=tuple(_bar(place, each, most) for place, each in enumerate(shown)),
    )


def _bar(place: int, asked: Asked, most: int) -> Bar:
    x = MARGIN + place * STEP
    unit = TALLEST / most
    return Bar(
        x=x,
        middle=x + BAR // 2,
        at=asked.at,
        starred=asked.starred,
        top=round(FLOOR - unit * asked.all - 7, 1),
        blocks=tuple(_blocks(asked, unit)),
    )


def _blocks(asked: Asked, unit: float) -> Iterator[Block]:
    floor = float(FLOOR)
    kinds = (
        ("open", asked.open),
        ("clarifying", asked.clarifying),
        ("closed", asked.closed),
    )
    for kind, number in kinds:
        if number:
            height = unit * number
            floor -= height
            yield Block(kind, round(floor, 1), round(height, 1))


LONGEST = 120
SORTS: Mapping[Sort, str | Promise] = {
    Sort.OPEN: _("open"),
    Sort.FACT: _("asking for a fact"),
    Sort.CLOSED: _("for a yes or a no"),
    Sort.SEVERAL: _("several at once"),
    Sort.STEERING: _("could be heard as advice, or with an answer in them"),
    Sort.OTHER: _("not heard as a question"),
    Sort.UNSURE: _("the coach was not sure"),
}


@dataclass(frozen=True)
class Share:
    """How many questions were heard so, drawn as one bar."""

    name: str | Promise
    asked: int
    marked: int
    length: float
    marked_length: float


def shares(hearing: Hearing) -> list[Share]:
    most = max((asked for _sort, asked, _marked in hearing.counted), default=1)
    return [_share(each, LONGEST / most) for each in hearing.counted]


def _share(counted: tuple[Sort, int, int], unit: float) -> Share:
    sort, asked, marked = counted
    lengths = round(unit * asked, 1), round(unit * marked, 1)
    return Share(SORTS[sort], asked, marked, *lengths)
