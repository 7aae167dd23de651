"""A set looking at itself, deciding how it goes on, ending, and a leaver's farewell."""

import uuid
from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, SetMembership
from askwell.web.vault.fields import SealedTextField


class Rhythm(models.Model):
    """After how many meetings a set looks at how it is doing."""

    USUAL: ClassVar[int] = 5
    CHOICES: ClassVar[tuple[int, ...]] = (4, 5)

    learning_set = models.OneToOneField(
        LearningSet, on_delete=models.CASCADE, primary_key=True, related_name="rhythm"
    )
    every = models.PositiveSmallIntegerField(default=USUAL)

    class Meta:
        verbose_name = _("rhythm of looks")
        verbose_name_plural = _("rhythms of looks")

    def __str__(self) -> str:
        return f"every {self.every} meetings"


class HealthCheck(models.Model):
    """One look of a set at itself.

    While it is open, `tally` counts how often each step was chosen for each statement:
    no row and no order says which steps one person chose. When it closes, the tally
    becomes the words in `findings` and is thrown away. Both are the set's own.
    """

    LASTS: ClassVar[timedelta] = timedelta(days=21)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="health_checks"
    )
    after_meetings = models.PositiveIntegerField()
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True)
    answers = models.PositiveSmallIntegerField(default=0)
    tally = SealedTextField(
        set_from="learning_set_id",
        author_from="learning_set_id",
        null=True,
        blank=True,
    )
    findings = SealedTextField(
        set_from="learning_set_id",
        author_from="learning_set_id",
        null=True,
        blank=True,
    )

    class Meta:
        verbose_name = _("look at the set")
        verbose_name_plural = _("looks at the set")
        constraints = [
            # Two looks with no meeting between would show what one person changed.
            models.UniqueConstraint(
                fields=["learning_set", "after_meetings"],
                name="one_look_after_a_meeting",
            ),
            models.UniqueConstraint(
                fields=["learning_set"],
                condition=Q(closed_at__isnull=True),
                name="one_look_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Answered(models.Model):
    """That somebody has answered an open look; not what, not when, not after it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    check_up = models.ForeignKey(
        HealthCheck, on_delete=models.CASCADE, related_name="answered"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("who has answered")
        verbose_name_plural = _("who has answered")
        constraints = [
            models.UniqueConstraint(
                fields=["check_up", "person"], name="answers_a_look_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Renewal(models.Model):
    """One time a set asks itself whether it goes on, and what it decided."""

    class Decision(models.TextChoices):
        GO_ON = "go_on", _("We go on as we are")
        CHANGE = "change", _("We go on, and change one thing")
        PAUSE = "pause", _("We pause")
        END = "end", _("We end well")

    # Those who have not said by then no longer hold the others up.
    WAITS: ClassVar[timedelta] = timedelta(days=14)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="renewals"
    )
    asked_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    decision = models.CharField(max_length=8, choices=Decision, blank=True)
    meetings = models.PositiveSmallIntegerField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("renewal")
        verbose_name_plural = _("renewals")
        constraints = [
            models.UniqueConstraint(
                fields=["learning_set"],
                condition=Q(decided_at__isnull=True),
                name="one_renewal_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(decision="") | Q(decided_at__isnull=False),
                name="a_decision_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Preference(models.Model):
    """What one member would like: to go on, to pause, or to end."""

    class Choice(models.TextChoices):
        GO_ON = "go_on", _("Go on")
        PAUSE = "pause", _("Pause")
        END = "end", _("End well")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    renewal = models.ForeignKey(
        Renewal, on_delete=models.CASCADE, related_name="preferences"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    choice = SealedTextField(
        set_from="renewal.learning_set_id", author_from="person_id"
    )

    class Meta:
        verbose_name = _("preference")
        verbose_name_plural = _("preferences")
        constraints = [
            models.UniqueConstraint(
                fields=["renewal", "person"], name="one_preference_each"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Summary(models.Model):
    """One version of what a set says of itself at its end; the newest counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="summaries"
    )
    version = models.PositiveIntegerField()
    words = SealedTextField(set_from="learning_set_id", author_from="learning_set_id")
    written_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    written_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("summary")
        verbose_name_plural = _("summaries")
        ordering = ["learning_set", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["learning_set", "version"], name="summaries_are_numbered"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Ending(models.Model):
    """That a set has ended, and how far the destruction of its keys has come.

    `begun_at` is the point of no return: from then on the end cannot be undone, and
    a worker that was cut off is followed by another that finishes.
    """

    GRACE: ClassVar[timedelta] = timedelta(days=30)
    LONGEST: ClassVar[timedelta] = timedelta(days=90)
    REMINDED: ClassVar[timedelta] = timedelta(days=7)

    learning_set = models.OneToOneField(
        LearningSet, on_delete=models.CASCADE, primary_key=True, related_name="ending"
    )
    ended_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    reminded_at = models.DateTimeField(null=True, blank=True)
    begun_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("ending")
        verbose_name_plural = _("endings")

    def __str__(self) -> str:
        return str(self.pk)


class Farewell(models.Model):
    """What a leaver was offered, and whether their words in the set were destroyed.

    `wanted_at` is the point of no return; `destroyed_at` follows, if need be by
    another worker.
    """

    LASTS: ClassVar[timedelta] = timedelta(days=30)

    membership = models.OneToOneField(
        SetMembership,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="farewell",
    )
    told_at = models.DateTimeField(null=True, blank=True)
    wanted_at = models.DateTimeField(null=True, blank=True)
    destroyed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("farewell")
        verbose_name_plural = _("farewells")

    def __str__(self) -> str:
        return str(self.pk)
