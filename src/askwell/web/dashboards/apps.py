"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DashboardsConfig(AppConfig):
    """A programme in figures, for those who look after it or back it."""

    name = "askwell.web.dashboards"
    label = "dashboards"
    verbose_name = _("dashboards")
