"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PassportsConfig(AppConfig):
    """What a facilitator has done and learned, and how to show it."""

    name = "askwell.web.passports"
    label = "passports"
    verbose_name = _("passports")
