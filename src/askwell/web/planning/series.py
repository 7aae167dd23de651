"""When the meetings of a series are, and what clock changes make of them for people.

A series keeps its hour on the clocks of its set's home zone. Where those clocks
change, or a member's do, somebody's local hour moves: here is said whose, and when.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

# What is outside these hours on somebody's own clock is a burden to them.
EARLIEST, LATEST = time(8), time(19)


@dataclass(frozen=True)
class Local:
    """One occurrence on somebody's own clock."""

    starts_at: datetime
    then: datetime

    @property
    def is_at_a_bad_hour(self) -> bool:
        """Before eight in the morning, or from seven in the evening on."""
        return not EARLIEST <= self.then.time() < LATEST


@dataclass(frozen=True)
class Move:
    """An occurrence that somebody's own clock shows at another hour than usual."""

    starts_at: datetime
    then: datetime
    usual: time


def occurrences(
    first_local: datetime, zone: ZoneInfo, count: int, every_weeks: int
) -> list[datetime]:
    """So many instants, weeks apart, each at the same hour on this zone's clocks.

    Where the clocks skip the hour it is the first that exists after it; where they
    show it twice it is the first of the two.
    """
    weeks = (timedelta(weeks=every_weeks * number) for number in range(count))
    return [instant(first_local + each, zone) for each in weeks]


def instant(local: datetime, zone: ZoneInfo) -> datetime:
    """The instant at which this zone's clocks show a time, in UTC."""
    found = local.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if found.astimezone(zone).replace(tzinfo=None, fold=0) == local:
        return found
    return _first_after_the_gap(local, zone)


def _first_after_the_gap(local: datetime, zone: ZoneInfo) -> datetime:
    """The very instant at which the clocks skip; halving until the second is found."""
    before = local.replace(tzinfo=zone, fold=1).astimezone(UTC)
    after = local.replace(tzinfo=zone, fold=0).astimezone(UTC)
    offset = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)


def shifted(
    starts: Iterable[datetime], zone: ZoneInfo, *, since: datetime, to: datetime
) -> list[datetime]:
    """Each as many days and hours of this zone's clocks later as `to` is than `since`.

    So meetings that are moved together keep their rhythm and their hour.
    """
    shift = _on_the_clocks(to, zone) - _on_the_clocks(since, zone)
    return [instant(_on_the_clocks(each, zone) + shift, zone) for each in starts]


def _on_the_clocks(at: datetime, zone: ZoneInfo) -> datetime:
    return at.astimezone(zone).replace(tzinfo=None, fold=0)


def local_times(zone: ZoneInfo, starts: Iterable[datetime]) -> list[Local]:
    """Every occurrence on one person's own clock."""
    return [Local(each, each.astimezone(zone)) for each in starts]


def moves_for(zone: ZoneInfo, starts: Sequence[datetime]) -> list[Move]:
    """The occurrences that this zone's clocks show at another hour than mostly."""
    local = local_times(zone, starts)
    hours = Counter(each.then.time() for each in local)
    if not hours:
        return []
    usual, _times = hours.most_common(1)[0]
    return [
        Move(each.starts_at, each.then, usual)
        for each in local
        if each.then.time() != usual
    ]


def bad_hours(zone: ZoneInfo, starts: Iterable[datetime]) -> list[Local]:
    """The occurrences at an hour that is a burden on this zone's clocks."""
    return [each for each in local_times(zone, starts) if each.is_at_a_bad_hour]
