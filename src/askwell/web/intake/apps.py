"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntakeConfig(AppConfig):
    """How people are asked into a programme, and what they say of themselves."""

    name = "askwell.web.intake"
    label = "intake"
    verbose_name = _("intake")
