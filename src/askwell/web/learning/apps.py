"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LearningConfig(AppConfig):
    """What was learned, above the meetings and actions it is drawn from."""

    name = "askwell.web.learning"
    label = "learning"
    verbose_name = _("learning")
