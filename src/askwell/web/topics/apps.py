"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TopicsConfig(AppConfig):
    """Topics, below the actions and meetings they lead to."""

    name = "askwell.web.topics"
    label = "topics"
    verbose_name = _("topics")
