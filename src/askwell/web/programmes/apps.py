"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammesConfig(AppConfig):
    """Programmes, below everything that uses them."""

    name = "askwell.web.programmes"
    label = "programmes"
    verbose_name = _("programmes")
