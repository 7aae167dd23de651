"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SurveysConfig(AppConfig):
    """What people are asked in few words, and the counts of what they answer."""

    name = "askwell.web.surveys"
    label = "surveys"
    verbose_name = _("surveys")
