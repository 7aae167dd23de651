"""A meeting, the log of what happened in it, and the words that were said."""

import secrets
import uuid

from django.db import models
from django.utils import timezone

from askwell.web.vault.fields import SealedTextField

# No letter or digit that is mistaken for another when read aloud or from afar.
READABLE = "abcdefghjkmnpqrstuvwxyz23456789"
CODE_LENGTH = 6


def new_code() -> str:
    """A short code that a phone can type from across the room."""
    return "".join(secrets.choice(READABLE) for _ in range(CODE_LENGTH))


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def in_progress(self) -> "MeetingQuerySet":
        return self.filter(opened_at__isnull=False, closed_at__isnull=True)

    def held(self) -> "MeetingQuerySet":
        return self.filter(closed_at__isnull=False)

    def to_come(self) -> "MeetingQuerySet":
        return self.filter(
            opened_at__isnull=True, closed_at__isnull=True, cancelled_at__isnull=True
        )


class Meeting(models.Model):
    """One meeting of a set.

    `head`, `phase_name`, `opened_at` and `closed_at` repeat what the log says, so
    that a list of meetings need not read it. Only the writer changes them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(max_length=12, unique=True, default=new_code)
    learning_set = models.ForeignKey(
        "programmes.LearningSet", on_delete=models.CASCADE, related_name="meetings"
    )
    format = models.CharField(max_length=40)
    options = models.JSONField(default=dict, blank=True)
    booked_minutes = models.PositiveSmallIntegerField()
    starts_at = models.DateTimeField(db_index=True)
    link = models.URLField(max_length=500, blank=True)
    head = models.PositiveIntegerField(default=0)
    phase_name = models.CharField(max_length=80, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    # Rises with each change that a calendar must be told of (RFC 5546, SEQUENCE).
    sequence = models.PositiveIntegerField(default=0)
    changed_by = models.ForeignKey(
        "people.Person",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    cancelled_at = models.DateTimeField(null=True, blank=True)
    # The ids of those who present, as was agreed beforehand.
    booked = models.JSONField(default=list, blank=True)
    # The ids of those who facilitate, slot after slot; "" where nobody is named.
    rota = models.JSONField(default=list, blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ("starts_at", "id")

    def __str__(self) -> str:
        return f"Meeting {self.code}"

    @property
    def is_in_progress(self) -> bool:
        return self.opened_at is not None and self.closed_at is None


class Resolution(models.Model):
    """What a set means to try next time, resolved between its meetings.

    What a process review wants to try stands in the log of its meeting.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learning_set = models.ForeignKey(
        "programmes.LearningSet", on_delete=models.CASCADE, related_name="resolutions"
    )
    person = models.ForeignKey(
        "people.Person", on_delete=models.CASCADE, related_name="+"
    )
    words = SealedTextField(set_from="learning_set_id", author_from="person_id")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("made_at", "id")

    def __str__(self) -> str:
        return str(self.id)


class Entry(models.Model):
    """One event of a meeting; numbers run from 1 without a gap.

    The token marks the command and its sender, so that it is taken in once. A command
    may yield several entries: the first of them carries the token.
    """

    pk = models.CompositePrimaryKey("meeting_id", "number")
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="entries", db_index=False
    )
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=60)
    person = models.CharField(max_length=64, blank=True)
    data = models.JSONField(default=dict)
    token = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("meeting_id", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("meeting", "token"),
                condition=~models.Q(token=""),
                name="a_token_is_used_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.kind}"


class Words(models.Model):
    """What was said in one field of one entry, sealed with its author's key.

    Words lie apart from the log, so that the log replays after they are forgotten.
    """

    pk = models.CompositePrimaryKey("meeting_id", "number", "field")
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="words", db_index=False
    )
    number = models.PositiveIntegerField()
    field = models.CharField(max_length=60)
    author_id = models.CharField(max_length=64)
    sealed = models.BinaryField()

    class Meta:
        verbose_name_plural = "words"

    def __str__(self) -> str:
        return f"{self.field} of entry {self.number}"
