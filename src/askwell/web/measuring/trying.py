"""What a set said about trying what its review wanted, as a number."""

from askwell.insight.metrics.reviews_tried import REVIEWS_TRIED as METRIC
from askwell.insight.tally import Sum, sum_of
from askwell.web.learning.models import Tried

REVIEWS_TRIED = METRIC.name
WORTH = {Tried.Answer.YES: 1.0, Tried.Answer.PARTLY: 0.5, Tried.Answer.NO: 0.0}


def as_sum(tried: Tried) -> Sum:
    """Tried in part counts half."""
    return sum_of([WORTH[Tried.Answer(tried.answer)]])
