"""Draws a measure of several parts, such as the ties between two areas."""

from django.utils.translation import gettext as _

from askwell.insight.metric import Metric
from askwell.web.dashboards.queries import Chosen
from askwell.web.dashboards.wording import said
from askwell.web.releasing.models import Figure
from askwell.web.releasing.wording import presented
from askwell.web.ui.charts import Bar, Bars, bar, bars


def drawn(chosen: Chosen, metric: Metric) -> Bars | None:
    """By name, never by size; None for a measure of one part."""
    found = sorted(
        (about, figure)
        for (name, about), figure in chosen.figures.items()
        if name == metric.name and about
    )
    if not found:
        return None
    return bars(
        [_bar(about, figure) for about, figure in found],
        title=_(metric.title),
        says=_(metric.reads),
        over=_("Part"),
        parts=[_("Value")],
    )


def _bar(about: str, figure: Figure) -> Bar:
    name = about.replace("|", " – ")
    shown = presented(figure) if figure.is_shown else said(figure)
    return bar(name, figure.value, shown)
