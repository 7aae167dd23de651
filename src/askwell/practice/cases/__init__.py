"""The practice cases, one file each, the quiet ones of each context first."""

from askwell.practice.case import Case
from askwell.practice.cases.cash_crisis import CASE as CASH_CRISIS
from askwell.practice.cases.change_fatigue import CASE as CHANGE_FATIGUE
from askwell.practice.cases.competitor_topics import CASE as COMPETITOR_TOPICS
from askwell.practice.cases.hidden_agendas import CASE as HIDDEN_AGENDAS
from askwell.practice.cases.host_dominance import CASE as HOST_DOMINANCE
from askwell.practice.cases.mandated import CASE as MANDATED
from askwell.practice.cases.mixed_rank import CASE as MIXED_RANK
from askwell.practice.cases.telling_the_method import CASE as TELLING_THE_METHOD
from askwell.practice.cases.un_mentoring import CASE as UN_MENTORING

CASES: tuple[Case, ...] = (
    UN_MENTORING,
    COMPETITOR_TOPICS,
    CASH_CRISIS,
    MIXED_RANK,
    HOST_DOMINANCE,
    HIDDEN_AGENDAS,
    TELLING_THE_METHOD,
    MANDATED,
    CHANGE_FATIGUE,
)

_BY_NAME = {each.name: each for each in CASES}


def case_named(name: str) -> Case:
    """Raises KeyError for a name that no case has."""
    return _BY_NAME[name]
