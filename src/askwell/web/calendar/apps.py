"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CalendarConfig(AppConfig):
    """Members' own calendars, above the meetings they are told of."""

    name = "askwell.web.calendar"
    label = "calendar"
    verbose_name = _("calendar")
