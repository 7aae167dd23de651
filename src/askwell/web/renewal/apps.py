"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RenewalConfig(AppConfig):
    """A set's health, going on and ending, above all it looks at."""

    name = "askwell.web.renewal"
    label = "renewal"
    verbose_name = _("renewal")
