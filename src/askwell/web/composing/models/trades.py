"""What each wish costs the others, as found for one composition."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from askwell.web.composing.models.compositions import Composition
from askwell.web.composing.models.jobs import Job


class Trading(Job):
    """The divisions found when each wish counts otherwise; ids and figures only."""

    composition = models.OneToOneField(
        Composition, on_delete=models.CASCADE, related_name="trading"
    )
    # The division that was asked about; another one has to be asked about anew.
    version = models.PositiveIntegerField(default=0)
    trades: "models.JSONField[list[Any], list[Any]]" = models.JSONField(default=list)

    class Meta:
        verbose_name = _("trade-off picture")
        verbose_name_plural = _("trade-off pictures")

    def __str__(self) -> str:
        return str(self.pk)
