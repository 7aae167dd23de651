"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeedbackConfig(AppConfig):
    """How a facilitator did: their own review and log, and what others saw."""

    name = "askwell.web.feedback"
    label = "feedback"
    verbose_name = _("feedback for facilitators")
