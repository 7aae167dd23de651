"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrainingConfig(AppConfig):
    """Lessons, the question gym, and the path to facilitating."""

    name = "askwell.web.training"
    label = "training"
    verbose_name = _("training")
