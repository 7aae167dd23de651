"""How figures, and what is withheld, are said in the reader's language."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.insight.guard.rounding import DECIMALS
from askwell.insight.metric import Metric, Unit
from askwell.insight.metrics import metric_named
from askwell.web.releasing.models import Figure

Withheld = Figure.Withheld


def presented(figure: Figure) -> str:
    """The value as text with its unit; empty where it is withheld."""
    if figure.value is None:
        return ""
    return value_as_text(figure.value, metric_named(figure.metric))


def presented_band(figure: Figure) -> str:
    """Between what the value may well lie; empty where nothing is known of it."""
    if figure.low is None or figure.high is None:
        return ""
    metric = metric_named(figure.metric)
    return _("%(low)s to %(high)s") % {
        "low": value_as_text(figure.low, metric),
        "high": value_as_text(figure.high, metric),
    }


def value_as_text(value: float, metric: Metric) -> str:
    """As it is released: "62 %", "4.1 of 7", "38 days", with a minus that is one."""
    return _as_text(value, metric).replace("-", "−")


def _as_text(value: float, metric: Metric) -> str:
    match metric.unit:
        case Unit.SHARE:
            return _("%(number)s %%") % {"number": number_format(round(value * 100))}
        case Unit.DAYS:
            days = round(value)
            words = ngettext("%(number)s day", "%(number)s days", days)
            return words % {"number": number_format(days)}
        case Unit.SCALE if metric.highest is not None:
            return _("%(number)s of %(highest)s") % {
                "number": number_format(value, DECIMALS[Unit.SCALE]),
                "highest": number_format(metric.highest, 0),
            }
        case Unit.MONEY:
            return number_format(round(value), force_grouping=True)
    return number_format(value, DECIMALS[metric.unit])


def withheld(figure: Figure) -> str:
    """Why a figure is not shown, kindly, and with nothing that would tell it."""
    match figure.withheld:
        case Withheld.NOTHING:
            return _("Nothing was recorded in these months that this counts.")
        case Withheld.FEW if figure.cohort_id:
            return _(
                "Not shown for this cohort: it takes at least six sets, so that no "
                "figure is about somebody. They count in the whole programme."
            )
        case Withheld.FEW:
            return _(
                "Not shown yet: it takes at least ten people in three sets, so that "
                "no figure is about somebody."
            )
        case Withheld.TELLING:
            return _(
                "Not shown this time: put beside earlier figures it could point at "
                "somebody. It comes back once more people have come or gone."
            )
        case Withheld.ALIKE:
            return _(
                "Not shown this time: it would say nearly the same of everybody, and "
                "so of each one of them."
            )
    return ""
