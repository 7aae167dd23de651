"""What carries notices out of the house: deliveries, and what people chose."""

import uuid
from datetime import datetime
from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.people.models import Notice, Person
from askwell.web.programmes.models import LearningSet
from askwell.web.vault.fields import SealedTextField


class Way(models.TextChoices):
    """How a person hears by mail of one group of notices."""

    AT_ONCE = "at_once", _("A mail at once")
    DIGEST = "digest", _("In one mail a day")
    NOT = "not", _("Not by mail")


class MailChoices(models.Model):
    """What a person wishes to be mailed; without a row, everything at once.

    There is one field for each group of notices, and it bears the group's name.
    """

    person = models.OneToOneField(
        Person, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    people = models.CharField(max_length=8, choices=Way, default=Way.AT_ONCE)
    meetings = models.CharField(max_length=8, choices=Way, default=Way.AT_ONCE)
    turn = models.CharField(max_length=8, choices=Way, default=Way.AT_ONCE)
    set = models.CharField(max_length=8, choices=Way, default=Way.AT_ONCE)
    reminders = models.CharField(max_length=8, choices=Way, default=Way.AT_ONCE)
    # On the clocks of the person's own time zone.
    digest_hour = models.PositiveSmallIntegerField(
        default=8, validators=[MaxValueValidator(23)]
    )

    class Meta:
        verbose_name = _("choices about mail")
        verbose_name_plural = _("choices about mail")

    def __str__(self) -> str:
        return str(self.person_id)

    def way_of(self, group: str) -> Way:
        return Way(getattr(self, group))


class SuppressedAddress(models.Model):
    """An address nobody is to be invited at any more; only its digest is kept."""

    digest = models.CharField(max_length=64, primary_key=True)
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("suppressed address")
        verbose_name_plural = _("suppressed addresses")

    def __str__(self) -> str:
        return self.digest[:8]


class Webhook(models.Model):
    """A set's own door to a chat; whoever has its address can write there."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="webhooks"
    )
    service = models.CharField(max_length=16)
    address = SealedTextField(set_from="learning_set_id", author_from="learning_set_id")
    added_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")

    def __str__(self) -> str:
        return f"{self.service} {self.id}"


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Questions about what is on its way."""

    def due(self, *, at: datetime) -> "DeliveryQuerySet":
        """To be sent now: waiting long enough, or given back by a worker that died.

        A chat does not know a message that it was sent twice: what a worker may have
        sent before it died is not sent again.
        """
        returned = Q(state=Delivery.State.CLAIMED, leased_until__lte=at)
        waiting = Q(state=Delivery.State.WAITING, due_at__lte=at)
        return self.filter(waiting | (returned & Q(webhook__isnull=True)))

    def unsure(self, *, at: datetime) -> "DeliveryQuerySet":
        """Sent to a chat perhaps, by a worker that did not live to say so."""
        return self.filter(
            state=Delivery.State.CLAIMED,
            leased_until__lte=at,
            webhook__isnull=False,
        )


class Delivery(models.Model):
    """One message on its way out by one channel.

    It is about one notice; a digest is about all the notices gathered for it, and a
    message to a chat about one of the notices that were posted together. A worker
    claims it for a while under a token of its own; nobody without the token may say
    what came of it.
    """

    class Channel(models.TextChoices):
        MAIL = "mail", _("mail")
        DIGEST = "digest", _("mail of the day")
        CHAT = "chat", _("chat")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        CLAIMED = "claimed", _("being sent")
        DELIVERED = "delivered", _("delivered")
        GIVEN_UP = "given_up", _("given up")
        NOT_WANTED = "not_wanted", _("not wanted any more")

    # With growing waits, this is about three days.
    MOST_ATTEMPTS: ClassVar[int] = 20

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    channel = models.CharField(max_length=8, choices=Channel)
    # What makes it unmistakable within its channel, so that it is made once.
    key = models.CharField(max_length=240)
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    notice = models.ForeignKey(
        Notice,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="deliveries",
    )
    webhook = models.ForeignKey(
        Webhook,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="deliveries",
    )
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    claim = models.UUIDField(null=True, blank=True, editable=False)
    leased_until = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    # What kind of fault it was last; the fault itself may quote an address.
    fault = models.CharField(max_length=80, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        constraints = [
            models.UniqueConstraint(fields=["channel", "key"], name="delivered_once"),
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(state__in=["waiting", "claimed"]),
                name="deliveries_under_way",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.id}"


class Gathered(models.Model):
    """A notice that waits for a person's mail of the day, or went with one."""

    notice = models.OneToOneField(
        Notice, on_delete=models.CASCADE, primary_key=True, related_name="gathered"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    delivery = models.ForeignKey(
        Delivery,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="gathered",
    )

    class Meta:
        verbose_name = _("gathered notice")
        verbose_name_plural = _("gathered notices")
        indexes = [
            models.Index(
                fields=["person", "at"],
                condition=Q(delivery__isnull=True),
                name="waiting_for_a_digest",
            ),
        ]

    def __str__(self) -> str:
        return str(self.notice_id)
