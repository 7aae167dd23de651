"""Rows of handing over: the rota, two questions without names, and looks at meetings.

There are no words in them. Of the two questions it is kept who was asked and whether
they have answered, and apart from that how often each answer was given; once all have,
only met or not met stays and the rest is deleted.
"""

import uuid
from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet


class Duty(models.Model):
    """A turn to facilitate a meeting to come, or the so-manieth slot of it.

    What was passed on stays, so that it does not come to the same person again.
    `in_lobby` has the one of which the room of the next meeting knows.
    """

    class State(models.TextChoices):
        NAMED = "named", _("named")
        PASSED = "passed", _("passed on")

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="duties", db_index=False
    )
    number = models.PositiveSmallIntegerField(default=1)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=6, choices=State, default=State.NAMED)
    made_at = models.DateTimeField(default=timezone.now)
    told_at = models.DateTimeField(null=True, blank=True)
    in_lobby = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("turn to facilitate")
        verbose_name_plural = _("turns to facilitate")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"],
                condition=Q(state="named"),
                name="one_named_for_each_duty",
            ),
            models.UniqueConstraint(
                fields=["meeting", "person"],
                condition=Q(state="passed"),
                name="passes_once_at_a_meeting",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Exchange(models.Model):
    """One member asks another to swap turns to facilitate; it goes with either turn."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    mine = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="+")
    theirs = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("wish to swap turns")
        verbose_name_plural = _("wishes to swap turns")
        constraints = [
            models.UniqueConstraint(
                fields=["mine", "theirs"], name="asks_once_for_an_exchange"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Asking(models.Model):
    """Two questions to all members; closed once all have answered, or in two weeks.

    `feels_safe` and `bring_back` are met or not met, and None where it stayed open.
    """

    LASTS: ClassVar[timedelta] = timedelta(days=14)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="askings"
    )
    opened_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)
    feels_safe = models.BooleanField(null=True, blank=True)
    bring_back = models.BooleanField(null=True, blank=True)

    class Meta:
        verbose_name = _("two questions")
        verbose_name_plural = _("two questions")
        constraints = [
            models.UniqueConstraint(
                fields=["learning_set"],
                condition=Q(closed_at__isnull=True),
                name="asked_two_questions_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def closes_at(self) -> datetime:
        return self.opened_at + self.LASTS


class Asked(models.Model):
    """That a member was asked, and whether they have answered: nothing of what."""

    pk = models.CompositePrimaryKey("asking_id", "person_id")
    asking = models.ForeignKey(
        Asking, on_delete=models.CASCADE, related_name="asked", db_index=False
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    has_answered = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("member asked")
        verbose_name_plural = _("members asked")

    def __str__(self) -> str:
        return f"{self.asking_id} asks {self.person_id}"


class Count(models.Model):
    """How many gave one answer; all rows of an asking are made at once, at zero."""

    pk = models.CompositePrimaryKey("asking_id", "item", "value")
    asking = models.ForeignKey(
        Asking, on_delete=models.CASCADE, related_name="counts", db_index=False
    )
    item = models.CharField(max_length=12)
    value = models.CharField(max_length=12)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("count of an answer")
        verbose_name_plural = _("counts of answers")

    def __str__(self) -> str:
        return f"{self.item} = {self.value} in {self.asking_id}"


class Look(models.Model):
    """That the last meetings of a set that takes turns were looked at after one.

    `slipped` names what failed twice, if two parts did. `fell_from` is how the dial
    stood, where it went a step back by itself; a member may undo that.
    """

    meeting = models.OneToOneField(
        Meeting, on_delete=models.CASCADE, primary_key=True, related_name="look"
    )
    looked_at = models.DateTimeField(default=timezone.now)
    slipped: "models.JSONField[list[str], list[str]]" = models.JSONField(
        default=list, blank=True
    )
    fell_from = models.CharField(max_length=8, choices=LearningSet.Dial, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("look at a meeting")
        verbose_name_plural = _("looks at meetings")

    def __str__(self) -> str:
        return str(self.pk)
