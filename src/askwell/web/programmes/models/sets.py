"""Sets, who is in them, and how one is invited."""

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
from askwell.web.programmes.models.programmes import Cohort, Programme


class Belonging(models.TextChoices):
    """How somebody belongs to a set; the same words as in its meetings."""

    MEMBER = "member", _("member")
    GUEST = "guest", _("guest")
    OBSERVER = "observer", _("observer")
    TRAINEE = "trainee", _("trainee facilitator")
    FACILITATOR = "facilitator", _("facilitator from outside")


# Whoever watches or learns from a set does so only while all of it consents.
BY_CONSENT = (Belonging.OBSERVER, Belonging.TRAINEE)
# Who reads what a set keeps between its meetings.
READERS = (Belonging.MEMBER, Belonging.FACILITATOR, Belonging.TRAINEE)


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

    class FacilitatedBy(models.TextChoices):
        """Moving between the two is the set's own vote (INV-25)."""

        FACILITATOR = "facilitator", _("a facilitator")
        TURNS = "turns", _("its members, taking turns")

    class Dial(models.TextChoices):
        """How much a facilitator still does, from everything to nothing."""

        LEADS = "leads", _("leads the meetings")
        CO_LEADS = "co_leads", _("leads together with a member")
        OBSERVES = "observes", _("is there and watches")
        ON_CALL = "on_call", _("comes when asked")
        NONE = "none", _("is no longer needed")

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
    # The people it was put together from. The programme reads nothing of it.
    cohort = models.ForeignKey(
        Cohort, on_delete=models.SET_NULL, null=True, blank=True, related_name="sets"
    )
    # What its programme learns of who came; any member may lower it, nobody raise it.
    attendance = models.CharField(
        max_length=8,
        choices=Programme.Attendance,
        default=Programme.Attendance.NOTHING,
    )
    created_by = models.ForeignKey(
        Person,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    facilitated_by = models.CharField(
        max_length=12, choices=FacilitatedBy, default=FacilitatedBy.FACILITATOR
    )
    dial = models.CharField(max_length=8, choices=Dial, default=Dial.LEADS)
    # Somebody chosen for the next meeting alone; it is forgotten once that is held.
    next_facilitator = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
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
        """Admitted and not gone, however they belong."""
        return self.filter(joined_at__isnull=False, left_at__isnull=True)

    def standing(self) -> "SetMembershipQuerySet":
        """Who is there from meeting to meeting and bound by the contract: no guests."""
        return self.current().exclude(belonging=Belonging.GUEST)

    def readers(self) -> "SetMembershipQuerySet":
        """Who reads what the set keeps: members and whoever facilitates it."""
        return self.current().filter(belonging__in=READERS)

    def members(self) -> "SetMembershipQuerySet":
        """Those the set consists of: they present, and decide for the set."""
        return self.current().filter(belonging=Belonging.MEMBER)

    def guests(self) -> "SetMembershipQuerySet":
        return self.current().filter(belonging=Belonging.GUEST)

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
    belonging = models.CharField(
        max_length=12, choices=Belonging, default=Belonging.MEMBER
    )
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

    @property
    def is_guest(self) -> bool:
        return self.belonging == Belonging.GUEST

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
    belonging = models.CharField(
        _("belongs as"), max_length=12, choices=Belonging, default=Belonging.MEMBER
    )
    is_facilitator = models.BooleanField(_("facilitates"), default=False)
    is_host = models.BooleanField(_("hosts"), default=False)
    # When they last facilitated a meeting, and since when they offer to.
    facilitated_at = models.DateTimeField(null=True, blank=True)
    offers_since = models.DateTimeField(null=True, blank=True)
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
            models.UniqueConstraint(
                fields=["learning_set"],
                condition=Q(is_host=True, left_at__isnull=True),
                name="one_host_at_most",
            ),
            models.CheckConstraint(
                condition=Q(is_facilitator=False)
                | ~Q(belonging__in=[Belonging.GUEST, Belonging.OBSERVER]),
                name="who_visits_does_not_facilitate",
            ),
            models.CheckConstraint(
                condition=Q(is_host=False) | Q(belonging=Belonging.MEMBER),
                name="the_host_is_a_member",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def is_guest(self) -> bool:
        return self.belonging == Belonging.GUEST

    @property
    def is_member(self) -> bool:
        """Of those the set consists of, not somebody who comes to it."""
        return self.belonging == Belonging.MEMBER

    @property
    def is_by_consent(self) -> bool:
        """There only as long as every member is content with it (INV-19)."""
        return self.belonging in BY_CONSENT

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
