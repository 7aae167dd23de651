"""Which sets there are in the year, who sits in them, and how it goes with each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum
from itertools import chain, count
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from askwell.web.demo.naming import id_of
from askwell.web.demo.year.people import LEADING, SEATED, Someone, crowd

HOME = ZoneInfo("Europe/London")
MEMBERS, SETS_EACH = 6, 3
EVERY = timedelta(weeks=5)
NAMES = (
    "Slack Water", "Mill Race", "Long Room", "Tide Table", "Weir Street",
    "Copper Kettle", "Second Bell", "Lantern Yard", "Packhorse", "Stepping Stones",
    "Top Deck", "Kiln Lane", "Blue Door", "Signal Box", "Old Ferry", "Chalk Line",
    "Windlass", "Half Past Nine", "Lower Meadow", "Orchard Row", "Compass",
    "Garden Gate", "Quay Steps", "High Window",
)  # fmt: skip
HOURS = (time(9, 30), time(13), time(14))
# What a programme learns of who came, as the contracts of its sets say.
TELLS = ("counts", "counts", "names", "nothing")


class Fate(Enum):
    """What becomes of a set: after how many meetings it stops, if it does."""

    GOES_ON = None
    TAKES_TURNS = 99
    LAPSED_AT_ONCE = 2
    LAPSED = 4
    ENDED = 6
    ENDED_LATER = 9

    @property
    def has_lapsed(self) -> bool:
        return self in (Fate.LAPSED, Fate.LAPSED_AT_ONCE)

    @property
    def has_ended(self) -> bool:
        return self in (Fate.ENDED, Fate.ENDED_LATER)


GOES_ON, TURNS = Fate.GOES_ON, Fate.TAKES_TURNS
LAPSED, LAPSED_AT_ONCE = Fate.LAPSED, Fate.LAPSED_AT_ONCE
ENDED, ENDED_LATER = Fate.ENDED, Fate.ENDED_LATER


@dataclass(frozen=True, kw_only=True)
class Start:
    """People who begin together, so many days ago; one fate for each set."""

    name: str
    days_ago: int
    fates: tuple[Fate, ...]


@dataclass(frozen=True, kw_only=True)
class Extent:
    """How much of a year is made up, and from which seed."""

    starts: tuple[Start, ...]
    seed: int = 1

    @property
    def sets(self) -> int:
        return sum(len(each.fates) for each in self.starts)


WHOLE = Extent(
    starts=(
        Start(
            name="First cohort",
            days_ago=365,
            fates=(
                *(GOES_ON, TURNS, GOES_ON, LAPSED, TURNS, ENDED_LATER, TURNS),
                *(GOES_ON, LAPSED_AT_ONCE, ENDED_LATER),
            ),
        ),
        Start(
            name="Second cohort",
            days_ago=251,
            fates=(
                *(GOES_ON, GOES_ON, LAPSED, GOES_ON, ENDED, GOES_ON),
                *(GOES_ON, GOES_ON),
            ),
        ),
        Start(
            name="Third cohort",
            days_ago=146,
            fates=(*(GOES_ON,) * 5, LAPSED_AT_ONCE),
        ),
    )
)


@dataclass(frozen=True, kw_only=True)
class Manner:
    """How a set goes about a meeting, in shares from 0 to 1."""

    opens: float
    deepens: float
    evens: float
    comes: float
    acts: float
    learns: float


@dataclass(frozen=True, kw_only=True)
class Course:
    """One set and its year."""

    name: str
    cohort: str
    fate: Fate
    members: tuple[Someone, ...]
    facilitator: Someone
    meets_at: tuple[datetime, ...]
    next_at: datetime | None
    # Where it begins, and how much it grows with every meeting.
    skill: float
    growth: float
    counts_turns: bool
    attendance: str
    shares: bool
    # A member who goes after the third meeting, and who comes instead of them.
    leaves: Someone | None = None
    joins: Someone | None = None

    @property
    def id(self) -> UUID:
        return id_of("set", f"year/{self.name}")

    def manner(self, number: int) -> Manner:
        """At its first meeting (0) and after; a set that lapses thins out."""
        grown = min(0.95, self.skill + self.growth * number)
        fades = 0.12 * number if self.fate.has_lapsed else 0.0
        return Manner(
            opens=0.35 + 0.55 * grown,
            deepens=0.08 + 0.32 * grown,
            evens=grown,
            comes=0.93 - fades,
            acts=0.55 + 0.35 * grown - fades,
            learns=0.4 + 0.5 * grown,
        )

    def takes_turns_after(self) -> int | None:
        """After so many meetings its members facilitate by turns."""
        return 6 if self.fate is TURNS else None


@dataclass(frozen=True, kw_only=True)
class Plan:
    """All sets of a year, and everybody in them."""

    begun_at: datetime
    now: datetime
    seed: int
    starts: tuple[Start, ...]
    courses: tuple[Course, ...]
    facilitators: tuple[Someone, ...]

    @property
    def from_within(self) -> tuple[Someone, ...]:
        """Facilitators whom the organisations have; every fourth is hired."""
        return tuple(
            one for place, one in enumerate(self.facilitators) if (place + 1) % 4
        )

    @property
    def people(self) -> tuple[Someone, ...]:
        """Whoever sits in a set; everybody once."""
        return tuple(one for each in self.courses for one in people_of(each))

    @property
    def strangers(self) -> tuple[Someone, ...]:
        """All who are not of the cast; they are known from this year alone."""
        everybody = (*self.facilitators, *self.people)
        return tuple(one for one in everybody if not one.cast)

    def chance(self, what: str) -> Random:
        """The same for the same thing, whatever else is drawn."""
        return Random(f"{self.seed}/{what}")  # noqa: S311 - made up, not secret


def people_of(course: Course) -> tuple[Someone, ...]:
    """All who were ever members, those of the list first."""
    return (*course.members, *((course.joins,) if course.joins else ()))


def plan(extent: Extent, *, at: datetime) -> Plan:
    """The whole year seen from now; the same seed and moment give the same year."""
    chance = Random(extent.seed)  # noqa: S311 - made up, not secret
    many = -(-extent.sets // SETS_EACH)
    spare = extent.sets // 3
    strangers = crowd(extent.sets * MEMBERS + many + spare, chance=chance)
    facilitators = (LEADING, *strangers[: many - 1])
    everybody = chain((SEATED,), strangers[many:])
    drawing = _Drawing(
        everybody=everybody, facilitators=facilitators, now=at, chance=chance
    )
    return Plan(
        begun_at=at - timedelta(days=max(each.days_ago for each in extent.starts) + 30),
        now=at,
        seed=extent.seed,
        starts=extent.starts,
        courses=tuple(drawing.courses(extent)),
        facilitators=facilitators,
    )


@dataclass(kw_only=True)
class _Drawing:
    """Sets are drawn one after the other, from the same people and the same chance."""

    everybody: Iterator[Someone]
    facilitators: tuple[Someone, ...]
    now: datetime
    chance: Random

    def courses(self, extent: Extent) -> Iterator[Course]:
        place = count()
        for start in extent.starts:
            for fate in start.fates:
                yield self._course(next(place), start, fate)

    def _course(self, place: int, start: Start, fate: Fate) -> Course:
        """Everything alternates, so that there is some of all."""
        members = tuple(next(self.everybody) for _ in range(MEMBERS))
        moves = place % 3 == 1
        meets_at, next_at = self._dates(place, start, fate)
        return Course(
            name=NAMES[place % len(NAMES)],
            cohort=start.name,
            fate=fate,
            members=members,
            facilitator=self.facilitators[place % len(self.facilitators)],
            meets_at=meets_at,
            next_at=next_at,
            skill=self.chance.uniform(0.05, 0.35),
            growth=self.chance.uniform(0.04, 0.11),
            counts_turns=place % 2 == 0,
            attendance=TELLS[place % len(TELLS)],
            shares=(place + 1) % 3 > 0,
            leaves=members[-1] if moves else None,
            joins=next(self.everybody) if moves else None,
        )

    def _dates(
        self, place: int, start: Start, fate: Fate
    ) -> tuple[tuple[datetime, ...], datetime | None]:
        """Those that were held, and the next one of a set that goes on."""
        days = start.days_ago - 7 - (place * 5) % 21
        first, hour = self.now - timedelta(days=days), self.chance.choice(HOURS)
        held: list[datetime] = []
        while True:
            late = timedelta(days=self.chance.choice((0, 0, 1, 7)))
            when = _on_a_weekday(first + EVERY * len(held) + late, hour)
            if when > self.now - timedelta(hours=4):
                return tuple(held), when if fate in (GOES_ON, TURNS) else None
            if fate.value is not None and len(held) >= fate.value:
                return tuple(held), None
            held.append(when)


def _on_a_weekday(day: datetime, hour: time) -> datetime:
    local = day.astimezone(HOME).date()
    weekday = local - timedelta(days=max(0, local.weekday() - 4))
    return datetime.combine(weekday, hour, tzinfo=HOME)
