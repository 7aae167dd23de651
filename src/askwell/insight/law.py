"""Revans' law: does what is learned keep up with what changes?

Revans held that an organisation thrives only while it learns at least as fast as its
surroundings change (L >= C). No validated way of measuring this was found: what is
counted here is Askwell's own indicator (docs/explanation/learning-and-change).
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from askwell.insight.likely import likely_ratio
from askwell.insight.periods import Quarter
from askwell.insight.tally import Sum, sum_of
from askwell.process.words import _

NO_VALIDATED_MEASURE = _(
    "There is no validated way of measuring whether learning keeps up with change. "
    "This is Askwell’s own indicator: what people wrote down, counted the same way "
    "each quarter."
)
"""Stands wherever a figure of this law is shown."""

WEIGHTS = _("A change counts once, twice or three times, by how much it changes.")

LEAST, MOST = 1, 3
"""How much a change changes: a little, much, everything."""

GRACE = timedelta(days=7)
"""What is told so long after a quarter still counts in it; then it is frozen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something that changed around people: how much, and when it was noticed."""

    key: Hashable
    impact: int
    noticed_on: date
    told_on: date

    @property
    def counts_in(self) -> Quarter:
        return _counted(self.noticed_on, self.told_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """Something done and learned from, which somebody linked to a change."""

    change: Hashable
    closed_on: date
    told_on: date

    @property
    def counts_in(self) -> Quarter:
        return _counted(self.closed_on, self.told_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one quarter says; `changed` and `learned` are weighted by impact."""

    changed: Sum
    learned: Sum
    backlog: int
    """What was ever noticed and nobody has yet learned from, by the quarter's end."""
    days: tuple[int, ...] = ()
    """From noticing a change to the first loop closed on it, in this quarter."""

    @property
    def ratio(self) -> float | None:
        """L/C; None where nothing was noticed, which is not the same as infinity."""
        return self.learned.total / self.changed.total if self.changed.total else None

    @property
    def band(self) -> tuple[float, float] | None:
        """Where the ratio lies four times in five, chance allowed for."""
        return likely_ratio(self.learned, self.changed) if self.changed.total else None

    @property
    def growth(self) -> int:
        """By how much the backlog grew; below nothing it shrank."""
        return round(self.changed.total - self.learned.total)

    @property
    def median_days(self) -> float | None:
        return median(self.days) if self.days else None


def account(
    changes: Iterable[Change], loops: Iterable[Loop], quarter: Quarter
) -> Account:
    """What happened in a quarter, with the backlog of all quarters up to it.

    Each change is learned from once: by the first loop that was closed on it.
    """
    noticed = {each.key: each for each in changes if each.counts_in <= quarter}
    first = _first_of_each(loops, noticed)
    closed = {key: each for key, each in first.items() if _in(each, noticed) <= quarter}
    now = [key for key, each in closed.items() if _in(each, noticed) == quarter]
    fresh = [each for each in noticed.values() if each.counts_in == quarter]
    return Account(
        changed=sum_of(each.impact for each in fresh),
        learned=sum_of(noticed[key].impact for key in now),
        backlog=sum(each.impact for key, each in noticed.items() if key not in closed),
        days=tuple(_days(noticed[key], closed[key]) for key in now),
    )


def _first_of_each(
    loops: Iterable[Loop], noticed: Mapping[Hashable, Change]
) -> dict[Hashable, Loop]:
    first: dict[Hashable, Loop] = {}
    for each in sorted(loops, key=lambda one: (one.counts_in, one.closed_on)):
        if each.change in noticed:
            first.setdefault(each.change, each)
    return first


def _in(loop: Loop, noticed: Mapping[Hashable, Change]) -> Quarter:
    """Nothing is learned from a change before the change itself counts."""
    return max(loop.counts_in, noticed[loop.change].counts_in)


def _days(change: Change, loop: Loop) -> int:
    # What was learned before anybody had noticed the change came in no time.
    return max(0, (loop.closed_on - change.noticed_on).days)


def _counted(day: date, told_on: date) -> Quarter:
    """The quarter of a day, or of the telling where that one is frozen already."""
    own = Quarter.of(day)
    return own if told_on < own.until.date() + GRACE else Quarter.of(told_on)
