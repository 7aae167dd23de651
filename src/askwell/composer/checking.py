"""Finds what makes no sense in a brief before anybody is put anywhere."""

from dataclasses import dataclass
from enum import StrEnum

from askwell.composer.brief import Brief


class Wrong(StrEnum):
    """What can be wrong with a brief; `Fault` says whom it is about."""

    NOBODY = "nobody"
    PERSON_TWICE = "person_twice"
    FACILITATOR_TWICE = "facilitator_twice"
    SIZES = "sizes"
    NUMBER_OF_SETS = "number_of_sets"
    NEGATIVE_RULE = "negative_rule"
    ORGANISATION_RULES = "organisation_rules"
    WEIGHTS = "weights"
    UNKNOWN_WISH = "unknown_wish"
    FAIRNESS_SHARE = "fairness_share"
    CHALLENGE_LENGTHS = "challenge_lengths"
    UNKNOWN_IN_MUST = "unknown_in_must"
    UNKNOWN_IN_MUST_NOT = "unknown_in_must_not"
    UNKNOWN_MEMBER_FACILITATOR = "unknown_member_facilitator"
    UNKNOWN_LOCKED_PERSON = "unknown_locked_person"
    UNKNOWN_LOCKED_FACILITATOR = "unknown_locked_facilitator"
    PAIR_WITH_ONESELF = "pair_with_oneself"
    MUST_AND_MUST_NOT = "must_and_must_not"
    MUST_CHAIN_TOO_LARGE = "must_chain_too_large"
    MUST_IN_ONE_LINE = "must_in_one_line"
    MUST_ACROSS_LEVELS = "must_across_levels"
    MUST_OF_COMPETITORS = "must_of_competitors"
    MUST_LOCKED_APART = "must_locked_apart"
    MUST_NOT_LOCKED_TOGETHER = "must_not_locked_together"
    LOCKED_SET_TOO_LARGE = "locked_set_too_large"
    TOO_MANY_LOCKED_SETS = "too_many_locked_sets"
    CAPACITY = "capacity"
    OWN_MANAGER = "own_manager"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: what, about whom (ids), and the numbers that say it.

    `about` is empty where a private wish (must not) would be shown by it: then only
    the count is told. `there` is what the brief has, `allowed` what could be.
    """

    wrong: Wrong
    about: tuple[str, ...] = ()
    there: int | None = None
    allowed: int | None = None


def check(brief: Brief) -> tuple[Fault, ...]:
    """Everything wrong with a brief, in the order of `Wrong`; none is ()."""
    raise NotImplementedError
