"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ActionsConfig(AppConfig):
    """Actions, below everything that uses them."""

    name = "askwell.web.actions"
    label = "actions"
    verbose_name = _("actions")
