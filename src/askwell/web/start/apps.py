"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StartConfig(AppConfig):
    """Beginning a set, above everything a beginning touches."""

    name = "askwell.web.start"
    label = "start"
    verbose_name = _("start")
