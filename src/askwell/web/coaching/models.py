"""What people say of the coach's readings, and what of that a set gives away."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.vault.fields import SealedTextField


class Donation(models.Model):
    """One time a set makes a file of its corrections, to give away as it likes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="donations"
    )
    proposed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    proposed_at = models.DateTimeField(default=timezone.now, editable=False)
    made_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("donation of corrections")
        verbose_name_plural = _("donations of corrections")
        constraints = [
            models.UniqueConstraint(
                fields=["learning_set"],
                condition=Q(made_at__isnull=True, dropped_at__isnull=True),
                name="one_donation_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(made_at__isnull=True) | Q(dropped_at__isnull=True),
                name="a_donation_is_made_or_dropped",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def is_open(self) -> bool:
        return self.made_at is None and self.dropped_at is None


class Gift(models.Model):
    """Somebody's answer for their own turns; taken back until the file is made."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    donation = models.ForeignKey(
        Donation, on_delete=models.CASCADE, related_name="gifts"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    gives = models.BooleanField()
    answered_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("answer to a donation")
        verbose_name_plural = _("answers to a donation")
        constraints = [
            models.UniqueConstraint(
                fields=["donation", "person"], name="one_answer_to_a_donation"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Correction(models.Model):
    """How its author means a contribution that the coach heard otherwise; no words.

    The words stay where they lie, in the log of the meeting. `read` and `meant` are
    kinds of turn, sealed like words: what somebody meant is theirs and the set's.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="corrections"
    )
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="corrections"
    )
    contribution = models.PositiveIntegerField()
    author = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    read = SealedTextField(set_from="learning_set_id", author_from="author_id")
    meant = SealedTextField(set_from="learning_set_id", author_from="author_id")
    corrected_at = models.DateTimeField(default=timezone.now)
    # What its author decided for a donation: words to mask beside names and numbers.
    masked = SealedTextField(
        set_from="learning_set_id", author_from="author_id", null=True, blank=True
    )
    is_left_out = models.BooleanField(default=False)
    donation = models.ForeignKey(
        Donation,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name=_("in whose file it went out"),
    )

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["meeting", "contribution"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "contribution"],
                name="one_correction_of_a_contribution",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
