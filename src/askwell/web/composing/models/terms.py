"""What a cohort's sets have to be like, and what they should be like."""

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from askwell.composer.brief import USUAL_WEIGHTS
from askwell.web.enrolments.models import Enrolment
from askwell.web.programmes.models import Cohort

SMALLEST, LARGEST = 4, 8


class Weight(models.IntegerChoices):
    """How much a wish counts."""

    NOT_AT_ALL = 0, _("not at all")
    A_LITTLE = 1, _("a little")
    AS_USUAL = 2, _("as usual")
    MUCH = 3, _("much")
    VERY_MUCH = 4, _("very much")


def usual_wishes() -> dict[str, int]:
    """Every wish counts as usual."""
    return dict.fromkeys(USUAL_WEIGHTS, int(Weight.AS_USUAL))


def size_field(name: Any, default: int) -> Any:
    return models.PositiveSmallIntegerField(
        name,
        default=default,
        validators=[MinValueValidator(SMALLEST), MaxValueValidator(LARGEST)],
    )


class Terms(models.Model):
    """Rules that are never broken, and how much each wish counts, for one cohort."""

    AIMED_AT: ClassVar[int] = 6

    cohort = models.OneToOneField(
        Cohort, on_delete=models.CASCADE, related_name="terms"
    )
    # Empty means as many as make about six people each.
    sets = models.PositiveSmallIntegerField(
        _("how many sets"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    size_min = size_field(_("at least"), 5)
    size_max = size_field(_("at most"), 7)
    level_gap = models.PositiveSmallIntegerField(
        _("levels apart at most"),
        null=True,
        blank=True,
        default=2,
        validators=[MaxValueValidator(4)],
    )
    min_organisations = models.PositiveSmallIntegerField(
        _("organisations in a set, at least"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(LARGEST)],
    )
    max_per_organisation = models.PositiveSmallIntegerField(
        _("people of one organisation, at most"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(LARGEST)],
    )
    # How many beginnings a week a set has to have in common.
    beginnings = models.PositiveSmallIntegerField(
        _("times in the week at which all could begin, at least"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(40)],
    )
    wishes: "models.JSONField[dict[str, int], dict[str, int]]" = models.JSONField(
        default=usual_wishes
    )
    unlike = models.BooleanField(_("challenges"), default=False)

    class Meta:
        verbose_name = _("terms of a cohort")
        verbose_name_plural = _("terms of cohorts")
        constraints = [
            models.CheckConstraint(
                condition=Q(size_max__gte=F("size_min")),
                name="sets_may_be_as_large_as_they_must",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Pairing(models.Model):
    """Two people whom a manager wants together, or apart; known to managers alone."""

    class Kind(models.TextChoices):
        TOGETHER = "together", _("together")
        APART = "apart", _("apart")

    cohort = models.ForeignKey(
        Cohort, on_delete=models.CASCADE, related_name="pairings"
    )
    one = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)

    class Meta:
        verbose_name = _("pair")
        verbose_name_plural = _("pairs")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["one", "other"], name="a_pair_is_named_once"
            ),
            models.CheckConstraint(
                condition=~Q(one=F("other")), name="a_pair_is_two_people"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
