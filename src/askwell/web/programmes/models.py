"""Sets: who is in them, what they agreed, and how one is invited."""

import secrets
import uuid
from datetime import datetime, timedelta
from typing import ClassVar

from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.people.models import Organisation, Person, check_time_zone
from askwell.web.vault.fields import SealedTextField


class LearningSet(models.Model):
    """A small, stable group that meets repeatedly; pages call it a set.

    It has a home organisation only if one asked for it; a neutral set has none,
    and a home gains nothing by being one.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class For(models.TextChoices):
        """What sets are begun for."""

        PEERS = "peers", _("peers in one organisation")
        ACROSS = "across", _("people from several organisations")
        NETWORK = "network", _("a business network")
        LEADERSHIP = "leadership", _("a leadership programme")
        NEW_WAYS = "new_ways", _("new ways of working")
        CHANGE = "change", _("coping with a change")

    name = models.CharField(_("name"), max_length=80)
    meant_for = models.CharField(
        _("what it is for"), max_length=12, choices=For, blank=True
    )
    purpose = models.CharField(_("purpose"), max_length=300, blank=True)
    format = models.CharField(_("format"), max_length=40, default="classic_uk")
    usual_minutes = models.PositiveSmallIntegerField(
        _("minutes a meeting usually takes"), null=True, blank=True
    )
    # Its meetings keep their hour on this zone's clocks, whatever clocks do elsewhere.
    time_zone = models.CharField(
        _("home time zone"), max_length=64, default="UTC", validators=[check_time_zone]
    )
    meeting_link = models.URLField(
        _("meeting link"),
        max_length=500,
        blank=True,
        validators=[URLValidator(schemes=["https"])],
    )
    home = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_by = models.ForeignKey(
        Person,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    # Since then a newcomer needs the consent of everyone in the set.
    formed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    # The day its keys are destroyed once it has ended, and when that was done.
    forget_on = models.DateField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("set")
        verbose_name_plural = _("sets")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The set's own page, which is drawn above all it shows."""
        return f"/sets/{self.pk}/"


class SetMembershipQuerySet(models.QuerySet["SetMembership"]):
    """Who is in a set, waits for it, or has left."""

    def current(self) -> "SetMembershipQuerySet":
        """Admitted and not gone: members, facilitators and admitted guests."""
        return self.filter(joined_at__isnull=False, left_at__isnull=True)

    def members(self) -> "SetMembershipQuerySet":
        """Those the set consists of; a guest is not one of them."""
        return self.current().filter(is_guest=False)

    def guests(self) -> "SetMembershipQuerySet":
        return self.current().filter(is_guest=True)

    def waiting(self) -> "SetMembershipQuerySet":
        return self.filter(joined_at__isnull=True, left_at__isnull=True)


def _invitation_expires() -> datetime:
    return timezone.now() + Invitation.LASTS


class Invitation(models.Model):
    """A link bound to one set: to one address, or to whoever holds the link."""

    LASTS: ClassVar[timedelta] = timedelta(days=14)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="invitations"
    )
    code = models.CharField(
        max_length=64, unique=True, default=secrets.token_urlsafe, editable=False
    )
    email = models.EmailField(_("e-mail"), blank=True)
    # As whoever invites knows them; they say themselves how they are called.
    name = models.CharField(_("name"), max_length=120, blank=True)
    is_guest = models.BooleanField(default=False)
    made_by = models.ForeignKey(
        Person,
        on_delete=models.CASCADE,
        related_name="invitations_made",
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    # Written down while the set is being begun; mailed when it is ready.
    is_draft = models.BooleanField(default=False)
    expires_at = models.DateTimeField(default=_invitation_expires)
    # Whoever has not answered is reminded once.
    reminded_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")

    def __str__(self) -> str:
        return str(self.id)

    def is_open(self, *, at: datetime) -> bool:
        """A link for one address serves once; a guests' link until it expires."""
        spent = self.email and self.used_at
        return not spent and self.withdrawn_at is None and at < self.expires_at


class SetMembership(models.Model):
    """A person's time in a set: asked, then joined, then left."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="memberships"
    )
    person = models.ForeignKey(
        Person,
        on_delete=models.CASCADE,
        related_name="set_memberships",
    )
    invitation = models.ForeignKey(
        Invitation,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="memberships",
    )
    is_facilitator = models.BooleanField(_("facilitates"), default=False)
    is_guest = models.BooleanField(_("guest"), default=False)
    is_host = models.BooleanField(_("hosts"), default=False)
    asked_at = models.DateTimeField(default=timezone.now)
    joined_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)

    objects = SetMembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("set membership")
        verbose_name_plural = _("set memberships")
        constraints = [
            models.UniqueConstraint(
                fields=["learning_set", "person"],
                condition=Q(left_at__isnull=True),
                name="once_in_a_set_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(is_guest=False) | Q(is_facilitator=False),
                name="a_guest_does_not_facilitate",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def is_waiting(self) -> bool:
        return self.joined_at is None and self.left_at is None

    @property
    def is_current(self) -> bool:
        return self.joined_at is not None and self.left_at is None


class Consent(models.Model):
    """One member's yes to one newcomer."""

    membership = models.ForeignKey(
        SetMembership, on_delete=models.CASCADE, related_name="consents"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.UniqueConstraint(
                fields=["membership", "person"], name="consents_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Contract(models.Model):
    """One version of a set's ground rules; a change of people makes a new one.

    The words are the set's own, sealed under no single author: who drafted them
    may leave and be forgotten, the agreement stays.
    """

    class Because(models.TextChoices):
        BEGUN = "begun", _("the set began")
        REWORDED = "reworded", _("the words changed")
        JOINED = "joined", _("someone joined")
        LEFT = "left", _("someone left")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="contracts"
    )
    version = models.PositiveIntegerField()
    words = SealedTextField(set_from="learning_set_id", author_from="learning_set_id")
    because = models.CharField(max_length=8, choices=Because, default=Because.BEGUN)
    drafted_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("working agreement")
        verbose_name_plural = _("working agreements")
        ordering = ["learning_set", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["learning_set", "version"], name="versions_are_numbered"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Agreement(models.Model):
    """One person's yes to one version of the contract."""

    contract = models.ForeignKey(
        Contract, on_delete=models.CASCADE, related_name="agreements"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    agreed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "person"], name="agrees_once_to_a_version"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class LedgerLine(models.Model):
    """Something done with a set that its members may want to know of; no words."""

    class Kind(models.TextChoices):
        BEGUN = "begun", _("began the set")
        JOINED = "joined", _("joined")
        LEFT = "left", _("left")
        REMOVED = "removed", _("was removed")
        PART = "part", _("changed part")
        CONTRACT = "contract", _("new version of the working agreement")
        VOTE = "vote", _("a vote")
        EXPORT = "export", _("took a copy of their own words")
        ENDED = "ended", _("the set ended")
        FORGOTTEN = "forgotten", _("words were destroyed")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="ledger"
    )
    kind = models.CharField(max_length=12, choices=Kind)
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # Whom it is about, where that is somebody else than who did it.
    about = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    detail = models.CharField(max_length=80, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("line of the ledger")
        verbose_name_plural = _("lines of the ledger")
        indexes = [models.Index(fields=["learning_set", "-at"], name="ledger_of_a_set")]

    def __str__(self) -> str:
        return str(self.id)
