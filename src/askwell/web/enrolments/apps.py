"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EnrolmentsConfig(AppConfig):
    """Who is on a programme's list."""

    name = "askwell.web.enrolments"
    label = "enrolments"
    verbose_name = _("enrolments")
