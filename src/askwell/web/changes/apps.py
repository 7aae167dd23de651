"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ChangesConfig(AppConfig):
    """What changes around an organisation, and what was learned of it."""

    name = "askwell.web.changes"
    label = "changes"
    verbose_name = _("changes")
