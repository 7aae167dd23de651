"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """People, below everything that uses them."""

    name = "askwell.web.people"
    label = "people"
    verbose_name = _("people")
