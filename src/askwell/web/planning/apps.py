"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlanningConfig(AppConfig):
    """Meetings in time, above the meetings it puts there."""

    name = "askwell.web.planning"
    label = "planning"
    verbose_name = _("planning")
