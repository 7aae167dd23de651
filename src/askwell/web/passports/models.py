"""What somebody facilitated and learned, pathways of programmes, and badges.

What a person facilitated is kept by plain ids of its meeting and its set, so that it
stays theirs when the set is forgotten; nothing here holds a word or a name of a set.
"""

import uuid
from datetime import datetime
from functools import partial

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.facilitation.pathways import PATHWAYS, Pathway, pathway_named
from askwell.facilitation.pathways.editing import Rules, edited
from askwell.process.formats.shape import Counting
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, Programme
from askwell.web.vault.fields import SealedTextField

OwnWords = partial(SealedTextField, set_from="person_id", author_from="person_id")
"""Sealed with a key of the person's alone, which no set and no office shares."""


class Collected(models.Model):
    """That a closed meeting was looked at for who facilitated it.

    `head` is how far its log had come; where it has come further, it is looked at
    anew.
    """

    meeting = models.OneToOneField(
        Meeting, on_delete=models.CASCADE, primary_key=True, related_name="collected"
    )
    head = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("meeting looked at")
        verbose_name_plural = _("meetings looked at")

    def __str__(self) -> str:
        return str(self.pk)


class Facilitated(models.Model):
    """That a person facilitated slots of a meeting; theirs to leave out.

    `minutes` are the part of the meeting's length that their slots were of all. What
    is not action learning counts apart (INV-27).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    meeting_key = models.UUIDField(db_index=True)
    set_key = models.UUIDField()
    format = models.CharField(max_length=40)
    counting = models.CharField(max_length=20, default=Counting.ACTION_LEARNING.value)
    slots = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    left_out = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("meeting facilitated")
        verbose_name_plural = _("meetings facilitated")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "meeting_key"], name="a_meeting_is_facilitated_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_action_learning(self) -> bool:
        return self.counting == Counting.ACTION_LEARNING.value


class Supervision(models.Model):
    """That a person goes to a set for supervision: their own word, shown to nobody."""

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="+"
    )
    marked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("supervision set")
        verbose_name_plural = _("supervision sets")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "learning_set"], name="a_supervision_set_is_marked"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Learned(models.Model):
    """What somebody did to go on learning: when, how long, and what in their words."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    what = OwnWords()
    on = models.DateField()
    hours = models.DecimalField(
        max_digits=4,
        decimal_places=1,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )

    class Meta:
        verbose_name = _("learning elsewhere")
        verbose_name_plural = _("learning elsewhere")
        ordering = ["-on"]

    def __str__(self) -> str:
        return str(self.pk)


class AdoptedQuerySet(models.QuerySet["Adopted"]):
    """Which pathways are switched on."""

    def on(self) -> "AdoptedQuerySet":
        """But not one whose template this version no longer has."""
        known = [each.name for each in PATHWAYS]
        return self.filter(switched_off_at__isnull=True, template__in=known)


class Adopted(models.Model):
    """A pathway that a programme switched on, and what it changed of it.

    Switched off it is kept, so that switching it on again brings all of it back.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="pathways"
    )
    template = models.CharField(max_length=40)
    rules: "models.JSONField[dict[str, object], dict[str, object]]" = models.JSONField(
        default=dict, blank=True
    )
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    switched_on_at = models.DateTimeField(default=timezone.now)
    switched_off_at = models.DateTimeField(null=True, blank=True)
    edited_at = models.DateTimeField(null=True, blank=True)

    objects = AdoptedQuerySet.as_manager()

    class Meta:
        verbose_name = _("pathway of a programme")
        verbose_name_plural = _("pathways of programmes")
        ordering = ["switched_on_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "template"], name="a_pathway_is_adopted_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template} in {self.programme_id}"

    @property
    def is_on(self) -> bool:
        return self.switched_off_at is None

    @property
    def own_rules(self) -> Rules:
        return Rules.from_json(self.rules)

    @property
    def pathway(self) -> Pathway:
        return edited(pathway_named(self.template), self.own_rules)


class Confirmation(models.Model):
    """That somebody confirmed what no software can know of a person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    adopted = models.ForeignKey(
        Adopted, on_delete=models.CASCADE, related_name="confirmations", db_index=False
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    requirement = models.CharField(max_length=40)
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("confirmation")
        verbose_name_plural = _("confirmations")
        constraints = [
            models.UniqueConstraint(
                fields=["adopted", "person", "requirement"],
                name="a_requirement_is_confirmed_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.requirement} of {self.person_id}"


class BadgeQuerySet(models.QuerySet["Badge"]):
    """Which badges may be shown."""

    def standing(self, *, at: datetime) -> "BadgeQuerySet":
        lasts = Q(valid_until__isnull=True) | Q(valid_until__gt=at)
        return self.filter(lasts, withdrawn_at__isnull=True)


class Badge(models.Model):
    """A signed credential for a level; its id is the credential's own.

    Only its owner reads the credential: whoever else is to have it gets it from them.
    What a programme stood for stays apart from our own levels when that is gone.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    adopted = models.ForeignKey(
        Adopted, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    is_of_programme = models.BooleanField(default=False)
    pathway = models.CharField(max_length=40)
    level = models.CharField(max_length=40)
    credential = OwnWords()
    is_named = models.BooleanField(default=False)
    issued_at = models.DateTimeField(default=timezone.now)
    valid_until = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = BadgeQuerySet.as_manager()

    class Meta:
        verbose_name = _("badge")
        verbose_name_plural = _("badges")
        ordering = ["-issued_at"]

    def __str__(self) -> str:
        return str(self.pk)

    def stands(self, *, at: datetime) -> bool:
        """As `BadgeQuerySet.standing` has it."""
        lasts = self.valid_until is None or self.valid_until > at
        return lasts and self.withdrawn_at is None


class Withdrawn(models.Model):
    """The id of a credential that counts no more; of nobody, and for ever."""

    credential = models.UUIDField(primary_key=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("withdrawn badge")
        verbose_name_plural = _("withdrawn badges")

    def __str__(self) -> str:
        return str(self.credential)
