"""Times and figures of a report, as people read them."""

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from askwell.transcripts.report import Figure, Unit
from askwell.web.transcripts.screens import clock

register = template.Library()
register.filter("at", clock.at)
register.filter("lasting", clock.lasting)


@register.filter
def told(figure: Figure) -> str:
    """The value of a figure in its unit; a dash where it cannot be told."""
    if figure.value is None:
        return _("cannot be told")
    match figure.unit:
        case Unit.SHARE:
            return _("%(number)d %%") % {"number": round(100 * figure.value)}
        case Unit.SECONDS if figure.value < 10:  # noqa: PLR2004 - tenths matter
            return _("%(number)s s") % {"number": number_format(figure.value, 1)}
        case Unit.SECONDS:
            return clock.lasting(figure.value)
        case Unit.TIMES:
            return number_format(round(figure.value))
        case _:
            return number_format(figure.value, 2)
