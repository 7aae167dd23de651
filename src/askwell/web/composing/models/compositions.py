"""A division of a cohort into sets: searched for, changed by hand, adopted once."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from askwell.web.composing.models.jobs import Job
from askwell.web.people.models import Person
from askwell.web.programmes.models import Cohort, Programme

Json = dict[str, Any]


class CompositionQuerySet(models.QuerySet["Composition"]):
    """Which of them there are for whom."""

    def in_programmes(
        self, programmes: "models.QuerySet[Programme]"
    ) -> "CompositionQuerySet":
        return self.filter(cohort__programme__in=programmes)


class Composition(Job):
    """One answer to a cohort's terms.

    Holds ids and figures only: no name, no word that anybody wrote, and not whom
    somebody does not wish to sit with. Where a private wish is broken, it is counted.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    cohort = models.ForeignKey(
        Cohort, on_delete=models.CASCADE, related_name="compositions"
    )
    name = models.CharField(_("name"), max_length=80)
    made_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    # The division this search began with, if any.
    grown_from = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # The terms as they were when it was asked for; the people are read anew.
    asked: "models.JSONField[Json, Json]" = models.JSONField(default=dict)
    seed = models.PositiveIntegerField(default=1)
    steps = models.PositiveBigIntegerField(null=True, blank=True)
    # While it is searched for: the best total so far, and how many rules it breaks.
    so_far: "models.JSONField[Json, Json]" = models.JSONField(default=dict)
    sets: "models.JSONField[list[Json], list[Json]]" = models.JSONField(default=list)
    locks: "models.JSONField[Json, Json]" = models.JSONField(default=dict)
    score: "models.JSONField[Json, Json]" = models.JSONField(default=dict)
    broken: "models.JSONField[list[Json], list[Json]]" = models.JSONField(default=list)
    collisions: "models.JSONField[list[Json], list[Json]]" = models.JSONField(
        default=list
    )
    # When each set first meets, as it was chosen: set id -> instant.
    dates: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(
        default=dict
    )
    # Counts changes by hand, so that one manager notices another's.
    version = models.PositiveIntegerField(default=0)
    # Somebody watches how it goes on; who has gone is told when it is over.
    looked_at = models.DateTimeField(null=True, blank=True)
    adopted_at = models.DateTimeField(null=True, blank=True)
    # When the last of its sets was begun: of many, a few at a time.
    founded_at = models.DateTimeField(null=True, blank=True)
    adopted_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = CompositionQuerySet.as_manager()

    class Meta:
        verbose_name = _("composition")
        verbose_name_plural = _("compositions")
        ordering = ["asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["cohort"],
                condition=Q(adopted_at__isnull=False),
                name="a_cohort_adopts_one_division",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return f"/compositions/{self.pk}/"


class Change(models.Model):
    """One step made by hand, with what was there before it and what after it."""

    class Kind(models.TextChoices):
        MOVED = "moved", _("moved somebody")
        SWAPPED = "swapped", _("swapped two people")
        TOOK = "took", _("changed a facilitator")
        STAFFED = "staffed", _("shared out the facilitators")
        LOCKED = "locked", _("held something in its place")
        FREED = "freed", _("let something go")
        PLACED = "placed", _("placed late joiners, took out leavers")
        MERGED = "merged", _("merged a thin set")

    composition = models.ForeignKey(
        Composition, on_delete=models.CASCADE, related_name="changes"
    )
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=Kind)
    before: "models.JSONField[Json, Json]" = models.JSONField()
    after: "models.JSONField[Json, Json]" = models.JSONField()
    is_undone = models.BooleanField(default=False)
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("change of a composition")
        verbose_name_plural = _("changes of a composition")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["composition", "number"], name="changes_are_numbered"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
