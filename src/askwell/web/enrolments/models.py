"""The people on a programme's list, whom they report to, and files on their way in."""

import secrets
import uuid
from datetime import timedelta
from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.people.models import Person, check_name, check_time_zone
from askwell.web.programmes.models import Cohort, Partner, Programme
from askwell.web.vault.fields import SealedTextField


class EnrolmentQuerySet(models.QuerySet["Enrolment"]):
    """Who is asked, who has said yes, who is gone."""

    def here(self) -> "EnrolmentQuerySet":
        """On the list: neither declined nor gone."""
        return self.exclude(status__in=Enrolment.GONE)

    def joined(self) -> "EnrolmentQuerySet":
        return self.filter(status=Enrolment.Status.JOINED)

    def unanswered(self) -> "EnrolmentQuerySet":
        return self.filter(status=Enrolment.Status.INVITED)

    def of(self, person: Person) -> "EnrolmentQuerySet":
        """A person's own, also those at their address from before they came."""
        return self.filter(
            Q(person=person) | Q(person__isnull=True, email=person.email)
        )


class Enrolment(models.Model):
    """One person on a programme's list, from being named there until they are gone.

    They need not know Askwell yet: an address is enough. Nobody is in before they
    have said yes themselves (INV-18).
    """

    class Status(models.TextChoices):
        LISTED = "listed", _("not asked yet")
        INVITED = "invited", _("asked")
        JOINED = "joined", _("takes part")
        DECLINED = "declined", _("does not wish to")
        LEFT = "left", _("no longer takes part")

    GONE: ClassVar = (Status.DECLINED, Status.LEFT)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="enrolments"
    )
    cohort = models.ForeignKey(
        Cohort,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="enrolments",
    )
    partner = models.ForeignKey(
        Partner, on_delete=models.CASCADE, related_name="enrolments"
    )
    email = models.EmailField(_("e-mail"))
    name = models.CharField(_("name"), max_length=120, validators=[check_name])
    # Known once they have answered with this very address.
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    level = models.PositiveSmallIntegerField(
        _("level"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
    )
    area = models.CharField(_("area"), max_length=120, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    time_zone = models.CharField(
        _("time zone"), max_length=64, blank=True, validators=[check_time_zone]
    )
    takes_part = models.BooleanField(_("takes part as a member"), default=True)
    facilitates = models.BooleanField(_("can facilitate"), default=False)
    capacity = models.PositiveSmallIntegerField(
        _("sets they can facilitate"), default=1, validators=[MaxValueValidator(12)]
    )
    status = models.CharField(max_length=8, choices=Status, default=Status.LISTED)
    code = models.CharField(
        max_length=64, unique=True, default=secrets.token_urlsafe, editable=False
    )
    listed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    listed_at = models.DateTimeField(default=timezone.now)
    invited_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        ordering = ["name", "email"]
        constraints = [
            models.UniqueConstraint(
                "programme", Lower("email"), name="on_the_list_once"
            ),
            models.CheckConstraint(
                condition=Q(level__isnull=True) | Q(level__gte=1, level__lte=5),
                name="enrolled_level_from_one_to_five",
            ),
        ]
        indexes = [models.Index(fields=["email"], name="enrolled_at_an_address")]

    def __str__(self) -> str:
        return str(self.pk)


class ReportingLine(models.Model):
    """Whom an address reports to in one organisation, enrolled or not."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="lines")
    email = models.EmailField()
    manager_email = models.EmailField()

    class Meta:
        verbose_name = _("reporting line")
        verbose_name_plural = _("reporting lines")
        constraints = [
            models.UniqueConstraint(
                fields=["partner", "email"], name="reports_to_one_manager"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Draft(models.Model):
    """A file somebody has put in, looked at and mended before anything is written.

    It names people who may know nothing of it yet: sealed under whoever put it in,
    seen by nobody else, gone when it is done with or after a day.
    """

    LASTS: ClassVar[timedelta] = timedelta(days=1)

    class Kind(models.TextChoices):
        PEOPLE = "people", _("people")
        LINES = "lines", _("who reports to whom")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.PEOPLE)
    created_at = models.DateTimeField(default=timezone.now)
    # The file as it came, and what was chosen and mended since.
    table = SealedTextField(set_from="by_id", author_from="by_id")
    choices = SealedTextField(set_from="by_id", author_from="by_id")

    class Meta:
        verbose_name = _("file on its way in")
        verbose_name_plural = _("files on their way in")
        indexes = [models.Index(fields=["created_at"], name="drafts_to_forget")]

    def __str__(self) -> str:
        return str(self.pk)


class Remembered(models.Model):
    """What columns and words meant the last time; headings and levels, no people.

    Each organisation's manager has a memory of their own, apart from the whole
    programme's.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="+")
    partner = models.ForeignKey(
        Partner, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    # Heading to field, and word to level one to five, both in small letters.
    columns: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(
        default=dict, blank=True
    )
    levels: "models.JSONField[dict[str, int], dict[str, int]]" = models.JSONField(
        default=dict, blank=True
    )

    class Meta:
        verbose_name = _("meaning of columns")
        verbose_name_plural = _("meanings of columns")
        constraints = [
            models.UniqueConstraint(
                fields=["programme"],
                condition=Q(partner__isnull=True),
                name="one_memory_of_a_programme",
            ),
            models.UniqueConstraint(
                fields=["programme", "partner"],
                condition=Q(partner__isnull=False),
                name="one_memory_of_an_organisation",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
