"""The practice cases, one file each, the quiet ones of each context first."""

from askwell.practice.case import Case
from askwell.practice.cases.un_mentoring import CASE as UN_MENTORING

CASES: tuple[Case, ...] = (UN_MENTORING,)

_BY_NAME = {each.name: each for each in CASES}


def case_named(name: str) -> Case:
    """Raises KeyError for a name that no case has."""
    return _BY_NAME[name]
