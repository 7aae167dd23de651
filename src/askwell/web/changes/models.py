"""What changed around the people of a programme, and what they learned of it."""

import uuid
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.actions.models import Action
from askwell.web.people.models import Person
from askwell.web.programmes.models import Programme
from askwell.web.topics.models import Topic


class Arrangement(models.Model):
    """Who may add to a programme's log, and how many people there are to reach."""

    class Adds(models.TextChoices):
        MANAGERS = "managers", _("only those who look after the programme")
        EVERYBODY = "everybody", _("everybody who takes part")

    programme = models.OneToOneField(
        Programme, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    may_add = models.CharField(
        _("who may add"), max_length=9, choices=Adds, default=Adds.EVERYBODY
    )
    headcount = models.PositiveIntegerField(
        _("people who could take part"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(10_000_000)],
    )

    class Meta:
        verbose_name = _("arrangement of a log")
        verbose_name_plural = _("arrangements of logs")

    def __str__(self) -> str:
        return str(self.pk)


class ChangeEventQuerySet(models.QuerySet["ChangeEvent"]):
    """Which changes stand in the log."""

    def standing(self) -> "ChangeEventQuerySet":
        return self.filter(removed_at__isnull=True)


class ChangeEvent(models.Model):
    """Something that changed around people, in words that all of a programme read.

    It is no place for what was said in a set, and therefore not sealed.
    """

    class Impact(models.IntegerChoices):
        """How much it changes; it counts so often."""

        A_LITTLE = 1, _("a little")
        MUCH = 2, _("much")
        EVERYTHING = 3, _("nearly everything")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="changes"
    )
    title = models.CharField(_("what changed"), max_length=160)
    impact = models.PositiveSmallIntegerField(_("how much"), choices=Impact)
    noticed_on = models.DateField(_("noticed on"))
    area = models.CharField(_("area"), max_length=120, blank=True)
    # Told to nobody: whoever added a line may change it.
    added_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    added_at = models.DateTimeField(default=timezone.now, editable=False)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = ChangeEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["-noticed_on", "-added_at"]
        indexes = [
            models.Index(fields=["programme", "-noticed_on"], name="changes_by_day"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(impact__range=(1, 3)), name="a_change_weighs_one_to_three"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class LearningLoop(models.Model):
    """That somebody learned about a change from something of their own they finished.

    It holds no words, and nobody but that person is ever shown it. `closed_on` is the
    day on which the action was settled or the topic closed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    change = models.ForeignKey(
        ChangeEvent, on_delete=models.CASCADE, related_name="loops"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    action = models.ForeignKey(
        Action, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    topic = models.ForeignKey(
        Topic, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    closed_on = models.DateField()
    linked_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("learning loop")
        verbose_name_plural = _("learning loops")
        ordering = ["-linked_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(action__isnull=True) ^ Q(topic__isnull=True),
                name="a_loop_is_closed_by_one_thing",
            ),
            models.UniqueConstraint(
                fields=["change", "action"], name="an_action_closes_a_loop_once"
            ),
            models.UniqueConstraint(
                fields=["change", "topic"], name="a_topic_closes_a_loop_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def source(self) -> Any:
        """The action or the topic it was learned from."""
        return self.action or self.topic

    @property
    def source_id(self) -> uuid.UUID | None:
        return self.action_id or self.topic_id
