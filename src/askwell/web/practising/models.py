"""Practice meetings with made-up members: only what the people in them did is kept."""

import secrets
import uuid
from functools import partial
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.practice.case import Case
from askwell.practice.cases import case_named
from askwell.practice.edition import edition
from askwell.practice.moves import FACILITATOR
from askwell.web.people.models import Person
from askwell.web.vault.fields import SealedTextField

OwnWords = partial(SealedTextField, set_from="person_id", author_from="person_id")
"""Sealed with a key of the person's alone, which no set and no office shares."""
SEEDS = 2**31


def new_seed() -> int:
    return secrets.randbelow(SEEDS)


class Run(models.Model):
    """One time through a case.

    All that happened in it follows from case, seed, seats and steps: it is played
    again whenever it is looked at. Others take a member's place until the first step;
    who comes later watches and asks.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.CharField(max_length=40)
    seed = models.BigIntegerField(default=new_seed)
    code = models.CharField(max_length=64, unique=True, default=secrets.token_urlsafe)
    # Whether moments are shown while they are there, as in a real meeting.
    with_help = models.BooleanField(default=True)
    # As the case was written then: rewritten, the same steps give another meeting.
    edition = models.CharField(max_length=32, default="")
    taken_back = models.PositiveSmallIntegerField(default=0)
    began_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("practice meeting")
        verbose_name_plural = _("practice meetings")
        ordering = ("-began_at",)

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def of(cls, case: Case, **how: Any) -> "Run":
        """A new one of a case as it is written now; not saved yet."""
        return cls(case=case.name, edition=edition(case), **how)

    @property
    def is_current(self) -> bool:
        """Whether its case stands as it was when the meeting began."""
        return self.edition == edition(case_named(self.case))


class Seat(models.Model):
    """Where a real person sat first: to facilitate, in a member's place, or beside.

    Who facilitates when the seat was handed on follows from the steps.
    """

    run = models.ForeignKey(
        Run, on_delete=models.CASCADE, related_name="seats", db_index=False
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    # The member whose place it is, by the name the case has for them; empty for who
    # came in later, and watches and asks.
    place = models.CharField(max_length=40, default=FACILITATOR, blank=True)
    # Whether others may read how it went while this person facilitated.
    shows_debrief = models.BooleanField(default=False)
    # When it was over, for who facilitated enough of it for it to count.
    led_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("seat in a practice meeting")
        verbose_name_plural = _("seats in practice meetings")
        constraints = [
            models.UniqueConstraint(fields=["run", "person"], name="sits_once"),
            models.UniqueConstraint(
                fields=["run", "place"],
                condition=~Q(place=""),
                name="one_in_a_place",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def began_it(self) -> bool:
        """Whoever began the meeting facilitated first, and can delete it."""
        return self.place == FACILITATOR


class Step(models.Model):
    """One thing somebody did; `move` is it as JSON, with any words they said."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    run = models.ForeignKey(
        Run, on_delete=models.CASCADE, related_name="steps", db_index=False
    )
    number = models.PositiveSmallIntegerField()
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    move = OwnWords()

    class Meta:
        verbose_name = _("step in a practice meeting")
        verbose_name_plural = _("steps in practice meetings")
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["run", "number"], name="one_step_at_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
