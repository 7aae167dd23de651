"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RunningConfig(AppConfig):
    """How a programme is made, looked after and wound up."""

    name = "askwell.web.running"
    label = "running"
    verbose_name = _("running")
