"""How far evidence reaches on a pathway; never a share of a person, never a gate."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from askwell.facilitation.evidence import Item
from askwell.facilitation.pathways.shape import (
    Level,
    Pathway,
    Renewal,
    Requirement,
)

MONTH = timedelta(days=365.25 / 12)
HARDLY = 1e-6
"""Hours are added up as fractions; this much is no hour."""

Confirmed = Mapping[str, datetime]
"""When somebody confirmed a requirement by hand, by its name."""


@dataclass(frozen=True, slots=True)
class Reached:
    """One requirement: what there is of it, and since when that is enough."""

    requirement: Requirement
    have: float
    met_at: datetime | None
    spans: timedelta = timedelta(0)

    @property
    def met(self) -> bool:
        return self.met_at is not None

    @property
    def missing(self) -> float:
        return max(0.0, self.requirement.at_least - self.have)

    @property
    def only_time_is_missing(self) -> bool:
        """There is enough of it, but not yet over so long."""
        return not self.met and self.missing <= HARDLY


@dataclass(frozen=True, slots=True)
class OfLevel:
    """One level: what there is of each of its requirements."""

    level: Level
    reached: tuple[Reached, ...]
    reached_at: datetime | None

    @property
    def missing(self) -> tuple[Reached, ...]:
        return tuple(each for each in self.reached if not each.met)


class Standing(StrEnum):
    """Whether a level that is to be renewed stands."""

    STANDS = "stands"
    RECOVERABLE = "recoverable"
    ASK_THE_BODY = "ask_the_body"


@dataclass(frozen=True, slots=True)
class OfRenewal:
    """What keeps the level, of what lies within the period, and until when."""

    renewal: Renewal
    reached: tuple[Reached, ...]
    until: datetime
    standing: Standing

    @property
    def missing(self) -> tuple[Reached, ...]:
        return tuple(each for each in self.reached if not each.met)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where somebody stands on a pathway, and what comes next."""

    pathway: Pathway
    levels: tuple[OfLevel, ...]
    renewal: OfRenewal | None

    @property
    def standing(self) -> OfLevel | None:
        """The furthest level that was reached."""
        reached = [each for each in self.levels if each.reached_at]
        return reached[-1] if reached else None

    @property
    def level(self) -> Level | None:
        return self.standing.level if self.standing else None

    @property
    def following(self) -> OfLevel | None:
        """The level that comes next."""
        open_ = (each for each in self.levels if not each.reached_at)
        return next(open_, None)

    @property
    def next_step(self) -> Reached | None:
        """One thing: what keeps the level if it has lapsed, else of the next one."""
        if self.renewal and self.renewal.standing is not Standing.STANDS:
            return next(iter(self.renewal.missing), None)
        missing = self.following.missing if self.following else ()
        return next(iter(missing), None)


def progress(
    pathway: Pathway,
    items: Iterable[Item],
    *,
    at: datetime,
    confirmed: Confirmed | None = None,
    begun_at: datetime | None = None,
) -> Progress:
    """How far the items reach, as known at an instant; later ones are left out.

    A level without requirements is reached from `begun_at` on, or from `at`.
    """
    known = sorted((one for one in items if one.at <= at), key=lambda one: one.at)
    given = {name: when for name, when in (confirmed or {}).items() if when <= at}
    levels = tuple(_levels(pathway, known, given, begun_at or at))
    return Progress(pathway, levels, _renewal(pathway, levels, known, given, at=at))


def _levels(
    pathway: Pathway, items: Sequence[Item], confirmed: Confirmed, begun_at: datetime
) -> Iterator[OfLevel]:
    """None is reached before the one that it follows."""
    met: list[datetime] = []
    open_ = False
    for level in pathway.levels:
        reached = tuple(_reached(one, items, confirmed) for one in level.asked)
        met += [one.met_at for one in reached if one.met_at]
        open_ = open_ or any(not one.met for one in reached)
        yield OfLevel(level, reached, None if open_ else max(met, default=begun_at))


def _reached(
    requirement: Requirement, items: Sequence[Item], confirmed: Confirmed
) -> Reached:
    if requirement.by_hand:
        when = confirmed.get(requirement.name)
        return Reached(requirement, float(when is not None), when)
    counted = _counted(requirement, items)
    spans = counted[-1].at - counted[0].at if counted else timedelta(0)
    have = sum(each.amount for each in counted)
    return Reached(requirement, have, _met_at(requirement, counted), spans)


def _counted(requirement: Requirement, items: Sequence[Item]) -> list[Item]:
    """The items that count, the oldest first."""
    fit = [
        each
        for each in items
        if each.kind is requirement.evidence and (each.meets or not requirement.meets)
    ]
    if not requirement.different:
        return fit
    first: dict[str, Item] = {}
    for each in fit:
        first.setdefault(each.about, each)
    return list(first.values())


def _met_at(requirement: Requirement, counted: Sequence[Item]) -> datetime | None:
    have = 0.0
    for each in counted:
        have += each.amount
        lasted = each.at - counted[0].at
        long_enough = lasted >= requirement.over_months * MONTH
        if have + HARDLY >= requirement.at_least and long_enough:
            return each.at
    return None


def _renewal(
    pathway: Pathway,
    levels: Sequence[OfLevel],
    items: Sequence[Item],
    confirmed: Confirmed,
    *,
    at: datetime,
) -> OfRenewal | None:
    """None as long as no level was reached that is to be renewed."""
    renewal = pathway.renewal
    if renewal is None:
        return None
    since = next(each.reached_at for each in levels if each.level.name == renewal.since)
    if since is None:
        return None
    period = renewal.months * MONTH
    recent = [each for each in items if each.at > at - period]
    given = {name: when for name, when in confirmed.items() if when > at - period}
    reached = tuple(_reached(each, recent, given) for each in renewal.asked)
    until = _until(renewal, items, confirmed, since)
    return OfRenewal(renewal, reached, until, _standing(renewal, until, at))


def _until(
    renewal: Renewal, items: Sequence[Item], confirmed: Confirmed, since: datetime
) -> datetime:
    """A period after it was reached, or as long as the newest evidence carries."""
    period = renewal.months * MONTH
    carried = [_carries(each, items, confirmed) for each in renewal.asked]
    known = [each for each in carried if each is not None]
    if len(known) < len(carried) or not known:
        return since + period
    return max(since, min(known)) + period


def _carries(
    requirement: Requirement, items: Sequence[Item], confirmed: Confirmed
) -> datetime | None:
    """The oldest of the newest items that together are enough."""
    if requirement.by_hand:
        return confirmed.get(requirement.name)
    have = 0.0
    for each in reversed(_counted(requirement, items)):
        have += each.amount
        if have + HARDLY >= requirement.at_least:
            return each.at
    return None


def _standing(renewal: Renewal, until: datetime, at: datetime) -> Standing:
    if at < until:
        return Standing.STANDS
    months = renewal.recoverable_months
    if months is not None and at >= until + months * MONTH:
        return Standing.ASK_THE_BODY
    return Standing.RECOVERABLE
