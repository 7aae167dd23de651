"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PractisingConfig(AppConfig):
    """Practice rooms: the real room with members who are made up."""

    name = "askwell.web.practising"
    label = "practising"
    verbose_name = _("practice rooms")
