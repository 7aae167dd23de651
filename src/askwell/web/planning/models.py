"""Meetings in time: series, who is coming, dates to choose from, whose turn it is."""

import secrets
import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person, check_name, check_time_zone
from askwell.web.programmes.models import Invitation, LearningSet


class Series(models.Model):
    """Meetings at the same hour of the home zone's clocks, some weeks apart."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="series"
    )
    time_zone = models.CharField(max_length=64, validators=[check_time_zone])
    every_weeks = models.PositiveSmallIntegerField()
    made_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")

    def __str__(self) -> str:
        return str(self.id)


class Occurrence(models.Model):
    """One meeting's place in its series, counted from 1."""

    series = models.ForeignKey(
        Series, on_delete=models.CASCADE, related_name="occurrences"
    )
    meeting = models.OneToOneField(
        Meeting, on_delete=models.CASCADE, related_name="occurrence"
    )
    number = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("meeting of a series")
        verbose_name_plural = _("meetings of a series")
        ordering = ("series", "number")
        constraints = [
            models.UniqueConstraint(
                fields=["series", "number"], name="meetings_of_a_series_are_numbered"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} of {self.series_id}"


class Reply(models.Model):
    """Whether somebody is coming to a meeting; no reason is asked, or kept."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="replies"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    is_coming = models.BooleanField()
    replied_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("reply")
        verbose_name_plural = _("replies")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="replies_once_to_a_meeting"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Told(models.Model):
    """That people were told something about a meeting at the time it then had.

    Once for each time it has: a meeting that is moved is spoken of anew.
    """

    class Word(models.TextChoices):
        SOON = "soon", _("it is tomorrow")
        TOO_FEW = "too_few", _("too few are coming")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    word = models.CharField(max_length=8, choices=Word)
    starts_at = models.DateTimeField()
    told_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("word about a meeting")
        verbose_name_plural = _("words about meetings")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "word", "starts_at"], name="told_once_of_each_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.word} {self.meeting_id}"


class DatePoll(models.Model):
    """A question to the set: which of these dates suits?

    With more than one meeting wanted, the chosen date is the first of a series.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Whoever holds the link may answer, without an account.
    code = models.CharField(
        max_length=64, unique=True, default=secrets.token_urlsafe, editable=False
    )
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="date_polls"
    )
    minutes = models.PositiveSmallIntegerField()
    count = models.PositiveSmallIntegerField(default=1)
    every_weeks = models.PositiveSmallIntegerField(default=5)
    time_zone = models.CharField(max_length=64, validators=[check_time_zone])
    made_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("date poll")
        verbose_name_plural = _("date polls")
        ordering = ("-made_at",)

    def __str__(self) -> str:
        return str(self.id)


class PollDate(models.Model):
    """One date that a poll asks about."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    poll = models.ForeignKey(DatePoll, on_delete=models.CASCADE, related_name="dates")
    starts_at = models.DateTimeField()
    is_chosen = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("date of a poll")
        verbose_name_plural = _("dates of a poll")
        ordering = ("starts_at",)
        constraints = [
            models.UniqueConstraint(
                fields=["poll", "starts_at"], name="asks_once_about_a_date"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Voice(models.Model):
    """Somebody who answers a poll: a member, an invited address, or a name typed.

    The code is theirs alone: who has no account comes back to their answers by it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(
        max_length=64, unique=True, default=secrets.token_urlsafe, editable=False
    )
    poll = models.ForeignKey(DatePoll, on_delete=models.CASCADE, related_name="voices")
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    invitation = models.ForeignKey(
        Invitation, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    name = models.CharField(
        _("name"), max_length=120, blank=True, validators=[check_name]
    )
    time_zone = models.CharField(
        max_length=64, blank=True, validators=[check_time_zone]
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("voice in a poll")
        verbose_name_plural = _("voices in a poll")
        constraints = [
            models.UniqueConstraint(
                fields=["poll", "person"],
                condition=Q(person__isnull=False),
                name="one_voice_for_a_person",
            ),
            models.UniqueConstraint(
                fields=["poll", "invitation"],
                condition=Q(invitation__isnull=False),
                name="one_voice_for_an_invitation",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Answer(models.Model):
    """What one voice says to one date."""

    class Suits(models.TextChoices):
        YES = "yes", _("yes")
        IF_NEED_BE = "maybe", _("if need be")
        NO = "no", _("no")

    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="answers")
    date = models.ForeignKey(PollDate, on_delete=models.CASCADE, related_name="answers")
    suits = models.CharField(max_length=5, choices=Suits)

    class Meta:
        verbose_name = _("answer in a poll")
        verbose_name_plural = _("answers in a poll")
        constraints = [
            models.UniqueConstraint(
                fields=["voice", "date"], name="answers_once_about_a_date"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Booking(models.Model):
    """A turn to present at a meeting: offered, then taken or passed on.

    What was passed on stays, so that it is not offered to the same person again.
    """

    class State(models.TextChoices):
        OFFERED = "offered", _("offered")
        TAKEN = "taken", _("taken")
        PASSED = "passed", _("passed on")

    STANDING: ClassVar[tuple[str, ...]] = (State.OFFERED, State.TAKEN)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="bookings"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.OFFERED)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("booked turn")
        verbose_name_plural = _("booked turns")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="booked_once_for_a_meeting"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def stands(self) -> bool:
        return self.state in self.STANDING


class Swap(models.Model):
    """One person asks another to change turns with them; the other says yes or no."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    mine = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="+")
    theirs = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True, blank=True)
    is_agreed = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("swap of turns")
        verbose_name_plural = _("swaps of turns")
        constraints = [
            models.UniqueConstraint(
                fields=["mine", "theirs"],
                condition=Q(answered_at__isnull=True),
                name="asks_once_for_the_same_swap",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
