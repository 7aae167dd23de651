"""Which members wish their set to share how it is doing with who facilitates it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.programmes.models import SetMembership


class Sharing(models.Model):
    """One member's yes; the set shares only while every member has said theirs.

    It hangs on the membership: who leaves takes it along, who returns is asked anew.
    """

    membership = models.OneToOneField(
        SetMembership,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="sharing",
    )
    said_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("yes to sharing")
        verbose_name_plural = _("yeses to sharing")

    def __str__(self) -> str:
        return str(self.pk)
