"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CohortsConfig(AppConfig):
    """How an organisation trains facilitators of its own."""

    name = "askwell.web.cohorts"
    label = "cohorts"
    verbose_name = _("cohorts of facilitators")
