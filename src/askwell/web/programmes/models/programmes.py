"""Programmes: many sets with one purpose, who looks after them, and for whom."""

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.people.models import Organisation, Person, check_time_zone


class Programme(models.Model):
    """Sets with one purpose, dates and a sponsor; opens no door into any of them.

    It has a home organisation only where one runs it for its own people. A programme
    across organisations can be at home nowhere, which is neutral.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class For(models.TextChoices):
        """What programmes are begun for; a set made in one is for the same."""

        LEADERSHIP = "leadership", _("developing leaders")
        ACROSS = "across", _("working together across organisations")
        NETWORK = "network", _("a network of peers in business")
        NEW_WAYS = "new_ways", _("new ways of working")
        CHANGE = "change", _("living through a change")

    class Attendance(models.TextChoices):
        """What the programme learns of who came, as the contract says."""

        NOTHING = "nothing", _("nothing")
        COUNTS = "counts", _("how many came to each meeting")
        NAMES = "names", _("how many meetings each person came to")

    name = models.CharField(_("name"), max_length=80)
    meant_for = models.CharField(_("what it is for"), max_length=12, choices=For)
    aim = models.CharField(_("what should be different after it"), max_length=300)
    home = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    starts_on = models.DateField(_("begins"))
    ends_on = models.DateField(_("ends"))
    meetings = models.PositiveSmallIntegerField(
        _("meetings of each set"),
        default=6,
        validators=[MinValueValidator(1), MaxValueValidator(24)],
    )
    every_weeks = models.PositiveSmallIntegerField(
        _("weeks between meetings"),
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(26)],
    )
    minutes = models.PositiveSmallIntegerField(
        _("minutes a meeting takes"),
        default=150,
        validators=[MinValueValidator(60), MaxValueValidator(480)],
    )
    format = models.CharField(_("format"), max_length=40, default="classic_uk")
    time_zone = models.CharField(
        _("home time zone"),
        max_length=64,
        default="Europe/London",
        validators=[check_time_zone],
    )
    # What its sets begin with instead of the usual agreement; empty means the usual.
    contract_words = models.TextField(_("working agreement"), blank=True)
    attendance = models.CharField(
        _("what the programme learns of who came"),
        max_length=8,
        choices=Attendance,
        default=Attendance.COUNTS,
    )
    created_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="a_programme_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/programmes/{self.pk}/"


class Cohort(models.Model):
    """People of a programme who start together, and are put into sets together."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="cohorts"
    )
    name = models.CharField(_("name"), max_length=80)
    starts_on = models.DateField(_("first meetings from"))

    class Meta:
        verbose_name = _("cohort")
        verbose_name_plural = _("cohorts")
        ordering = ["starts_on", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "name"], name="cohorts_have_names_of_their_own"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Partner(models.Model):
    """An organisation whose people take part in a programme."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="partners"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+"
    )
    # How this organisation calls the levels one to five, the lowest first.
    level_names: "models.JSONField[list[str], list[str]]" = models.JSONField(
        default=list, blank=True
    )

    class Meta:
        verbose_name = _("organisation in a programme")
        verbose_name_plural = _("organisations in programmes")
        ordering = ["organisation__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "organisation"], name="takes_part_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Competitors(models.Model):
    """Two organisations of a programme whose people never sit in one set."""

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="competitors"
    )
    one = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("competitors")
        verbose_name_plural = _("competitors")
        constraints = [
            models.UniqueConstraint(
                fields=["one", "other"], name="competitors_are_named_once"
            ),
            models.CheckConstraint(
                condition=~Q(one=F("other")), name="nobody_competes_with_themselves"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class OfficeQuerySet(models.QuerySet["Office"]):
    """Who holds which office now."""

    def open(self) -> "OfficeQuerySet":
        return self.filter(withdrawn_at__isnull=True)

    def of(self, person: Person) -> "OfficeQuerySet":
        """A person's own, also those given to their address before they came."""
        mine = Q(person=person) | Q(person__isnull=True, email=person.email)
        return self.open().filter(mine)


class Office(models.Model):
    """What somebody does for a programme; given to an address, taken up by a person.

    A manager without a partner looks after the whole programme; with one, only after
    the people of that organisation, and sees nobody else's.
    """

    class Kind(models.TextChoices):
        MANAGER = "manager", _("manager")
        SPONSOR = "sponsor", _("sponsor")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="offices"
    )
    partner = models.ForeignKey(
        Partner, on_delete=models.CASCADE, null=True, blank=True, related_name="offices"
    )
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.MANAGER)
    email = models.EmailField(_("e-mail"))
    name = models.CharField(_("name"), max_length=120, blank=True)
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    given_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    given_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        constraints = [
            models.UniqueConstraint(
                "programme",
                "kind",
                Lower("email"),
                condition=Q(withdrawn_at__isnull=True, partner__isnull=True),
                name="holds_an_office_once",
            ),
            models.UniqueConstraint(
                "partner",
                "kind",
                Lower("email"),
                condition=Q(withdrawn_at__isnull=True, partner__isnull=False),
                name="speaks_for_an_organisation_once",
            ),
            models.CheckConstraint(
                condition=Q(kind="manager") | Q(partner__isnull=True),
                name="a_sponsor_backs_the_whole",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Initiative(models.Model):
    """Something else the organisation does that a programme sits beside."""

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="initiatives"
    )
    name = models.CharField(_("name"), max_length=120)
    link = models.URLField(
        _("link"),
        max_length=500,
        blank=True,
        validators=[URLValidator(schemes=["https"])],
    )

    class Meta:
        verbose_name = _("linked initiative")
        verbose_name_plural = _("linked initiatives")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
