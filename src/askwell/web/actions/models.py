"""Actions a presenter chose for themselves, and what they report back."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.vault.fields import SealedTextField


class Status(models.TextChoices):
    """How an action stands, in its owner's own word."""

    OPEN = "open", _("open")
    DONE = "done", _("done")
    PARTLY = "partly", _("partly done")
    CHANGED = "changed", _("changed into something else")
    DROPPED = "dropped", _("dropped")
    NOT_YET = "not_yet", _("not yet")


SETTLED = (Status.DONE, Status.CHANGED, Status.DROPPED)


class ActionQuerySet(models.QuerySet["Action"]):
    """Which actions still await a report-back."""

    def open(self) -> "ActionQuerySet":
        """Not yet settled by a report-back; a dropped one still awaits its own."""
        return self.filter(settled_at__isnull=True)


class Action(models.Model):
    """A step its owner chose; only the owner writes, changes or drops it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="actions"
    )
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="actions")
    words = SealedTextField(set_from="learning_set_id", author_from="owner_id")
    due_on = models.DateField(_("by when"), null=True, blank=True)
    how_known = SealedTextField(
        set_from="learning_set_id", author_from="owner_id", null=True, blank=True
    )
    status = models.CharField(max_length=8, choices=Status, default=Status.OPEN)
    made_in = models.UUIDField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = ActionQuerySet.as_manager()

    class Meta:
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        indexes = [
            models.Index(
                fields=["owner", "created_at"],
                condition=Q(settled_at__isnull=True),
                name="open_actions_of_a_person",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=Status.values), name="action_status_is_known"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class ReportBack(models.Model):
    """What an owner told the set about one action, at one meeting."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    action = models.ForeignKey(
        Action, on_delete=models.CASCADE, related_name="report_backs"
    )
    meeting = models.UUIDField(editable=False)
    status = models.CharField(max_length=8, choices=Status)
    happened = SealedTextField(
        set_from="action.learning_set_id",
        author_from="action.owner_id",
        null=True,
        blank=True,
    )
    learned = SealedTextField(
        set_from="action.learning_set_id",
        author_from="action.owner_id",
        null=True,
        blank=True,
    )
    # The owner may keep what they learned to themselves.
    declined = models.BooleanField(default=False)
    reported_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("report-back")
        verbose_name_plural = _("report-backs")
        constraints = [
            models.UniqueConstraint(
                fields=["action", "meeting"], name="reported_once_at_a_meeting"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
