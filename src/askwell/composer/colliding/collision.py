"""What collides, for whom, and which smaller brief would do."""

from dataclasses import dataclass
from enum import StrEnum

from askwell.composer.brief import Brief
from askwell.composer.proposal import Rule


class Clash(StrEnum):
    """The ways in which rules collide; `Collision` has ids and numbers."""

    # `there` people, and `needed` for so many sets of the smallest size.
    TOO_FEW_PEOPLE = "too_few_people"
    # `there` people, and room for `needed` in so many sets of the largest size.
    TOO_MANY_PEOPLE = "too_many_people"
    # No number of sets divides `there` people within the sizes.
    NO_NUMBER_FITS = "no_number_fits"
    # `people` are in no block that is free with size_min - 1 others: `there` at most
    # could meet, `needed` are to.
    NO_COMMON_TIME = "no_common_time"
    # An organisation has `there` people, and all sets have room for `needed` of it.
    ORGANISATION_TOO_LARGE = "organisation_too_large"
    # Sets of `needed` organisations are asked for, and `there` can be had.
    TOO_FEW_ORGANISATIONS = "too_few_organisations"
    # Facilitators can take `there` sets, `needed` are to be.
    TOO_LITTLE_CAPACITY = "too_little_capacity"
    # At most `there` of `needed` sets can have a facilitator who fits.
    NO_FACILITATOR_FITS = "no_facilitator_fits"
    # A must pair or chain (`people`) that another rule keeps apart.
    MUST_IN_ONE_LINE = "must_in_one_line"
    MUST_AGAINST_PRIVATE_WISH = "must_against_private_wish"
    MUST_WITHOUT_COMMON_TIME = "must_without_common_time"
    MUST_ACROSS_LEVELS = "must_across_levels"
    MUST_OF_COMPETITORS = "must_of_competitors"
    MUST_TOO_MANY = "must_too_many"
    # `people` have too few others within the level gap: sets of `there`, not `needed`.
    LEVELS_TOO_FAR = "levels_too_far"
    # `organisations` that may not meet need `needed` sets, and there are `there`.
    COMPETITORS = "competitors"
    # `there` people of one reporting line are kept apart, in `needed` sets.
    LINE_TOO_LONG = "line_too_long"
    # People locked together who break a rule as they are.
    LOCKED_IN_BREACH = "locked_in_breach"
    # Nothing collides: a search that went on from the proposal kept every rule.
    SEARCH_LONGER = "search_longer"
    # Nothing above explains it: these rules together were not all kept.
    TOGETHER = "together"


class Lever(StrEnum):
    """What a relaxation changes."""

    SETS = "sets"
    SIZE_MIN = "size_min"
    SIZE_MAX = "size_max"
    MIN_COMMON_BLOCKS = "min_common_blocks"
    MAX_PER_ORGANISATION = "max_per_organisation"
    MIN_ORGANISATIONS = "min_organisations"
    LINE_DEPTH = "line_depth"
    LEVEL_GAP = "level_gap"
    # The pair in `about` is no longer to be together; nobody named: `before` pairs.
    MUST = "must"
    # The organisations in `about` may meet.
    EXCLUSIVE = "exclusive"
    # The facilitators in `about` take `after` sets instead of `before`.
    CAPACITY = "capacity"
    # The people in `about` wait for a later round.
    WITHOUT = "without"
    # The locks in `about` are undone.
    LOCK = "lock"


@dataclass(frozen=True, slots=True)
class Relaxing:
    """One change of a brief; None stands for "no such rule" where that can be."""

    lever: Lever
    before: int | None = None
    after: int | None = None
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A changed brief that would do, and what was changed.

    `concerns` is how many people it is felt by. `tried`: a search with it kept every
    rule; else it is arithmetically sure that this collision is gone, and others, if
    there are any, are listed beside it.
    """

    changes: tuple[Relaxing, ...]
    brief: Brief
    concerns: int
    tried: bool


@dataclass(frozen=True, slots=True)
class Collision:
    """Rules that cannot all be kept: which, for whom (ids), and what would help.

    `relaxations` begin with the smallest. Private wishes (must not) name nobody.
    """

    clash: Clash
    rules: tuple[Rule, ...]
    people: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    facilitators: tuple[str, ...] = ()
    there: int | None = None
    needed: int | None = None
    relaxations: tuple[Relaxation, ...] = ()
