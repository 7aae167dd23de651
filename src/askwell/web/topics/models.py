"""A member's own topics, and the meetings they were brought to."""

import uuid
from functools import partial

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.vault.fields import SealedTextField

OwnWords = partial(SealedTextField, set_from="owner_id", author_from="owner_id")
"""Words sealed with a key of the owner's alone, which no set shares."""


class TopicQuerySet(models.QuerySet["Topic"]):
    """Which topics can be brought, and which are laid aside."""

    def open(self) -> "TopicQuerySet":
        """Only an open topic can be brought to a meeting."""
        return self.filter(status=Topic.Status.OPEN)

    def laid_aside(self) -> "TopicQuerySet":
        return self.exclude(status=Topic.Status.OPEN)


class Topic(models.Model):
    """A challenge or opportunity of somebody's own; only they read it here.

    What the set hears of it is said in a meeting, and belongs to that meeting.
    """

    class Kind(models.TextChoices):
        TOPIC = "topic", _("a topic")
        CHALLENGE = "challenge", _("a challenge")
        OPPORTUNITY = "opportunity", _("an opportunity")

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        WITHDRAWN = "withdrawn", _("withdrawn")
        CLOSED = "closed", _("closed")

    class Horizon(models.TextChoices):
        """When what one decides here will show."""

        NOW = "now", _("the coming weeks")
        YEAR = "year", _("this year")
        BEYOND = "beyond", _("beyond this year")

    class Known(models.TextChoices):
        """How much of it the owner has met before."""

        FAMILIAR = "familiar", _("familiar")
        UNFAMILIAR = "unfamiliar", _("new to me")

    class Stands(models.IntegerChoices):
        """Where it has come, measured by what its owner had hoped."""

        MUCH_LESS = -2, _("much less than I had hoped")
        LESS = -1, _("less than I had hoped")
        AS_HOPED = 0, _("about what I had hoped")
        MORE = 1, _("more than I had hoped")
        MUCH_MORE = 2, _("much more than I had hoped")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="topics")
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.TOPIC)
    headline = OwnWords()
    status = models.CharField(max_length=12, choices=Status, default=Status.OPEN)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now)

    # Getting ready to present it.
    what = OwnWords(null=True, blank=True)
    why_now = OwnWords(null=True, blank=True)
    tried = OwnWords(null=True, blank=True)
    worthwhile = OwnWords(null=True, blank=True)
    prepared_for = models.UUIDField(null=True, blank=True)

    # Revans' three systems, as lenses: the strategy, carrying it out, oneself.
    alpha = OwnWords(null=True, blank=True)
    beta = OwnWords(null=True, blank=True)
    gamma = OwnWords(null=True, blank=True)

    task = models.CharField(max_length=12, choices=Known, blank=True)
    setting = models.CharField(max_length=12, choices=Known, blank=True)
    horizon = models.CharField(max_length=12, choices=Horizon, blank=True)
    change = OwnWords(null=True, blank=True)

    # What makes a good topic: a look for its owner, never a gate (INV-8).
    is_live = models.BooleanField(default=False)
    is_mine = models.BooleanField(default=False)
    matters = models.BooleanField(default=False)
    can_act = models.BooleanField(default=False)
    has_no_one_answer = models.BooleanField(default=False)

    # What came of it, in its owner's judgement; none of the three is fine.
    laid_aside_at = models.DateTimeField(null=True, blank=True)
    brought_clarity = models.BooleanField(default=False)
    brought_direction = models.BooleanField(default=False)
    brought_action = models.BooleanField(default=False)
    stands = models.SmallIntegerField(choices=Stands, null=True, blank=True)
    ending = OwnWords(null=True, blank=True)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        indexes = [
            models.Index(fields=["owner", "status"], name="topics_of_a_person"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["open", "withdrawn", "closed"]),
                name="topic_status_is_known",
            ),
            models.CheckConstraint(
                condition=Q(stands__isnull=True) | Q(stands__range=(-2, 2)),
                name="topic_stands_on_its_scale",
            ),
            models.UniqueConstraint(
                fields=["owner", "prepared_for"], name="one_topic_made_ready_a_meeting"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def is_open(self) -> bool:
        return self.status == self.Status.OPEN

    @property
    def is_ready(self) -> bool:
        """Whether it waits to be presented at a meeting that it is prepared for."""
        if self.prepared_for is None:
            return False
        return all(each.meeting != self.prepared_for for each in self.brought.all())


class Brought(models.Model):
    """One slot in which a topic was worked on; the words of it belong to the meeting.

    `slot` is the number of the meeting's entry by which the slot began, as actions
    and learnings of that slot carry it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="brought")
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="+"
    )
    meeting = models.UUIDField()
    slot = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("topic brought")
        verbose_name_plural = _("topics brought")
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "slot"], name="one_topic_in_a_slot"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
