"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GrowthConfig(AppConfig):
    """How a person, and how a set, has grown: for themselves alone."""

    name = "askwell.web.growth"
    label = "growth"
    verbose_name = _("growth")
