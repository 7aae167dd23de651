"""What action learning costs, what it spares, and how many people it can reach."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

SETS_WHEN_NEW, SETS_WHEN_EXPERIENCED = 3, 6
"""So many sets at most does one facilitator look after at a time."""
SET_SIZE = 6
SMALLEST_SET, LARGEST_SET = 4, 8


# Cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """What an hour, a meeting or a year costs; None where nobody has said it."""

    facilitator_hour: float | None = None
    member_hour: float | None = None
    beside_hours: float = 0.0
    """What a facilitator works before and after each meeting."""
    platform_year: float | None = None
    other_year: float = 0.0

    @property
    def are_complete(self) -> bool:
        """Nought is an answer; leaving out is none."""
        needed = (self.facilitator_hour, self.member_hour, self.platform_year)
        return all(each is not None for each in needed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """The time of meetings held, and how much of a year they were held in."""

    meetings: int = 0
    facilitated_hours: float = 0.0
    """Of meetings that somebody from outside the set facilitates."""
    facilitated: int = 0
    member_hours: float = 0.0
    years: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """In the currency of the rates."""

    facilitators: float
    members: float
    platform: float
    other: float

    @property
    def total(self) -> float:
        return self.facilitators + self.members + self.platform + self.other

    def for_each(self, number: int) -> float | None:
        return self.total / number if number else None


def cost_of(spent: Spent, rates: Rates) -> Cost:
    """What is not known counts nothing: look at `Rates.are_complete` first."""
    hours = spent.facilitated_hours + spent.facilitated * rates.beside_hours
    return Cost(
        facilitators=hours * (rates.facilitator_hour or 0.0),
        members=spent.member_hours * (rates.member_hour or 0.0),
        platform=spent.years * (rates.platform_year or 0.0),
        other=spent.years * rates.other_year,
    )


# What it spares


@dataclass(frozen=True, slots=True)
class Estimate:
    """What an owner would otherwise have bought, and how far they stand by it.

    `share` is how much of it they owe to the set, `confidence` how sure they are of
    both; each from 0 to 1.
    """

    amount: float
    confidence: float
    share: float = 1.0

    @property
    def counts(self) -> float:
        """Isolated, then discounted: the careful end of what they think."""
        return self.amount * self.share * self.confidence


def avoided(estimates: Iterable[Estimate]) -> float:
    """The sum of what counts; whoever estimates nothing is taken to spare nothing."""
    return sum(each.counts for each in estimates)


def is_one_persons(amounts: Iterable[float]) -> bool:
    """Whether the sum is mostly one owner's, so that it would tell theirs."""
    known = list(amounts)
    return bool(known) and max(known) > sum(known) / 2


def return_on_investment(*, benefits: float, costs: float) -> float | None:
    """(benefits - costs) / costs: 0.25 is 25 percent; None where nothing was spent."""
    return (benefits - costs) / costs if costs > 0 else None


def rounded(amount: float, *, digits: int = 2) -> float:
    """To so many digits that count: estimates are no more exact than that."""
    return float(f"{amount:.{digits - 1}e}")


# Beside one-to-one coaching


@dataclass(frozen=True, slots=True, kw_only=True)
class Coaching:
    """What one-to-one coaching of some people would take."""

    people: int
    sessions: int
    coaches: int | None
    """None where nobody has said how many people a coach can take on."""
    price: float | None
    """None where nobody has said what a session costs."""


def coaching_for(
    people: int,
    *,
    sessions_each: int,
    people_per_coach: int | None = None,
    session_price: float | None = None,
) -> Coaching:
    """The same people, each with a coach of their own."""
    sessions = people * sessions_each
    return Coaching(
        people=people,
        sessions=sessions,
        coaches=ceil(people / people_per_coach) if people_per_coach else None,
        price=sessions * session_price if session_price is not None else None,
    )


# Capacity


@dataclass(frozen=True, slots=True, kw_only=True)
class Available:
    """Who is there to coach and to facilitate, and how many each can take on."""

    coaches: int = 0
    people_per_coach: int = 0
    new: int = 0
    experienced: int = 0
    set_size: int = SET_SIZE


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How many people are reached at a time."""

    by_coaching: int
    sets: int
    by_sets: int

    @property
    def together(self) -> int:
        return self.by_coaching + self.by_sets


def reach_of(available: Available) -> Reach:
    sets = available.new * SETS_WHEN_NEW + available.experienced * SETS_WHEN_EXPERIENCED
    return Reach(
        by_coaching=available.coaches * available.people_per_coach,
        sets=sets,
        by_sets=sets * available.set_size,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Needed:
    """What it takes to have so many people in sets."""

    people: int
    sets: int
    new: int
    """Facilitators, if all of them are new to it."""
    experienced: int
    """Facilitators, if all of them are experienced."""


def needed_for(people: int, *, set_size: int = SET_SIZE) -> Needed:
    """Sets of about that size; a remainder makes the others larger where it can.

    Seven people are one set of seven rather than one of six and somebody alone.
    """
    sets = sets_for(people, set_size=set_size)
    return Needed(
        people=people,
        sets=sets,
        new=ceil(sets / SETS_WHEN_NEW),
        experienced=ceil(sets / SETS_WHEN_EXPERIENCED),
    )


def sets_for(people: int, *, set_size: int = SET_SIZE) -> int:
    """As near to the size as leaves nobody over and no set too small or too large."""
    if people < SMALLEST_SET:
        return 0
    fewest, most = ceil(people / LARGEST_SET), people // SMALLEST_SET
    return min(max(ceil(people / set_size), fewest), most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Who is still missing before so many people are reached."""

    people: int
    """Neither with a coach nor in a set."""
    sets: int
    new: int
    experienced: int


def gap_to(people: int, available: Available) -> Gap:
    """More facilitators are what reaches the rest."""
    left = max(0, people - reach_of(available).together)
    needed = needed_for(left, set_size=available.set_size)
    sets = needed.sets or int(left > 0)
    return Gap(
        people=left,
        sets=sets,
        new=ceil(sets / SETS_WHEN_NEW),
        experienced=ceil(sets / SETS_WHEN_EXPERIENCED),
    )
