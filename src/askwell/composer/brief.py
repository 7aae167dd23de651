"""What the composer is given: people, facilitators, rules, wishes, and what is fixed.

The rules are those of DOMAIN.md section 7. Everybody and everything has an `id` of
the caller's own; nothing here knows names.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Pair = tuple[str, str]

# A wish and how much it counts; `fairness` is what the poorest sets count.
USUAL_WEIGHTS: Mapping[str, float] = {
    "level": 0.15,
    "function": 0.15,
    "organisation": 0.15,
    "location": 0.10,
    "challenge": 0.20,
    "novelty": 0.10,
    "fairness": 0.15,
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to be put into a set.

    `available` has one bit for each block of the week in which they could meet; what
    a block is (two hours, or each possible beginning of a meeting) is the caller's.
    `challenge` is a direction: close directions are alike challenges. Empty means it
    is not known, and then it is like nobody's. `manager` is whom they report to,
    in the brief or not.
    """

    id: str
    organisation: str = ""
    function: str = ""
    level: int = 1
    location: str = ""
    manager: str | None = None
    available: int = 0
    challenge: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Facilitator:
    """Somebody who can take `capacity` sets; `person` where they are a member too.

    `line` is who, for the rule on reporting lines, they are in `Brief.managers`:
    `person` where they take part, else their own name there, if they have one.
    """

    id: str
    person: str | None = None
    organisation: str = ""
    location: str = ""
    available: int = 0
    capacity: int = 1
    line: str | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """What is never broken.

    `sets` is how many there are to be; None lets the composer choose among the
    numbers that sizes allow. `line_depth` is how many storeys of a reporting line
    are kept apart: 1 a person and their own manager, 2 their manager's manager too,
    0 nobody, None the whole line. `level_gap` is the most by which the levels in a
    set may differ, None any.
    """

    sets: int | None = None
    size_min: int = 5
    size_max: int = 8
    min_common_blocks: int = 2
    max_per_organisation: int | None = None
    min_organisations: int = 1
    line_depth: int | None = 1
    level_gap: int | None = None


@dataclass(frozen=True, slots=True)
class Locks:
    """What a search may not change.

    `people` says in which set somebody stays; `sets` are left wholly as they are in
    the proposal that is started from; `facilitators` says who keeps which set.
    """

    people: Mapping[str, str] = field(default_factory=dict)
    sets: frozenset[str] = frozenset()
    facilitators: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything a composition is made from.

    `must` pairs are put together, `must_not` pairs are kept apart, `exclusive` are
    groups of organisations of which no two may meet (competitors). `earlier` are the
    sets people sat in before. `managers` is the reporting line of people who are not
    in the brief themselves: who -> their manager. `unlike` asks for challenges that
    differ instead of alike ones. `weights` need not add up to 1.
    """

    people: tuple[Person, ...]
    facilitators: tuple[Facilitator, ...] = ()
    rules: Rules = Rules()
    weights: Mapping[str, float] = field(default_factory=lambda: USUAL_WEIGHTS)
    must: tuple[Pair, ...] = ()
    must_not: tuple[Pair, ...] = ()
    exclusive: tuple[frozenset[str], ...] = ()
    earlier: tuple[frozenset[str], ...] = ()
    managers: Mapping[str, str] = field(default_factory=dict)
    unlike: bool = False
    # The share of sets whose quality is fairness, the poorest first.
    fairness_share: float = 0.10
    locks: Locks = Locks()
