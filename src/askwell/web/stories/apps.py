"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StoriesConfig(AppConfig):
    """What members chose to tell others, and the themes in it."""

    name = "askwell.web.stories"
    label = "stories"
    verbose_name = _("stories")
