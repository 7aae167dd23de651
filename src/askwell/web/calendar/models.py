"""What each person's own calendar was told, where it may ask, and which sets lapsed."""

import secrets
import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice, Person
from askwell.web.programmes.models import LearningSet


class Told(models.Model):
    """What one person's calendar was last told of one meeting.

    `seen` is the meeting's own sequence then. `sequence` is what the calendar was
    given: it rises with every word sent to that person, also when they leave a set
    and come back while the meeting stays as it is.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="told")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    sequence = models.PositiveIntegerField(default=0)
    seen = models.PositiveIntegerField(default=0)
    is_off = models.BooleanField(default=False)
    told_at = models.DateTimeField(default=timezone.now)
    # The notice that carries it. An earlier one has been overtaken and carries nothing.
    notice = models.OneToOneField(
        Notice, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("what a calendar was told")
        verbose_name_plural = _("what calendars were told")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"],
                name="a_calendar_is_told_once_of_a_meeting",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Subscription(models.Model):
    """The private address at which a person's own calendar asks for their meetings.

    The table holds half of it. The other half follows from the server's secret, so
    that whoever reads the database alone cannot ask.
    """

    SIGNED: ClassVar[int] = 32

    person = models.OneToOneField(
        Person, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    handle = models.CharField(
        max_length=64, unique=True, default=secrets.token_hex, editable=False
    )
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("calendar subscription")
        verbose_name_plural = _("calendar subscriptions")

    def __str__(self) -> str:
        return str(self.person_id)

    @property
    def secret(self) -> str:
        """What stands in the address."""
        return f"{self.handle}{_signature(self.handle)}"

    @classmethod
    def of_secret(cls, secret: str) -> "Subscription | None":
        """The subscription that an address belongs to, if it belongs to any."""
        handle, signature = secret[: -cls.SIGNED], secret[-cls.SIGNED :]
        if not constant_time_compare(signature, _signature(handle)):
            return None
        found = cls.objects.filter(handle=handle, person__is_active=True)
        return found.select_related("person").first()


def _signature(handle: str) -> str:
    signed = salted_hmac("askwell.calendar", handle, algorithm="sha256")
    return signed.hexdigest()[: Subscription.SIGNED]


class Lapse(models.Model):
    """A set that stopped meeting; noticed once for each time it stops.

    `since` is when it last met, or began. A set that meets again can lapse again.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="lapses"
    )
    since = models.DateTimeField()
    noticed_at = models.DateTimeField(default=timezone.now)
    # Somebody who leads the set has said: not now.
    quieted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("lapse")
        verbose_name_plural = _("lapses")
        constraints = [
            models.UniqueConstraint(
                fields=["learning_set", "since"], name="a_lapse_is_noticed_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
