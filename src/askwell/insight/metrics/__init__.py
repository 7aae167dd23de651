"""All metrics, in the order in which pages and reference show them."""

from askwell.insight.metric import Metric

METRICS: tuple[Metric, ...] = ()

_BY_NAME = {metric.name: metric for metric in METRICS}


def metric_named(name: str) -> Metric:
    """Raises KeyError for a name that no metric has."""
    return _BY_NAME[name]
