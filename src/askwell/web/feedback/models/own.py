"""What a facilitator writes for themselves alone."""

import uuid
from functools import partial

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.vault.fields import SealedTextField

OwnWords = partial(SealedTextField, set_from="person_id", author_from="person_id")
"""Sealed with a key of the person's alone, which no set and no office shares."""


class Review(models.Model):
    """How somebody found their own facilitating of one meeting.

    `words` are, as JSON, a word for each duty and what they would do again.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    words = OwnWords()
    kept_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("own review")
        verbose_name_plural = _("own reviews")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="reviews_a_meeting_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class LogEntry(models.Model):
    """A line of somebody's practice log; it stays when the meeting is gone.

    `about` is the name of a duty or competency, or nothing. How many words there are
    is kept beside them, so that counting them opens none.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()
    meeting_key = models.UUIDField(null=True, blank=True, editable=False)
    about = models.CharField(max_length=40, blank=True)
    words = OwnWords()
    number_of_words = models.PositiveIntegerField(default=0)
    kept_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("line of a practice log")
        verbose_name_plural = _("lines of practice logs")
        ordering = ["-on", "-kept_at"]

    def __str__(self) -> str:
        return str(self.pk)
