"""What somebody offers to tell others, who has a say in it, and the themes in it."""

import uuid
from datetime import datetime, timedelta
from functools import partial
from typing import ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.insight.periods import Quarter
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, Programme, SetMembership
from askwell.web.vault.fields import SealedTextField

OwnWords = partial(
    SealedTextField, set_from="owner_id", author_from="id", null=True, blank=True
)
"""Sealed with a key of its owner's alone, made for this one offer: both go together."""


class OfferQuerySet(models.QuerySet["Offer"]):
    """Offers by how they stand."""

    def there(self) -> "OfferQuerySet":
        """Not deleted by their owner."""
        return self.exclude(status=Offer.Status.GONE)

    def asked(self) -> "OfferQuerySet":
        """The set has its say now."""
        return self.filter(status=Offer.Status.ASKED)

    def published(self) -> "OfferQuerySet":
        return self.filter(status=Offer.Status.PUBLISHED)


class Offer(models.Model):
    """A learning or a story that somebody would tell others of their programme.

    Its owner alone reads it until they ask their set. A no of the set is kept without
    a name, until the round is over; the voices are forgotten with it.
    """

    LASTS: ClassVar[timedelta] = timedelta(days=7)

    class Kind(models.TextChoices):
        LEARNING = "learning", _("a learning")
        STORY = "story", _("a story")

    class Audience(models.TextChoices):
        """Who reads it once it is published."""

        STAFF = "staff", _("those who look after or sponsor the programme")
        EVERYBODY = "everybody", _("everybody in the programme")

    class Status(models.TextChoices):
        DRAFT = "draft", _("being written")
        ASKED = "asked", _("your set has its say")
        DECLINED = "declined", _("not this time")
        NAMES = "names", _("a name has to go")
        PUBLISHED = "published", _("told to others")
        WITHDRAWN = "withdrawn", _("taken back")
        GONE = "gone", _("deleted")

    EDITABLE: ClassVar = (
        Status.DRAFT,
        Status.DECLINED,
        Status.NAMES,
        Status.WITHDRAWN,
    )
    WORDS: ClassVar = ("title", "words", "helped", "did", "came")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="+"
    )
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.LEARNING)
    audience = models.CharField(
        max_length=9, choices=Audience, default=Audience.EVERYBODY
    )
    with_name = models.BooleanField(default=False)
    title = OwnWords()
    # What was learned; in a story, what was going on.
    words = OwnWords()
    helped = OwnWords()
    did = OwnWords()
    came = OwnWords()
    # What looked like a name and may stand, as its owner said.
    cleared = OwnWords()
    status = models.CharField(max_length=9, choices=Status, default=Status.DRAFT)
    begun_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True, blank=True)
    is_objected_to = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True, blank=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("offer to tell others")
        verbose_name_plural = _("offers to tell others")
        constraints = [
            models.CheckConstraint(
                condition=Q(published_at__isnull=False) | ~Q(status="published"),
                name="what_is_published_has_its_instant",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=False) | ~Q(status="asked"),
                name="a_round_has_an_end",
            ),
        ]
        indexes = [
            models.Index(
                fields=["programme", "-published_at"],
                condition=Q(status="published"),
                name="told_in_a_programme",
            ),
            models.Index(
                fields=["until"], condition=Q(status="asked"), name="rounds_to_end"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def get_absolute_url(self) -> str:
        return f"/stories/{self.pk}/"

    @property
    def is_editable(self) -> bool:
        return self.status in self.EDITABLE

    @property
    def is_story(self) -> bool:
        return self.kind == self.Kind.STORY

    @property
    def is_empty(self) -> bool:
        return not self.title or not self.words

    @property
    def texts(self) -> list[str]:
        """All of its words, in the order in which they are read."""
        return [each for name in self.WORDS if (each := getattr(self, name))]


class Named(models.Model):
    """Somebody the words name, and since when they say yes to it; no no is kept.

    Once it is over without their yes they are not asked again: the name has to go.
    """

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="named")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    is_over = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("person named")
        verbose_name_plural = _("people named")
        constraints = [
            models.UniqueConstraint(
                fields=["offer", "person"], name="asked_once_about_their_name"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class SayQuerySet(models.QuerySet["Say"]):
    def concerned(self) -> "SayQuerySet":
        """Those who are still in the set: whoever left it has no say any more."""
        here = SetMembership.objects.members().filter(
            learning_set=OuterRef("offer__learning_set"), person=OuterRef("person")
        )
        return self.filter(Exists(here))


class Say(models.Model):
    """A member of the set who has a say, and since when it is fine by them.

    Gone when the round is over. A no leaves nothing here.
    """

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="says")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    fine_at = models.DateTimeField(null=True, blank=True)

    objects = SayQuerySet.as_manager()

    class Meta:
        verbose_name = _("say in an offer")
        verbose_name_plural = _("says in offers")
        constraints = [
            models.UniqueConstraint(
                fields=["offer", "person"], name="has_one_say_about_an_offer"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Frozen(models.Model):
    """That the themes of a programme were looked for at the end of a quarter."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    frozen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("themes of a quarter")
        verbose_name_plural = _("themes of quarters")
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "year", "number"], name="themes_once_a_quarter"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def quarter(self) -> Quarter:
        return Quarter(self.year, self.number)


class Theme(models.Model):
    """What several published texts have in common, named by words that they share.

    For each audience there are themes of their own, out of what that audience reads.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    frozen = models.ForeignKey(Frozen, on_delete=models.CASCADE, related_name="themes")
    audience = models.CharField(max_length=9, choices=Offer.Audience)
    words: "models.JSONField[list[str], list[str]]" = models.JSONField(default=list)
    offers: "models.ManyToManyField[Offer, models.Model]" = models.ManyToManyField(
        Offer, related_name="themes"
    )

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")

    def __str__(self) -> str:
        return str(self.pk)


def due(quarter: Quarter) -> datetime:
    """When the themes of a quarter are looked for: before its figures are."""
    return quarter.until + timedelta(days=6)
