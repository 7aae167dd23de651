"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DemoConfig(AppConfig):
    """The demonstration, on top of everything."""

    name = "askwell.web.demo"
    label = "demo"
    verbose_name = _("demonstration")
