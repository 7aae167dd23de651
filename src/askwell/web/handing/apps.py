"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HandingConfig(AppConfig):
    """Handing facilitation over to the set, step by step, and back."""

    name = "askwell.web.handing"
    label = "handing"
    verbose_name = _("handing over")
