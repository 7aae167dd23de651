"""How quarters are named, and how a figure is set beside the one before."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.insight.metric import Metric, Unit
from askwell.insight.metrics import metric_named
from askwell.insight.periods import Quarter
from askwell.web.dashboards.queries import Chosen
from askwell.web.releasing.models import Figure, Snapshot
from askwell.web.releasing.wording import presented, presented_band, withheld


def name_of(quarter: Quarter) -> str:
    return _("Quarter %(number)s of %(year)s") % {
        "number": quarter.number,
        "year": quarter.year,
    }


def name_in_table(quarter: Quarter) -> str:
    named = {"number": quarter.number, "year": quarter.year}
    return _("Q%(number)s %(year)s") % named


def short_name_of(quarter: Quarter) -> str:
    """Under a picture, where the year stands below it."""
    return _("Q%(number)s") % {"number": quarter.number}


def of_earlier(quarter: Quarter, looked_at: Quarter | None) -> str:
    """A sentence to follow what is of another quarter than the one looked at."""
    if quarter == looked_at:
        return ""
    return _(" That was in %(quarter)s.") % {"quarter": name_in_table(quarter)}


def shown(figure: Figure, chosen: Chosen) -> str:
    """The value as text; money with its currency."""
    text = presented(figure)
    is_money = metric_named(figure.metric).unit is Unit.MONEY
    return f"{chosen.currency} {text}".strip() if is_money else text


def said(figure: Figure | None) -> str:
    """The value as text, or that there is none; for a cell of a table."""
    if figure is None:
        return _("not counted")
    if not figure.is_shown:
        return _("not shown: %(why)s") % {"why": figure.get_withheld_display()}
    band = presented_band(figure)
    between = _("%(value)s (%(band)s)") % {"value": presented(figure), "band": band}
    return between if band else presented(figure)


def in_short(figure: Figure | None, *, banded: bool) -> str:
    """The same for a narrow cell of a table; its band only where it is drawn."""
    if figure and figure.is_shown:
        return said(figure) if banded else presented(figure)
    match figure.withheld if figure else Figure.Withheld.NOTHING:
        case Figure.Withheld.FEW:
            return _("too few people")
        case Figure.Withheld.TELLING:
            return _("could point at somebody")
        case Figure.Withheld.ALIKE:
            return _("nearly all alike")
    return _("nothing recorded")


def why_not(figure: Figure | None) -> str:
    """Why nothing is shown, in whole sentences."""
    if figure is None:
        return _("Nothing was recorded in these months that this counts.")
    return withheld(figure)


def of_whom(figure: Figure) -> str:
    """Of how many it speaks: people in fives."""
    if not figure.people:
        return ""
    words = ngettext(
        "at least %(people)s people in %(sets)s set",
        "at least %(people)s people in %(sets)s sets",
        figure.sets,
    )
    return words % {"people": number_format(figure.people), "sets": figure.sets}


def note_of(figure: Figure, snapshot: Snapshot) -> str:
    """Of whom, and of when where that is not the quarter looked at."""
    if figure.snapshot_id == snapshot.pk:
        return of_whom(figure)
    parts = (name_of(figure.snapshot.quarter), of_whom(figure))
    return ", ".join(each for each in parts if each)


def since(metric: Metric, now: Figure | None, before: Figure | None) -> str:
    """How much more or less than the quarter before; empty where one is not known."""
    if now is None or before is None or now.value is None or before.value is None:
        return ""
    if metric.unit is Unit.SHARE:
        return _points(round(100 * now.value) - round(100 * before.value))
    if presented(now) == presented(before):
        return _(", as in the quarter before")
    more, less = _(", up from %(before)s"), _(", down from %(before)s")
    words = more if now.value > before.value else less
    return words % {"before": presented(before)}


def _points(by: int) -> str:
    if not by:
        return _(", as in the quarter before")
    words = (
        ngettext(
            ", %(number)s point more than the quarter before",
            ", %(number)s points more than the quarter before",
            by,
        )
        if by > 0
        else ngettext(
            ", %(number)s point less than the quarter before",
            ", %(number)s points less than the quarter before",
            -by,
        )
    )
    return words % {"number": abs(by)}
