"""What a programme's costs are counted from, and what owners say was spared."""

import uuid
from decimal import Decimal
from functools import partial

from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.insight.valuing import Rates
from askwell.web.actions.models import Action
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, Programme
from askwell.web.topics.models import Topic
from askwell.web.vault.fields import SealedTextField

OwnWords = partial(SealedTextField, set_from="owner_id", author_from="owner_id")
"""Sealed with a key of the owner's alone, which no set shares."""


def _money() -> "models.DecimalField[Decimal | None, Decimal | None]":
    """An amount; nothing where nobody has said it, for nought is an answer."""
    return models.DecimalField(
        max_digits=11,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )


class Costing(models.Model):
    """What time and other things cost in one programme; its manager's own figures.

    Nothing is filled in beforehand: a price that nobody has said is no price.
    """

    class Currency(models.TextChoices):
        """By its name in the currency's own English."""

        AUD = "AUD", _("Australian dollar (AUD)")
        BRL = "BRL", _("Brazilian real (BRL)")
        CAD = "CAD", _("Canadian dollar (CAD)")
        CHF = "CHF", _("Swiss franc (CHF)")
        CZK = "CZK", _("Czech koruna (CZK)")
        DKK = "DKK", _("Danish krone (DKK)")
        EUR = "EUR", _("Euro (EUR)")
        GBP = "GBP", _("Pound sterling (GBP)")
        HUF = "HUF", _("Hungarian forint (HUF)")
        INR = "INR", _("Indian rupee (INR)")
        JPY = "JPY", _("Japanese yen (JPY)")
        KES = "KES", _("Kenyan shilling (KES)")
        NOK = "NOK", _("Norwegian krone (NOK)")
        NZD = "NZD", _("New Zealand dollar (NZD)")
        PLN = "PLN", _("Polish zloty (PLN)")
        RON = "RON", _("Romanian leu (RON)")
        SEK = "SEK", _("Swedish krona (SEK)")
        SGD = "SGD", _("Singapore dollar (SGD)")
        USD = "USD", _("US dollar (USD)")
        ZAR = "ZAR", _("South African rand (ZAR)")

    programme = models.OneToOneField(
        Programme, on_delete=models.CASCADE, primary_key=True, related_name="costing"
    )
    currency = models.CharField(max_length=3, choices=Currency)
    facilitator_hour = _money()
    beside_hours = models.DecimalField(
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    member_hour = _money()
    platform_year = _money()
    other_year = _money()
    # What one-to-one coaching of the same people would take, to compare with.
    coach_session = _money()
    coach_sessions = models.PositiveSmallIntegerField(null=True, blank=True)
    coach_people = models.PositiveSmallIntegerField(null=True, blank=True)
    changed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("costing")
        verbose_name_plural = _("costings")

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def rates(self) -> Rates:
        def said(name: str) -> float | None:
            value = getattr(self, name)
            return None if value is None else float(value)

        return Rates(
            facilitator_hour=said("facilitator_hour"),
            member_hour=said("member_hour"),
            beside_hours=said("beside_hours") or 0.0,
            platform_year=said("platform_year"),
            other_year=said("other_year") or 0.0,
        )


class Spared(models.Model):
    """What an owner would otherwise have bought; only they read it again.

    `said` holds the estimate, sealed under the owner's own key. The set is the one in
    which the action was chosen or the topic worked on.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="+"
    )
    action = models.OneToOneField(
        Action, on_delete=models.CASCADE, null=True, blank=True, related_name="spared"
    )
    topic = models.OneToOneField(
        Topic, on_delete=models.CASCADE, null=True, blank=True, related_name="spared"
    )
    said = OwnWords()
    said_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("estimate of what was spared")
        verbose_name_plural = _("estimates of what was spared")
        indexes = [
            models.Index(fields=["learning_set", "said_at"], name="spared_in_a_set"),
        ]

    def __str__(self) -> str:
        return str(self.id)
