"""Draws a thread as one calm picture: meetings on a line, actions as arcs below it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from uuid import UUID

from askwell.web.actions.models import SETTLED
from askwell.web.learning.queries.thread import Chapter, Kind, Station, Thread

MARGIN = 40
CLOSEST, FARTHEST, WIDEST = 68, 132, 420
LINE, HEIGHT = 62, 132
DEPTH, DEEPER = 30, 9
FIRST_STAR, NEXT_STAR = 20, 11
MOST_STARS = 4


@dataclass(frozen=True)
class Knot:
    """A meeting on the line."""

    x: int
    at: datetime
    brought: bool
    learned: bool
    stars: tuple[int, ...]
    """How high each question that was kept stands."""


@dataclass(frozen=True)
class Arc:
    """From where an action was chosen to where it was told of."""

    path: str
    waits: bool
    """Nobody has heard yet how it went."""


@dataclass(frozen=True)
class Picture:
    width: int
    height: int
    line: int
    ends_at: int
    knots: tuple[Knot, ...]
    arcs: tuple[Arc, ...]

    @property
    def waits(self) -> bool:
        return any(each.waits for each in self.arcs)


def drawn(thread: Thread) -> Picture:
    """Places only; the template gives them their colours and words."""
    step = _step(len(thread.chapters))
    at = {each: MARGIN + step * nth for nth, each in enumerate(thread.chapters)}
    end = max(at.values(), default=0) + step // 2
    return Picture(
        width=end + MARGIN // 2,
        height=HEIGHT,
        line=LINE,
        ends_at=end,
        knots=tuple(_knot(each, x) for each, x in at.items() if each.meeting),
        arcs=tuple(_arcs(at, end)),
    )


def _step(chapters: int) -> int:
    """Few meetings lie far apart; of many, some are scrolled to."""
    return max(CLOSEST, min(FARTHEST, WIDEST // max(chapters, 1)))


def _knot(chapter: Chapter, x: int) -> Knot:
    kinds = [each.kind for each in chapter.stations]
    stars = min(kinds.count(Kind.QUESTION), MOST_STARS)
    return Knot(
        x=x,
        at=chapter.at,
        brought=Kind.BROUGHT in kinds,
        learned=any(_teaches(each) for each in chapter.stations),
        stars=tuple(LINE - FIRST_STAR - NEXT_STAR * place for place in range(stars)),
    )


def _teaches(station: Station) -> bool:
    return station.kind is Kind.LEARNED or bool(station.learned)


def _arcs(at: dict[Chapter, int], end: int) -> Iterator[Arc]:
    """The deeper, the farther: arcs of several actions do not lie on one another."""
    for nth, (stops, settled) in enumerate(_ways(at).values()):
        depth = DEPTH + DEEPER * (nth % 3)
        for since, until in pairwise(stops):
            yield Arc(_curve(since, until, depth), waits=False)
        if not settled:
            yield Arc(_curve(stops[-1], end, depth), waits=True)


def _ways(at: dict[Chapter, int]) -> dict[UUID, tuple[list[int], bool]]:
    """For each action where it was chosen and told of, and whether it is settled."""
    ways: dict[UUID, tuple[list[int], bool]] = {}
    for chapter, x in at.items():
        for each in chapter.stations:
            if each.action is None or each.kind is Kind.NOTED:
                continue
            stops, _settled = ways.get(each.action, ([], False))
            told = each.kind is Kind.TOLD and each.status in SETTLED
            if x not in stops:
                stops.append(x)
            ways[each.action] = (stops, told)
    return ways


def _curve(since: int, until: int, depth: int) -> str:
    low = LINE + depth
    reach = min(48, (until - since) // 2)
    return f"M{since} {LINE}C{since + reach} {low} {until - reach} {low} {until} {LINE}"
