"""Actions people chose for themselves, what they note of them and report back."""

import uuid
from datetime import datetime
from functools import partial

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.topics.models import Topic
from askwell.web.vault.fields import SealedTextField

OfAction = partial(
    SealedTextField,
    set_from="action.learning_set_id",
    author_from="action.owner_id",
)
"""Words about an action, sealed like the action itself: for its set and its owner."""


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
    topic = models.ForeignKey(
        Topic,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="actions",
    )
    # The meeting and the slot in which it was noted; none if between meetings.
    made_in = models.UUIDField(null=True, blank=True, editable=False)
    slot = models.PositiveIntegerField(null=True, blank=True, editable=False)
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

    def get_absolute_url(self) -> str:
        return reverse("actions:action", args=[self.pk])

    @property
    def is_settled(self) -> bool:
        return self.settled_at is not None

    @property
    def is_dropped(self) -> bool:
        return self.status == Status.DROPPED


class ReportBack(models.Model):
    """What an owner told the set about one action, at one meeting.

    Without a meeting it was told to nobody: its owner had no next meeting to tell.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    action = models.ForeignKey(
        Action, on_delete=models.CASCADE, related_name="report_backs"
    )
    meeting = models.UUIDField(null=True, blank=True, editable=False)
    status = models.CharField(max_length=8, choices=Status)
    did = OfAction(null=True, blank=True)
    happened = OfAction(null=True, blank=True)
    learned = OfAction(null=True, blank=True)
    still_open = OfAction(null=True, blank=True)
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


class Scale(models.Model):
    """How far an action goes, in its owner's own words and own judgement.

    Goal attainment scaling: from much less than expected (-2) to much more (+2). Only
    the owner ever sees it, and it is never added up with any other (INV-10).
    """

    class Level(models.IntegerChoices):
        MUCH_LESS = -2, _("much less than I expect")
        LESS = -1, _("less than I expect")
        EXPECTED = 0, _("what I expect")
        MORE = 1, _("more than I expect")
        MUCH_MORE = 2, _("much more than I expect")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    action = models.OneToOneField(
        Action, on_delete=models.CASCADE, related_name="scale"
    )
    much_less = OfAction(null=True, blank=True)
    less = OfAction(null=True, blank=True)
    expected = OfAction(null=True, blank=True)
    more = OfAction(null=True, blank=True)
    much_more = OfAction(null=True, blank=True)
    now = models.SmallIntegerField(choices=Level, null=True, blank=True)
    later = models.SmallIntegerField(choices=Level, null=True, blank=True)
    later_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("scale")
        verbose_name_plural = _("scales")
        constraints = [
            models.CheckConstraint(
                condition=(Q(now__isnull=True) | Q(now__range=(-2, 2)))
                & (Q(later__isnull=True) | Q(later__range=(-2, 2))),
                name="rated_on_the_scale",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class ProgressNote(models.Model):
    """What an owner noted about their action along the way; only they read it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="notes")
    words = OfAction()
    noted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("progress note")
        verbose_name_plural = _("progress notes")
        ordering = ["noted_at", "id"]

    def __str__(self) -> str:
        return str(self.id)


class ReminderQuerySet(models.QuerySet["Reminder"]):
    """Which reminders are to be posted."""

    def due(self, *, at: datetime) -> "ReminderQuerySet":
        """Not of what was settled or let go in the meantime."""
        return self.filter(
            posted_at__isnull=True, due_at__lte=at, action__settled_at__isnull=True
        ).exclude(action__status=Status.DROPPED)


class Reminder(models.Model):
    """A moment at which an owner wants to be reminded, set by themselves alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    action = models.ForeignKey(
        Action, on_delete=models.CASCADE, related_name="reminders"
    )
    due_at = models.DateTimeField()
    posted_at = models.DateTimeField(null=True, blank=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ["due_at", "id"]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(posted_at__isnull=True),
                name="reminders_to_post",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "due_at"], name="reminds_once_at_a_moment"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
