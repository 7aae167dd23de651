"""How Django knows this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranscriptsConfig(AppConfig):
    """Transcripts a set chose to have read, above the meetings they are of."""

    name = "askwell.web.transcripts"
    label = "transcripts"
    verbose_name = _("transcripts")
