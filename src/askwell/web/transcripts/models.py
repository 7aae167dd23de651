"""A transcript a set may choose to have read: asked about, agreed to, put in, gone."""

import uuid

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, SetMembership
from askwell.web.vault.fields import SealedTextField


class TranscriptQuerySet(models.QuerySet["Transcript"]):
    def alive(self) -> "TranscriptQuerySet":
        """Asked about, agreed to or read; nobody has said no since."""
        return self.filter(outcome="")

    def read(self) -> "TranscriptQuerySet":
        return self.alive().filter(upload__isnull=False)


class Transcript(models.Model):
    """The question whether a meeting's transcript may be read, and what came of it.

    Its words have a key of their own in the vault: when somebody takes their yes back
    the key is destroyed with them, so that no backup of the database holds them either.
    What is left then is that it was asked and has ended; not who ended it. A yes taken
    back before anything was put in looks like a no.
    """

    class Outcome(models.TextChoices):
        DECLINED = "declined", _("not everybody said yes")
        DELETED = "deleted", _("somebody deleted it")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="transcripts"
    )
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="transcripts"
    )
    proposed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    proposed_at = models.DateTimeField(default=timezone.now, editable=False)
    # Where it comes from, as whoever proposes it says.
    origin = SealedTextField(
        set_from="learning_set_id", author_from="id", null=True, blank=True
    )
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    # When its key was destroyed; if need be another worker sees to it.
    forgotten_at = models.DateTimeField(null=True, blank=True)

    objects = TranscriptQuerySet.as_manager()

    class Meta:
        verbose_name = _("transcript")
        verbose_name_plural = _("transcripts")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(outcome=""),
                name="one_transcript_of_a_meeting",
            ),
            models.CheckConstraint(
                condition=Q(outcome="") | Q(ended_at__isnull=False),
                name="an_outcome_has_its_instant",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class AskedQuerySet(models.QuerySet["Asked"]):
    def concerned(self) -> "AskedQuerySet":
        """Those whose yes it takes: who was there, and who reads for the set now.

        Whoever said yes keeps their say, also after they have left.
        """
        reads_now = SetMembership.objects.readers().filter(
            learning_set=OuterRef("transcript__learning_set"),
            person=OuterRef("person"),
        )
        return self.filter(
            Q(was_there=True) | Q(agreed_at__isnull=False) | Exists(reads_now)
        )

    def silent(self) -> "AskedQuerySet":
        """Those of them who have not said yes."""
        return self.concerned().filter(agreed_at__isnull=True)


class Asked(models.Model):
    """Somebody who was asked, and since when they say yes; a no is never kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    transcript = models.ForeignKey(
        Transcript, on_delete=models.CASCADE, related_name="asked"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    # Whoever was at the meeting is heard in it, and asked even after they have left.
    was_there = models.BooleanField()
    agreed_at = models.DateTimeField(null=True, blank=True)

    objects = AskedQuerySet.as_manager()

    class Meta:
        verbose_name = _("person asked")
        verbose_name_plural = _("people asked")
        constraints = [
            models.UniqueConstraint(
                fields=["transcript", "person"], name="asked_once_about_a_transcript"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Upload(models.Model):
    """What was put in, and who its speakers are; both sealed. The report is drawn
    from them whenever it is read, and lies nowhere.
    """

    transcript = models.OneToOneField(
        Transcript, on_delete=models.CASCADE, primary_key=True, related_name="upload"
    )
    uploaded_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    uploaded_at = models.DateTimeField(default=timezone.now, editable=False)
    words = SealedTextField(
        set_from="transcript.learning_set_id", author_from="transcript_id"
    )
    cast = SealedTextField(
        set_from="transcript.learning_set_id", author_from="transcript_id"
    )

    class Meta:
        verbose_name = _("transcript put in")
        verbose_name_plural = _("transcripts put in")

    def __str__(self) -> str:
        return str(self.pk)
