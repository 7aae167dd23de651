"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ValuingConfig(AppConfig):
    """What a programme costs, what it spares, and how far people reach."""

    name = "askwell.web.valuing"
    label = "valuing"
    verbose_name = _("valuing")
