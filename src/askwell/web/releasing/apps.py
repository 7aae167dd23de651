"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReleasingConfig(AppConfig):
    """Frozen figures of a programme, and the guard of all that was released."""

    name = "askwell.web.releasing"
    label = "releasing"
    verbose_name = _("releasing")
