"""Votes: what only the set itself decides, each member with a yes or a no."""

import uuid
from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.people.models import Person
from askwell.web.programmes.models.sets import LearningSet


class VoteQuerySet(models.QuerySet["Vote"]):
    """Votes that wait for answers, and those that are over."""

    def open(self) -> "VoteQuerySet":
        return self.filter(closed_at__isnull=True)

    def overdue(self, *, at: datetime) -> "VoteQuerySet":
        """Open longer than a vote lasts."""
        return self.open().filter(opened_at__lte=at - Vote.LASTS)


class Vote(models.Model):
    """A question to the members of a set; what each said is never shown.

    Once it is closed only its outcome is kept, and the single voices are forgotten.
    """

    LASTS: ClassVar[timedelta] = timedelta(days=14)

    class Kind(models.TextChoices):
        TURNS = "turns", _("take turns facilitating")
        FACILITATOR = "facilitator", _("have a facilitator again")

    class Outcome(models.TextChoices):
        CARRIED = "carried", _("carried")
        NOT_CARRIED = "not_carried", _("not carried")
        LAPSED = "lapsed", _("not everyone answered in time")
        WITHDRAWN = "withdrawn", _("withdrawn")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="votes"
    )
    kind = models.CharField(max_length=12, choices=Kind)
    opened_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    opened_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)

    objects = VoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        constraints = [
            models.UniqueConstraint(
                fields=["learning_set"],
                condition=Q(closed_at__isnull=True),
                name="one_vote_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def get_absolute_url(self) -> str:
        return f"/sets/{self.learning_set_id}/votes/{self.pk}/"

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def closes_at(self) -> datetime:
        """When it is over, whether or not everyone has answered."""
        return self.opened_at + self.LASTS


class Voice(models.Model):
    """One member's yes or no while a vote is open."""

    vote = models.ForeignKey(Vote, on_delete=models.CASCADE, related_name="voices")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    says_yes = models.BooleanField()
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("voice in a vote")
        verbose_name_plural = _("voices in a vote")
        constraints = [
            models.UniqueConstraint(fields=["vote", "person"], name="votes_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
