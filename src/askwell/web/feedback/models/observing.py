"""An observer of how somebody facilitates: asked, there by consent, and signing."""

import uuid
from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.feedback.models.own import OwnWords
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet


class Watch(models.Model):
    """A facilitator asks somebody to watch them in one set.

    It opens no door: the observer comes in by the consent of all members (INV-19).
    """

    class State(models.TextChoices):
        ASKED = "asked", _("asked")
        AGREED = "agreed", _("agreed")
        DECLINED = "declined", _("declined")
        ENDED = "ended", _("over")

    OPEN = (State.ASKED, State.AGREED)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="watches"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    observer = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.ASKED)
    asked_at = models.DateTimeField(default=timezone.now)
    agreed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("request to be observed")
        verbose_name_plural = _("requests to be observed")
        constraints = [
            models.UniqueConstraint(
                fields=["learning_set", "person", "observer"],
                condition=Q(state__in=["asked", "agreed"]),
                name="asks_an_observer_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def covers(self, meeting: Meeting) -> bool:
        """Whether it was agreed before the meeting, and not over when that closed."""
        began, closed = meeting.opened_at, meeting.closed_at
        if not (self.agreed_at and began and closed and self.agreed_at <= began):
            return False
        return self.ended_at is None or closed <= self.ended_at


class Observation(models.Model):
    """What an observer saw of `person` in one slot; it is that person's record.

    All of it is sealed with the key of whom it is about. `ratings` are, as JSON, a
    number or nothing and one sentence for each competency. Until it is signed, the
    observer alone reads and writes it; from then on the person, and whom they show it
    to. It names its meeting and set by their keys: it outlives both.
    """

    DRAFT_LASTS: ClassVar[timedelta] = timedelta(days=60)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    observer = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    set_key = models.UUIDField(editable=False)
    meeting_key = models.UUIDField(editable=False)
    slot = models.PositiveSmallIntegerField()
    took_place_at = models.DateTimeField(default=timezone.now)
    ratings = OwnWords(null=True)
    answer = OwnWords(null=True)
    begun_at = models.DateTimeField(default=timezone.now)
    signed_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    left_out = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("observation")
        verbose_name_plural = _("observations")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "observer", "meeting_key", "slot"],
                name="observes_a_slot_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def lapses_at(self) -> datetime:
        """When a draft is deleted: it is nobody’s file of anybody."""
        return self.begun_at + self.DRAFT_LASTS

    @property
    def is_signed(self) -> bool:
        return self.signed_at is not None

    @property
    def may_be_corrected(self) -> bool:
        """Signed, and not read yet by whom it is about."""
        return self.is_signed and self.seen_at is None


class Showing(models.Model):
    """The person's yes to one reader of one observation, until they take it back."""

    observation = models.ForeignKey(
        Observation, on_delete=models.CASCADE, related_name="showings", db_index=False
    )
    reader = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    shown_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("showing of an observation")
        verbose_name_plural = _("showings of observations")
        constraints = [
            models.UniqueConstraint(
                fields=["observation", "reader"], name="shown_to_a_reader_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
