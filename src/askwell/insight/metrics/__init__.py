"""All metrics, in the order in which pages and reference show them."""

from askwell.insight.metric import Metric
from askwell.insight.metrics.asking_share import ASKING_SHARE
from askwell.insight.metrics.attendance import ATTENDANCE
from askwell.insight.metrics.avoided_spend import AVOIDED_SPEND
from askwell.insight.metrics.challenging_share import CHALLENGING_SHARE
from askwell.insight.metrics.changes_learned import CHANGES_LEARNED
from askwell.insight.metrics.changes_noticed import CHANGES_NOTICED
from askwell.insight.metrics.changing_fast import CHANGING_FAST
from askwell.insight.metrics.clearer_now import CLEARER_NOW
from askwell.insight.metrics.continuity import CONTINUITY
from askwell.insight.metrics.cost import COST
from askwell.insight.metrics.coverage import COVERAGE
from askwell.insight.metrics.days_bid_to_action import DAYS_BID_TO_ACTION
from askwell.insight.metrics.days_bid_to_learning import DAYS_BID_TO_LEARNING
from askwell.insight.metrics.days_to_first_meeting import DAYS_TO_FIRST_MEETING
from askwell.insight.metrics.days_to_loop import DAYS_TO_LOOP
from askwell.insight.metrics.ei_index import EI_INDEX
from askwell.insight.metrics.engagement import ENGAGEMENT
from askwell.insight.metrics.goal_attainment import GOAL_ATTAINMENT
from askwell.insight.metrics.initiatives_linked import INITIATIVES_LINKED
from askwell.insight.metrics.inside_facilitators import INSIDE_FACILITATORS
from askwell.insight.metrics.keeping_up import KEEPING_UP
from askwell.insight.metrics.lapsed import LAPSED
from askwell.insight.metrics.learning_culture import LEARNING_CULTURE
from askwell.insight.metrics.learning_over_change import LEARNING_OVER_CHANGE
from askwell.insight.metrics.level_equality import LEVEL_EQUALITY
from askwell.insight.metrics.level_mix import LEVEL_MIX
from askwell.insight.metrics.licensed import LICENSED
from askwell.insight.metrics.listening import LISTENING
from askwell.insight.metrics.meetings_held import MEETINGS_HELD
from askwell.insight.metrics.months_to_self_facilitating import (
    MONTHS_TO_SELF_FACILITATING,
)
from askwell.insight.metrics.net_benefit import NET_BENEFIT
from askwell.insight.metrics.new_ties import NEW_TIES
from askwell.insight.metrics.offers_kept import OFFERS_KEPT
from askwell.insight.metrics.open_share import OPEN_SHARE
from askwell.insight.metrics.participation import PARTICIPATION
from askwell.insight.metrics.past_six import PAST_SIX
from askwell.insight.metrics.people_reached import PEOPLE_REACHED
from askwell.insight.metrics.psychological_safety import PSYCHOLOGICAL_SAFETY
from askwell.insight.metrics.questioners_per_slot import QUESTIONERS_PER_SLOT
from askwell.insight.metrics.renewal import RENEWAL
from askwell.insight.metrics.report_backs_first import REPORT_BACKS_FIRST
from askwell.insight.metrics.return_on_investment import RETURN_ON_INVESTMENT
from askwell.insight.metrics.reviews_tried import REVIEWS_TRIED
from askwell.insight.metrics.said_freely import SAID_FREELY
from askwell.insight.metrics.self_facilitating import SELF_FACILITATING
from askwell.insight.metrics.slot_outcomes import SLOT_OUTCOMES
from askwell.insight.metrics.slots_with_learning import SLOTS_WITH_LEARNING
from askwell.insight.metrics.stars_per_slot import STARS_PER_SLOT
from askwell.insight.metrics.stories_published import STORIES_PUBLISHED
from askwell.insight.metrics.strategic_share import STRATEGIC_SHARE
from askwell.insight.metrics.support_in_change import SUPPORT_IN_CHANGE
from askwell.insight.metrics.systemic_share import SYSTEMIC_SHARE
from askwell.insight.metrics.team_reflexivity import TEAM_REFLEXIVITY
from askwell.insight.metrics.themes_shared import THEMES_SHARED
from askwell.insight.metrics.tie_reciprocity import TIE_RECIPROCITY
from askwell.insight.metrics.ties import TIES
from askwell.insight.metrics.topics_moved_on import TOPICS_MOVED_ON
from askwell.insight.metrics.trust import TRUST
from askwell.insight.metrics.turn_equality import TURN_EQUALITY
from askwell.insight.metrics.unlearned_backlog import UNLEARNED_BACKLOG

METRICS: tuple[Metric, ...] = (
    LISTENING,
    OPEN_SHARE,
    ASKING_SHARE,
    STARS_PER_SLOT,
    QUESTIONERS_PER_SLOT,
    CHALLENGING_SHARE,
    TURN_EQUALITY,
    OFFERS_KEPT,
    PSYCHOLOGICAL_SAFETY,
    SAID_FREELY,
    CLEARER_NOW,
    STRATEGIC_SHARE,
    SLOTS_WITH_LEARNING,
    SYSTEMIC_SHARE,
    PARTICIPATION,
    TEAM_REFLEXIVITY,
    DAYS_BID_TO_ACTION,
    DAYS_BID_TO_LEARNING,
    REVIEWS_TRIED,
    REPORT_BACKS_FIRST,
    INITIATIVES_LINKED,
    EI_INDEX,
    NEW_TIES,
    TIE_RECIPROCITY,
    TIES,
    TRUST,
    STORIES_PUBLISHED,
    THEMES_SHARED,
    ENGAGEMENT,
    MEETINGS_HELD,
    ATTENDANCE,
    GOAL_ATTAINMENT,
    SLOT_OUTCOMES,
    TOPICS_MOVED_ON,
    LEVEL_MIX,
    LEVEL_EQUALITY,
    PEOPLE_REACHED,
    COST,
    AVOIDED_SPEND,
    NET_BENEFIT,
    RETURN_ON_INVESTMENT,
    LEARNING_CULTURE,
    KEEPING_UP,
    CHANGING_FAST,
    SUPPORT_IN_CHANGE,
    *LICENSED,
    CONTINUITY,
    RENEWAL,
    COVERAGE,
    PAST_SIX,
    INSIDE_FACILITATORS,
    SELF_FACILITATING,
    MONTHS_TO_SELF_FACILITATING,
    LAPSED,
    DAYS_TO_FIRST_MEETING,
    CHANGES_NOTICED,
    CHANGES_LEARNED,
    LEARNING_OVER_CHANGE,
    UNLEARNED_BACKLOG,
    DAYS_TO_LOOP,
)

RULES = 1
"""Rises whenever closed meetings are to be measured anew: a metric came, or changed."""

_BY_NAME = {metric.name: metric for metric in METRICS}


def metric_named(name: str) -> Metric:
    """Raises KeyError for a name that no metric has."""
    return _BY_NAME[name]
