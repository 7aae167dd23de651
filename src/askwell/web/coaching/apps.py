"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoachingConfig(AppConfig):
    """The coach in the product: its words for the room, corrections, donations."""

    name = "askwell.web.coaching"
    label = "coaching"
    verbose_name = _("coaching")
