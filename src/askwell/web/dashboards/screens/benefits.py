"""Lists all that action learning is said to be good for, and what is known of it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from askwell.insight.benefits import BENEFITS, About
from askwell.insight.metric import Metric
from askwell.web.dashboards.queries import Chosen
from askwell.web.dashboards.wording import note_of, shown, why_not


@dataclass(frozen=True)
class Known:
    """One measure of a benefit, and its last value; without one, `note` says why."""

    name: str
    title: str
    value: str
    note: str


@dataclass(frozen=True)
class Row:
    """One benefit; what is not measured of it stands beside what is."""

    name: str
    title: str
    said: str
    measures: tuple[Known, ...]
    not_measured: tuple[tuple[str, str], ...]


def rows(chosen: Chosen | None) -> list[Row]:
    """In the order of the table of benefits; before the first figures without any."""
    return [_row(each, chosen) for each in BENEFITS]


def _row(about: About, chosen: Chosen | None) -> Row:
    return Row(
        name=about.benefit.value,
        title=_(about.title),
        said=_(about.said),
        measures=tuple(_known(each, chosen) for each in about.metrics),
        not_measured=tuple((_(each.what), _(each.why)) for each in about.not_measured),
    )


def _known(metric: Metric, chosen: Chosen | None) -> Known:
    title, asks = _(metric.title), _(metric.asks)
    if chosen is None:
        return Known(metric.name, title, "", asks)
    if parts := _parts(chosen, metric):
        return Known(metric.name, title, parts, asks)
    figure = chosen.latest(metric.name)
    if figure is None or not figure.is_shown:
        return Known(metric.name, title, "", why_not(figure))
    note = note_of(figure, chosen.snapshot)
    return Known(metric.name, title, shown(figure, chosen), note)


def _parts(chosen: Chosen, metric: Metric) -> str:
    """Of a measure with several parts, how many of them there are."""
    told = [
        figure
        for (name, about), figure in chosen.figures.items()
        if name == metric.name and about and figure.is_shown
    ]
    return _("%(number)s parts") % {"number": len(told)} if told else ""
