"""Who someone is: persons, organisations, and the notices posted to them."""

import secrets
import uuid
from datetime import datetime, timedelta
from typing import Any, ClassVar
from zoneinfo import available_timezones

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager


def check_time_zone(name: str) -> None:
    """Refuse a name that is not in the time zone database."""
    if name not in available_timezones():
        raise ValidationError(_("Choose a time zone from the list."))


check_name = RegexValidator(
    r"^[^/:@<>\r\n\t]+$",
    _("Write your name only, without signs such as / : @ < >."),
    code="not_a_name",
)


class PersonManager(BaseUserManager["Person"]):
    """Makes persons and finds them by e-mail, which is kept in lower case."""

    def create_user(
        self, email: str, password: str | None = None, **fields: Any
    ) -> "Person":
        """Without a password the person signs in by a mailed code."""
        person = self.model(email=self.normalize_email(email), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        return (email or "").strip().lower()

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email=self.normalize_email(username))


class Person(AbstractBaseUser):
    """Someone with an e-mail address; belongs to any number of organisations."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=120, validators=[check_name])
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        default="Europe/London",
        validators=[check_time_zone],
    )
    # Private hints of the question coach while this person writes.
    wants_hints = models.BooleanField(_("hints while I write"), default=True)
    # Looks after this server. It opens no door to what a set says.
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_person_per_address"),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def clean(self) -> None:
        self.email = Person.objects.normalize_email(self.email)

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name.split()[0] if self.name.strip() else self.email


class Organisation(models.Model):
    """An employer or network; none of its administrators reads a set's words."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=160, unique=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person's place in one organisation, and whom they report to there.

    Reached through `Membership.objects` inside a scope only, never from a person.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    level = models.PositiveSmallIntegerField(
        _("level"), validators=[MinValueValidator(1), MaxValueValidator(5)], default=1
    )
    function = models.CharField(_("function"), max_length=120, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    manager = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    objects: ClassVar[models.Manager["Membership"]] = ScopedManager(
        organisation="organisation"
    )

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "person"],
                name="one_membership_per_organisation",
            ),
            models.CheckConstraint(
                condition=Q(level__gte=1, level__lte=5), name="level_from_one_to_five"
            ),
            models.CheckConstraint(
                condition=Q(manager__isnull=True) | ~Q(manager=F("id")),
                name="nobody_is_their_own_manager",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.organisation_id}"


class Group(models.TextChoices):
    """What notices are about, as far as people choose between them."""

    PEOPLE = "people", _("Invitations and people")
    MEETINGS = "meetings", _("Meetings and dates")
    TURN = "turn", _("My turn")
    SET = "set", _("The set")
    REMINDERS = "reminders", _("My own reminders")


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Questions about the notice board."""

    def of(self, person: Person) -> "NoticeQuerySet":
        """What is on a person's board, with what was sent to their address before."""
        return self.filter(Q(person=person) | Q(address=person.email))

    def unread(self) -> "NoticeQuerySet":
        return self.filter(read_at__isnull=True)

    def waiting(self) -> "NoticeQuerySet":
        """Not yet handed on to whatever carries notices out of the house."""
        return self.filter(handed_on_at__isnull=True)


class Notice(models.Model):
    """Something to tell a person: what kind it is and where to go, no words of a set.

    Posted in the transaction that makes it true, and handed on once to what carries
    it further: mail, a digest, a chat. An invitation may go to an address that belongs
    to no person yet.
    """

    class Kind(models.TextChoices):
        INVITED = "invited", _("invited to a set")
        ASKED = "asked", _("someone asks to join your set")
        ADMITTED = "admitted", _("admitted to a set")
        CONTRACT = "contract", _("working agreement to read")
        PART = "part", _("your part in the set changed")
        VOTE = "vote", _("the set asks for your yes or no")
        CONVENED = "convened", _("meeting convened")
        MOVED = "moved", _("meeting moved")
        CANCELLED = "cancelled", _("meeting cancelled")
        DATES_ASKED = "dates_asked", _("dates to answer")
        SOON = "soon", _("meeting soon")
        TOO_FEW = "too_few", _("too few are coming")
        PRESENTING = "presenting", _("you are booked to present")
        SWAP_ASKED = "swap_asked", _("someone asks to swap turns")
        SWAP_ANSWERED = "swap_answered", _("your swap was answered")
        LAPSED = "lapsed", _("the set has not met")
        HEALTH = "health", _("a look at how the set is doing")
        ENDING = "ending", _("the set ends")
        FORGOTTEN = "forgotten", _("the set's words are destroyed")
        FAREWELL = "farewell", _("you are no longer in a set")
        REMINDER = "reminder", _("your own reminder")
        TRANSCRIPT_ASKED = "transcript_asked", _("may a transcript be read?")
        OFFICE = "office", _("you look after a programme")
        PROGRAMME = "programme", _("asked to take part in a programme")
        COMPOSED = "composed", _("a composition is ready")
        PLACED = "placed", _("a set was put together with you in it")
        NEEDED = "needed", _("a programme needs something of you")
        WOUND_UP = "wound_up", _("a programme has ended")
        SURVEY = "survey", _("a few questions to answer")
        SNAPSHOT = "snapshot", _("new figures of a programme")
        OFFERED = "offered", _("someone would tell others what they learned")
        STORY = "story", _("news of what you offered to tell")
        TRAINING = "training", _("something of your training as a facilitator")
        OBSERVED = "observed", _("an observation of how you facilitated")
        FEEDBACK = "feedback", _("how was the facilitation?")
        ROTA = "rota", _("you facilitate soon")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="notices"
    )
    address = models.EmailField(blank=True)
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(max_length=16, choices=Kind)
    path = models.CharField(max_length=200)
    # Which set it is about, if any; and what was posted together with it.
    set_id = models.UUIDField(null=True, blank=True, editable=False)
    batch = models.UUIDField(default=uuid.uuid4, editable=False)
    # When what it is about takes place, if it is about a meeting.
    about_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    handed_on_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, address="")
                | (Q(person__isnull=True) & ~Q(address="")),
                name="notice_goes_to_a_person_or_an_address",
            ),
        ]
        indexes = [
            models.Index(
                fields=["created_at"],
                condition=Q(handed_on_at__isnull=True),
                name="notices_to_hand_on",
            ),
            models.Index(fields=["person", "-created_at"], name="board_of_a_person"),
            models.Index(
                fields=["person"], condition=Q(read_at__isnull=True), name="unread"
            ),
            models.Index(fields=["address"], name="sent_to_an_address"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.path}"


def _proof_expires() -> datetime:
    return timezone.now() + AddressProof.LASTS


class AddressProof(models.Model):
    """A code mailed to an address, to show that whoever types it reads that mail."""

    LASTS: ClassVar[timedelta] = timedelta(minutes=15)
    MOST_TRIES: ClassVar[int] = 5

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField()
    name = models.CharField(max_length=120)
    salt = models.CharField(max_length=64, default=secrets.token_hex)
    digest = models.CharField(max_length=64)
    tries = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField(default=_proof_expires)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("proof of address")
        verbose_name_plural = _("proofs of address")
        indexes = [models.Index(fields=["email", "created_at"], name="recent_proofs")]

    def __str__(self) -> str:
        return str(self.id)
