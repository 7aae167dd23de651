"""Measures: what metrics found in closed meetings; all of it can be rebuilt."""

import uuid
from functools import partial

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.insight.tally import Sum
from askwell.process.formats.shape import Counting
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.vault.fields import SealedTextField

OwnWords = partial(SealedTextField, set_from="person_id", author_from="person_id")
"""Sealed with a key of the person's alone, which no set shares."""


class Measured(models.Model):
    """That a closed meeting was measured, by which rules, and who its members were.

    `people` are the ids of everybody whose deeds could be in its measures, as the
    release guard asks for them. `head` is how far the log had come; where it has come
    further, the meeting is measured anew. `counting` keeps apart what is not action
    learning (INV-27).
    """

    meeting = models.OneToOneField(
        Meeting, on_delete=models.CASCADE, primary_key=True, related_name="measured"
    )
    rules = models.PositiveIntegerField()
    head = models.PositiveIntegerField(default=0)
    counting = models.CharField(max_length=20, default=Counting.ACTION_LEARNING.value)
    people: "models.JSONField[list[str], list[str]]" = models.JSONField(default=list)
    measured_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("measured meeting")
        verbose_name_plural = _("measured meetings")

    def __str__(self) -> str:
        return str(self.pk)


class Measure(models.Model):
    """The value of one metric in one closed meeting, as a part of a mean."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="measures", db_index=False
    )
    metric = models.CharField(max_length=40)
    total = models.FloatField()
    weight = models.FloatField()
    squares = models.FloatField(default=0.0)

    class Meta:
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "metric"], name="a_meeting_is_measured_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.metric} of {self.meeting_id}"

    @property
    def sum(self) -> Sum:
        return Sum(self.total, self.weight, self.squares)


class OwnMeasure(models.Model):
    """What one person did in one closed meeting, counted; only they can read it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    counts = OwnWords()

    class Meta:
        verbose_name = _("own measure")
        verbose_name_plural = _("own measures")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="own_measure_of_a_meeting"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
