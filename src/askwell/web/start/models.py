"""A set that is being begun, and how far its beginner has come."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet


class Beginning(models.Model):
    """The way to a set's first meeting, kept until it has been gone to its end.

    The set itself exists from the first step on, and so do the invitations written
    down for it. Here is what is still half-said: addresses not understood yet, and
    when and how to meet.
    """

    class Step(models.TextChoices):
        PEOPLE = "people", _("who")
        MEETINGS = "meetings", _("how and when")

    learning_set = models.OneToOneField(
        LearningSet,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="beginning",
    )
    by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="beginnings")
    step = models.CharField(max_length=8, choices=Step, default=Step.PEOPLE)
    typed = models.TextField(blank=True)
    meetings: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField(
        default=dict, blank=True
    )
    begun_at = models.DateTimeField(default=timezone.now, editable=False)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("beginning of a set")
        verbose_name_plural = _("beginnings of sets")

    def __str__(self) -> str:
        return str(self.pk)
