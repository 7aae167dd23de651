"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuideConfig(AppConfig):
    """Pages to read; nothing depends on them."""

    name = "askwell.web.guide"
    label = "guide"
    verbose_name = _("guide")
