"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """Above meetings and actions, which it only reads."""

    name = "askwell.web.home"
    label = "home"
    verbose_name = _("home")
