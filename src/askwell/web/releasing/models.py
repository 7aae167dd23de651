"""Frozen figures of a programme, and what the guard remembers of each release."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.insight.periods import Quarter
from askwell.web.programmes.models import Cohort, Programme


class Snapshot(models.Model):
    """The figures of one programme for one quarter; never made anew.

    `people` counts in fives, `sets` are those that met in it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="snapshots"
    )
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    people = models.PositiveIntegerField(default=0)
    sets = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField(default=timezone.now)
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("snapshot")
        verbose_name_plural = _("snapshots")
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "year", "number"], name="one_snapshot_a_quarter"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def quarter(self) -> Quarter:
        return Quarter(self.year, self.number)


class Figure(models.Model):
    """One figure of a snapshot, or that it is withheld and why.

    Without a cohort it speaks of the whole programme. `people` counts in fives.
    `about` names a cell where a metric has several.
    """

    class Withheld(models.TextChoices):
        """Why a figure is not shown; never more exact than this."""

        NOTHING = "nothing", _("nothing was recorded that it could be counted from")
        FEW = "few", _("too few people or sets")
        TELLING = "telling", _("beside earlier figures it could point at somebody")
        ALIKE = "alike", _("nearly everybody was alike in this")

    snapshot = models.ForeignKey(
        Snapshot, on_delete=models.CASCADE, related_name="figures"
    )
    cohort = models.ForeignKey(
        Cohort, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    metric = models.CharField(max_length=40)
    about = models.CharField(max_length=200, blank=True)
    value = models.FloatField(null=True, blank=True)
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    people = models.PositiveIntegerField(default=0)
    sets = models.PositiveIntegerField(default=0)
    withheld = models.CharField(max_length=8, choices=Withheld, blank=True)

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [
            models.UniqueConstraint(
                fields=["snapshot", "metric", "about"],
                condition=models.Q(cohort__isnull=True),
                name="a_figure_is_released_once",
            ),
            models.UniqueConstraint(
                fields=["snapshot", "cohort", "metric", "about"],
                name="a_figure_of_a_cohort_is_released_once",
            ),
            models.CheckConstraint(
                condition=models.Q(value__isnull=True) | models.Q(withheld=""),
                name="what_is_withheld_has_no_value",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.metric} of {self.snapshot_id}"

    @property
    def is_shown(self) -> bool:
        return self.value is not None


class Population(models.Model):
    """People of whom figures of a programme spoke, as digests that name nobody.

    A digest stands as often as its person counts. It is kept when people go, because
    what was released of them was read. `key` tells which key of the server's made it.
    """

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="populations"
    )
    key = models.CharField(max_length=16)
    fingerprint = models.CharField(max_length=64)
    people: "models.JSONField[list[str], list[str]]" = models.JSONField(default=list)

    class Meta:
        verbose_name = _("population")
        verbose_name_plural = _("populations")
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "fingerprint"], name="a_population_is_kept_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Release(models.Model):
    """Whom one decided figure spoke of: what the guard weighs later figures against.

    `total` and `weight` are empty for a figure that was not shown in the end.
    """

    figure = models.OneToOneField(
        Figure, on_delete=models.CASCADE, primary_key=True, related_name="release"
    )
    population = models.ForeignKey(
        Population, on_delete=models.CASCADE, related_name="releases"
    )
    total = models.FloatField(null=True, blank=True)
    weight = models.FloatField(null=True, blank=True)

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")

    def __str__(self) -> str:
        return str(self.pk)
