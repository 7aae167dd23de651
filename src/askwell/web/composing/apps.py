"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ComposingConfig(AppConfig):
    """How a cohort is put into sets."""

    name = "askwell.web.composing"
    label = "composing"
    verbose_name = _("composing")
