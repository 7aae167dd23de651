"""Draws the course of one or two measures, quarter by quarter."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from askwell.insight.metric import Metric, Unit
from askwell.insight.metrics import metric_named
from askwell.web.dashboards.queries import Chosen
from askwell.web.dashboards.wording import (
    in_short,
    name_in_table,
    short_name_of,
)
from askwell.web.releasing.wording import presented, value_as_text
from askwell.web.ui.charts import Line, Point, Series, line

WHOLE = 1.0


def drawn(chosen: Chosen, metrics: Sequence[str], *, title: str = "") -> Line | None:
    """Measures of one unit on one scale; None where no quarter shows any of them."""
    told = [metric_named(name) for name in metrics]
    # Two bands on top of each other tell nothing.
    series = [_series(chosen, each, banded=len(told) == 1) for each in told]
    if not any(point.value is not None for each in series for point in each.points):
        return None
    first = told[0]
    return line(
        series,
        title=title or _(first.title),
        says=" ".join(filter(None, (_says(chosen, each) for each in told))),
        over=_("Quarter"),
        written=lambda value: value_as_text(value, first),
        lowest=_lowest(first),
        highest=WHOLE if first.unit is Unit.SHARE else first.highest,
    )


def _lowest(metric: Metric) -> float | None:
    if metric.lowest is None or metric.unit in (Unit.SHARE, Unit.SCALE, Unit.INDEX):
        return metric.lowest
    # An amount that may fall below nought is drawn as far down as it fell.
    return None if metric.lowest < 0 else metric.lowest


def _series(chosen: Chosen, metric: Metric, *, banded: bool) -> Series:
    points = tuple(_points(chosen, metric, banded=banded))
    return Series(_(metric.title), points)


def _points(chosen: Chosen, metric: Metric, *, banded: bool) -> Iterator[Point]:
    for quarter in chosen.quarters:
        figure = chosen.at(metric.name, quarter)
        shown = figure if figure and figure.is_shown else None
        yield Point(
            name=name_in_table(quarter),
            value=shown.value if shown else None,
            said=in_short(figure, banded=banded),
            label=presented(shown) if shown else "",
            short=short_name_of(quarter),
            under=str(quarter.year),
            low=shown.low if shown and banded else None,
            high=shown.high if shown and banded else None,
        )


def _says(chosen: Chosen, metric: Metric) -> str:
    """From the first quarter that is shown to the last."""
    shown = [each for each in chosen.of(metric.name) if each.is_shown]
    if not shown:
        return ""
    first, last = shown[0], shown[-1]
    told = {
        "title": _(metric.title),
        "last": presented(last),
        "in_last": name_in_table(last.snapshot.quarter),
        "first": presented(first),
        "in_first": name_in_table(first.snapshot.quarter),
    }
    if first is last:
        return _("%(title)s: %(last)s in %(in_last)s.") % told
    return (
        _("%(title)s: from %(first)s in %(in_first)s to %(last)s in %(in_last)s.")
        % told
    )
