"""Cohorts in which an organisation trains facilitators, and who was asked into them.

A place holds nothing of what somebody did: that is in their own record, and is read
from there only while they show it.
"""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from askwell.web.people.models import Person
from askwell.web.programmes.models import Programme


class TrainingCohort(models.Model):
    """People of one programme who learn to facilitate together."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="training_cohorts"
    )
    name = models.CharField(max_length=120)
    context = models.CharField(max_length=20)
    starts_on = models.DateField()
    ends_on = models.DateField()
    # Names of practice cases that those who run it would like to be practised.
    cases: "models.JSONField[list[str], list[str]]" = models.JSONField(
        default=list, blank=True
    )
    begun_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("training cohort")
        verbose_name_plural = _("training cohorts")
        ordering = ["-starts_on", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="a_training_cohort_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Where those who are in it go."""
        return f"/training/cohorts/{self.pk}/"

    def is_over(self, *, on: date) -> bool:
        return self.ended_at is not None or self.ends_on < on


class PlaceQuerySet(models.QuerySet["Place"]):
    """Whose places, and which still stand."""

    def of(self, person: Person) -> "PlaceQuerySet":
        """Theirs, and what waits for their address."""
        waiting = Q(person__isnull=True, email=person.email)
        return self.filter(Q(person=person) | waiting)

    def open(self) -> "PlaceQuerySet":
        return self.filter(state__in=Place.OPEN)

    def joined(self) -> "PlaceQuerySet":
        return self.filter(state=Place.State.JOINED)


class Place(models.Model):
    """Somebody asked into a cohort; nobody is in it without their own yes.

    `name` is what those who asked knew already. Whether an address has an account is
    not to be seen from it.
    """

    class Part(models.TextChoices):
        """What somebody is asked to do in it."""

        TRAINEE = "trainee", _("learns to facilitate")
        TRAINER = "trainer", _("watches and helps")

    class State(models.TextChoices):
        """How far it is."""

        ASKED = "asked", _("asked")
        JOINED = "joined", _("said yes")
        DECLINED = "declined", _("said no")
        LEFT = "left", _("left")
        WITHDRAWN = "withdrawn", _("no longer asked")

    OPEN = (State.ASKED, State.JOINED)
    REFUSED = (State.DECLINED, State.LEFT)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    cohort = models.ForeignKey(
        TrainingCohort, on_delete=models.CASCADE, related_name="places"
    )
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, related_name="+"
    )
    email = models.EmailField()
    name = models.CharField(max_length=120, blank=True)
    part = models.CharField(max_length=8, choices=Part, default=Part.TRAINEE)
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    asked_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    shows_level = models.BooleanField(default=False)
    observer = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="watches"
    )

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("place in a training cohort")
        verbose_name_plural = _("places in training cohorts")
        ordering = ["asked_at", "email"]
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "email"],
                condition=Q(state__in=("asked", "joined")),
                name="one_open_place_in_a_training_cohort",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def called(self) -> str:
        """What others in the cohort, and those who run it, see."""
        if self.state == self.State.JOINED and self.person:
            return self.person.name or self.email
        return self.name or self.email

    @property
    def is_asked(self) -> bool:
        return self.state == self.State.ASKED

    @property
    def is_joined(self) -> bool:
        return self.state == self.State.JOINED

    @property
    def is_trainee(self) -> bool:
        return self.part == self.Part.TRAINEE
