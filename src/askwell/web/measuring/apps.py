"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeasuringConfig(AppConfig):
    """Measures of closed meetings and of rows: thrown away and rebuilt at will."""

    name = "askwell.web.measuring"
    label = "measuring"
    verbose_name = _("measuring")
