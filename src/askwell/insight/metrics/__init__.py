"""All metrics, in the order in which pages and reference show them."""

from askwell.insight.metric import Metric
from askwell.insight.metrics.changing_fast import CHANGING_FAST
from askwell.insight.metrics.clearer_now import CLEARER_NOW
from askwell.insight.metrics.ei_index import EI_INDEX
from askwell.insight.metrics.engagement import ENGAGEMENT
from askwell.insight.metrics.keeping_up import KEEPING_UP
from askwell.insight.metrics.learning_culture import LEARNING_CULTURE
from askwell.insight.metrics.licensed import LICENSED
from askwell.insight.metrics.listening import LISTENING
from askwell.insight.metrics.new_ties import NEW_TIES
from askwell.insight.metrics.psychological_safety import PSYCHOLOGICAL_SAFETY
from askwell.insight.metrics.said_freely import SAID_FREELY
from askwell.insight.metrics.support_in_change import SUPPORT_IN_CHANGE
from askwell.insight.metrics.team_reflexivity import TEAM_REFLEXIVITY
from askwell.insight.metrics.tie_reciprocity import TIE_RECIPROCITY
from askwell.insight.metrics.ties import TIES
from askwell.insight.metrics.trust import TRUST

METRICS: tuple[Metric, ...] = (
    LISTENING,
    PSYCHOLOGICAL_SAFETY,
    SAID_FREELY,
    CLEARER_NOW,
    TEAM_REFLEXIVITY,
    EI_INDEX,
    NEW_TIES,
    TIE_RECIPROCITY,
    TIES,
    TRUST,
    ENGAGEMENT,
    LEARNING_CULTURE,
    KEEPING_UP,
    CHANGING_FAST,
    SUPPORT_IN_CHANGE,
    *LICENSED,
)

_BY_NAME = {metric.name: metric for metric in METRICS}


def metric_named(name: str) -> Metric:
    """Raises KeyError for a name that no metric has."""
    return _BY_NAME[name]
