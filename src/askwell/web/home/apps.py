"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """Above all others, which it only reads; it keeps what somebody let go."""

    name = "askwell.web.home"
    label = "home"
    verbose_name = _("home")
