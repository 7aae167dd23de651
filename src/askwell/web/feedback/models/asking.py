"""What members answer about the facilitating of a meeting: counts, without authors.

Who was asked, and whether they have answered, stands in one table; how often each
answer was given in another. Neither holds a time or an order, and all counts are made
at once, at zero. After a week, and never before, a word for each item stays and both
are deleted: a close that waited for the last one would tell who that was. Whoever has
the server's database in their hands while hardly anybody has answered could see what
belongs together; the page says so where answers are sent.
"""

import uuid
from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person


class Asking(models.Model):
    """A facilitator asks the members of one meeting; it is closed after a week.

    `levels` is what came of it: a word for the name of each duty.
    """

    LASTS: ClassVar[timedelta] = timedelta(days=7)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    levels: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(
        default=dict, blank=True
    )

    class Meta:
        verbose_name = _("asking for feedback")
        verbose_name_plural = _("askings for feedback")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="asks_for_feedback_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def closes_at(self) -> datetime:
        return self.opened_at + self.LASTS

    def is_open(self, *, at: datetime) -> bool:
        return self.closed_at is None and at < self.closes_at


class Asked(models.Model):
    """That a member was asked, and whether they have answered: nothing of what."""

    pk = models.CompositePrimaryKey("asking_id", "person_id")
    asking = models.ForeignKey(
        Asking, on_delete=models.CASCADE, related_name="asked", db_index=False
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    has_answered = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("member asked for feedback")
        verbose_name_plural = _("members asked for feedback")

    def __str__(self) -> str:
        return f"{self.asking_id} asks {self.person_id}"


class Count(models.Model):
    """How many gave one answer; all rows of an asking are made at once, at zero."""

    pk = models.CompositePrimaryKey("asking_id", "item", "value")
    asking = models.ForeignKey(
        Asking, on_delete=models.CASCADE, related_name="counts", db_index=False
    )
    item = models.CharField(max_length=40)
    value = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("count of feedback")
        verbose_name_plural = _("counts of feedback")

    def __str__(self) -> str:
        return f"{self.item} = {self.value} in {self.asking_id}"
