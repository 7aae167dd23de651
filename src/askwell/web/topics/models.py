"""A member's own topics, and the meetings they were brought to."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.people.models import Person
from askwell.web.vault.fields import SealedTextField


class Topic(models.Model):
    """A challenge or opportunity of somebody's own; only they read it here.

    Its words are sealed with a key of the owner's alone, which no set shares: what
    the set hears of it is said in a meeting, and belongs to that meeting.
    """

    class Kind(models.TextChoices):
        TOPIC = "topic", _("a topic")
        CHALLENGE = "challenge", _("a challenge")
        OPPORTUNITY = "opportunity", _("an opportunity")

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        WITHDRAWN = "withdrawn", _("withdrawn")
        CLOSED = "closed", _("closed")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="topics")
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.TOPIC)
    headline = SealedTextField(set_from="owner_id", author_from="owner_id")
    status = models.CharField(max_length=12, choices=Status, default=Status.OPEN)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        indexes = [
            models.Index(fields=["owner", "status"], name="topics_of_a_person"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=["open", "withdrawn", "closed"]),
                name="topic_status_is_known",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
