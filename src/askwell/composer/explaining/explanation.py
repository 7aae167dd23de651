"""The reasons a set is as it is, for others to word."""

from dataclasses import dataclass
from enum import StrEnum

from askwell.composer.appraising.appraisal import Alikeness


class Standing(StrEnum):
    """Where a set stands among all sets of the proposal."""

    AMONG_THE_BEST = "among_the_best"
    LIKE_MOST = "like_most"
    AMONG_THE_POOREST = "among_the_poorest"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Trait:
    """How a set does on a wish (never the challenge), and how sets usually do.

    `value` and `usual` are 0..1; `kinds` is how many different ones there are among
    the members (levels, functions, organisations, places), for new faces how many
    pairs have met before.
    """

    wish: str
    value: float
    usual: float
    kinds: int


class Shaper(StrEnum):
    """A rule that left little choice, or the lack of one."""

    # `people` are to be together.
    MUST = "must"
    # `people` can hardly meet: each is free in no more than `count` blocks.
    FEW_HOURS = "few_hours"
    # The set has just `count` blocks in common; the rule asks for so many.
    JUST_ENOUGH_HOURS = "just_enough_hours"
    # An organisation (`about`) has as many members here as may be: `count`.
    ORGANISATION_FULL = "organisation_full"
    # No fewer organisations may be in a set than the `count` here.
    JUST_ENOUGH_ORGANISATIONS = "just_enough_organisations"
    # The set has as few or as many members as may be: `count`.
    SMALLEST = "smallest"
    LARGEST = "largest"
    # The levels differ by as much as may be: `count`.
    LEVELS_AT_THE_GAP = "levels_at_the_gap"
    # `people` were kept where somebody wanted them.
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Shaping:
    """One rule that shaped a set: for whom (ids), and the number that says it."""

    by: Shaper
    people: tuple[str, ...] = ()
    about: str = ""
    count: int = 0


class FacilitatorReason(StrEnum):
    """Why this facilitator, or why none."""

    LOCKED = "locked"
    ONLY_ONE_WHO_FITS = "only_one_who_fits"
    ONE_OF_FEW = "one_of_few"
    ONE_OF_MANY = "one_of_many"
    DOES_NOT_FIT = "does_not_fit"
    NOBODY_FITS = "nobody_fits"
    ALL_TAKEN = "all_taken"


@dataclass(frozen=True, slots=True)
class FacilitatorExplained:
    """Why a set has the facilitator it has.

    `fitting` is how many of all facilitators could take this set; `sets` of
    `capacity` is what this one takes; `outside` says that none of the members is of
    their organisation; `common_blocks` when they and the set can meet.
    """

    reason: FacilitatorReason
    facilitator: str | None = None
    fitting: int = 0
    sets: int = 0
    capacity: int = 0
    common_blocks: int = 0
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a set is as it is; nothing in it tells whose challenge is near whose.

    `strong` and `weak` are the wishes on which it differs most from the others, the
    most telling first; `shaped` the rules that left least choice, the tightest
    first. `challenges` is one word, and None where fewer than four are known.
    `common_blocks` is when all members could meet.
    """

    set_id: str
    standing: Standing
    strong: tuple[Trait, ...] = ()
    weak: tuple[Trait, ...] = ()
    shaped: tuple[Shaping, ...] = ()
    facilitator: FacilitatorExplained | None = None
    challenges: Alikeness | None = None
    common_blocks: int = 0
