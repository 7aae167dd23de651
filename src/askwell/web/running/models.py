"""What running a programme keeps of its own: turnout, its end, addresses of dates."""

import secrets
from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import Programme


class Turnout(models.Model):
    """How many members came to one closed meeting, of a set that lets it be known.

    It can be thrown away and counted anew; where a set lowers what is learned of it
    to nothing, it is.
    """

    meeting = models.OneToOneField(
        Meeting, on_delete=models.CASCADE, primary_key=True, related_name="turnout"
    )
    came = models.PositiveSmallIntegerField()
    members = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("turnout")
        verbose_name_plural = _("turnouts")

    def __str__(self) -> str:
        return str(self.pk)


class WindUp(models.Model):
    """The end of a programme: who ended it, and when its lists were deleted."""

    KEPT: ClassVar[timedelta] = timedelta(days=30)

    programme = models.OneToOneField(
        Programme, on_delete=models.CASCADE, primary_key=True, related_name="wind_up"
    )
    ended_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    clears_at = models.DateTimeField()
    cleared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("end of a programme")
        verbose_name_plural = _("ends of programmes")

    def __str__(self) -> str:
        return str(self.pk)


class DatesAddress(models.Model):
    """The private address at which one manager's calendar asks for a programme's dates.

    The table holds half of it; the other half follows from the server's secret.
    """

    SIGNED: ClassVar[int] = 32

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    handle = models.CharField(
        max_length=64, unique=True, default=secrets.token_hex, editable=False
    )
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("calendar address of a programme")
        verbose_name_plural = _("calendar addresses of programmes")
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "person"], name="one_address_for_its_dates"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def secret(self) -> str:
        """What stands in the address."""
        return f"{self.handle}{_signature(self.handle)}"

    @classmethod
    def of_secret(cls, secret: str) -> "DatesAddress | None":
        """Whose address it is, and of which programme, if it is anybody's."""
        handle, signature = secret[: -cls.SIGNED], secret[-cls.SIGNED :]
        if not constant_time_compare(signature, _signature(handle)):
            return None
        found = cls.objects.filter(handle=handle, person__is_active=True)
        return found.select_related("person", "programme").first()


def _signature(handle: str) -> str:
    signed = salted_hmac("askwell.running", handle, algorithm="sha256")
    return signed.hexdigest()[: DatesAddress.SIGNED]
