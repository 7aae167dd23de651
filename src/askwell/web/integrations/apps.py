"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntegrationsConfig(AppConfig):
    """Carries notices out, above whatever a notice may be about."""

    name = "askwell.web.integrations"
    label = "integrations"
    verbose_name = _("integrations")
