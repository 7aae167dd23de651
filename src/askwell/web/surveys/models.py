"""Rounds of questions, counts of what was answered, and ties that stay a person's own.

Nothing joins a person to an answer. Who was asked, and whether they have answered,
stands in one table; how often each answer was given in each set stands in another.
Neither holds a time, an order, or a number that grows; all rows of a set's counts are
made at once, at zero, with the first answer from it. When a round closes, all of its
rows are written anew in one go, so that not even the database's own housekeeping shows
which rows were last touched together; what fewer than four answered is deleted, and so
is who has tapped. What remains: whoever has the server's database in their hands while
a round is open, and looks again and again, or while hardly anybody of a set has
answered, can see what belongs together. The page says so where answers are sent.
"""

import uuid
from datetime import datetime, timedelta
from functools import partial
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.insight.instruments import Instrument, filled, slot_named
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, Programme
from askwell.web.vault.fields import SealedTextField

OwnWords = partial(SealedTextField, set_from="person_id", author_from="person_id")
"""Sealed with a key of the person's alone, which no set and no office shares."""


def _two_weeks_on() -> datetime:
    return timezone.now() + timedelta(weeks=2)


class RoundQuerySet(models.QuerySet["Round"]):
    """Where rounds are on their way."""

    def due(self, *, at: datetime) -> "RoundQuerySet":
        """To begin now; nobody was asked yet."""
        return self.filter(begun_at__isnull=True, opens_at__lte=at, closes_at__gt=at)

    def open(self, *, at: datetime) -> "RoundQuerySet":
        return self.filter(begun_at__isnull=False, closes_at__gt=at)

    def closed(self, *, at: datetime) -> "RoundQuerySet":
        return self.filter(begun_at__isnull=False, closes_at__lte=at)


class Round(models.Model):
    """The same few questions to everybody in a programme's sets, from a day to a day.

    `instruments` are keys of our own and of filled slots. Whom it asks stands fast
    once it has begun.
    """

    class Moment(models.TextChoices):
        """When in the course of the programme it asks."""

        BEFORE = "before", _("before the sets begin")
        ALONG = "along", _("along the way")
        AFTER = "after", _("after the last meetings")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="rounds"
    )
    moment = models.CharField(max_length=8, choices=Moment, default=Moment.ALONG)
    instruments: "models.JSONField[list[str], list[str]]" = models.JSONField(
        default=list, blank=True
    )
    asks_ties = models.BooleanField(default=False)
    opened_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    opens_at = models.DateTimeField(default=timezone.now)
    closes_at = models.DateTimeField(default=_two_weeks_on)
    begun_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("round of questions")
        verbose_name_plural = _("rounds of questions")
        ordering = ["-opens_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")),
                name="a_round_closes_after_it_opens",
            ),
        ]
        indexes = [models.Index(fields=["closes_at"], name="rounds_by_their_end")]

    def __str__(self) -> str:
        return str(self.id)

    def get_absolute_url(self) -> str:
        """Where whoever is asked answers."""
        return f"/surveys/{self.pk}/"

    def is_open(self, *, at: datetime) -> bool:
        return self.begun_at is not None and at < self.closes_at

    def is_closed(self, *, at: datetime) -> bool:
        return self.closes_at <= at


class Asked(models.Model):
    """That a round asks a person, and whether they have answered: nothing of what."""

    pk = models.CompositePrimaryKey("round_id", "person_id")
    round = models.ForeignKey(
        Round, on_delete=models.CASCADE, related_name="asked", db_index=False
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="+"
    )
    has_answered = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("person asked")
        verbose_name_plural = _("people asked")

    def __str__(self) -> str:
        return f"{self.round_id} asks {self.person_id}"


class Count(models.Model):
    """How many in one set gave one answer to one item; grows in the database only."""

    pk = models.CompositePrimaryKey("round_id", "learning_set_id", "item", "value")
    round = models.ForeignKey(
        Round, on_delete=models.CASCADE, related_name="counts", db_index=False
    )
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="+"
    )
    item = models.CharField(max_length=40)
    value = models.SmallIntegerField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("count of an answer")
        verbose_name_plural = _("counts of answers")

    def __str__(self) -> str:
        return f"{self.item} = {self.value} in {self.round_id}"


class Ties(models.Model):
    """Whom one person said they could turn to; only they ever read the names.

    `picks` are ids of enrolments, as JSON. For figures they are opened by a computer
    and counted between areas.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(
        Round, on_delete=models.CASCADE, related_name="ties", db_index=False
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    picks = OwnWords()

    class Meta:
        verbose_name = _("ties of a person")
        verbose_name_plural = _("ties of people")
        constraints = [
            models.UniqueConstraint(
                fields=["round", "person"], name="ties_are_told_once_a_round"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Licence(models.Model):
    """That somebody confirmed the leave to use what others own, and its items.

    It holds while it was neither withdrawn nor hidden; a withdrawn one keeps who
    confirmed it and when, and loses the words.
    """

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="licences"
    )
    slot = models.CharField(max_length=40)
    reference = models.CharField(max_length=300)
    confirmed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField()
    # Pairs of words and whether the item is reversed.
    items: "models.JSONField[list[list[object]], list[list[object]]]" = (
        models.JSONField(default=list, blank=True)
    )
    hidden_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("licence")
        verbose_name_plural = _("licences")
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "slot"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_licence_of_a_slot_holds",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slot} in {self.programme_id}"

    @property
    def is_usable(self) -> bool:
        return not self.withdrawn_at and not self.hidden_at and bool(self.items)

    @property
    def instrument(self) -> Instrument:
        pairs = tuple((str(words), bool(turned)) for words, turned in self.items)
        return filled(slot_named(self.slot), pairs)


class Pulse(models.Model):
    """The two taps after one closed meeting; made with the first of them."""

    LASTS: ClassVar[timedelta] = timedelta(days=3)

    meeting = models.OneToOneField(
        Meeting, on_delete=models.CASCADE, primary_key=True, related_name="taps"
    )
    closes_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("pulse after a meeting")
        verbose_name_plural = _("pulses after meetings")

    def __str__(self) -> str:
        return str(self.pk)


class Tapper(models.Model):
    """Who was at a meeting, and whether they have tapped: nothing of what."""

    pk = models.CompositePrimaryKey("pulse_id", "person_id")
    pulse = models.ForeignKey(
        Pulse, on_delete=models.CASCADE, related_name="tappers", db_index=False
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    has_tapped = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("person at a meeting")
        verbose_name_plural = _("people at a meeting")

    def __str__(self) -> str:
        return f"{self.person_id} at {self.pulse_id}"


class Tap(models.Model):
    """How many gave one answer to one of the two taps."""

    pk = models.CompositePrimaryKey("pulse_id", "item", "value")
    pulse = models.ForeignKey(
        Pulse, on_delete=models.CASCADE, related_name="taps", db_index=False
    )
    item = models.CharField(max_length=20)
    value = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("count of a tap")
        verbose_name_plural = _("counts of taps")

    def __str__(self) -> str:
        return f"{self.item} = {self.value} at {self.pulse_id}"
