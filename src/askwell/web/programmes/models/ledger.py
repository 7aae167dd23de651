"""The ledger: what was done with a set, for its members to read."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.people.models import Person
from askwell.web.programmes.models.sets import LearningSet


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
        TRANSCRIPT = "transcript", _("a transcript of a meeting")
        STORY = "story", _("something told to others")

    class Part(models.TextChoices):
        """What is said in the detail of a changed part."""

        FACILITATES = "facilitates", _("facilitates from now on")
        FACILITATES_NO_MORE = "facilitates_no_more", _("no longer facilitates")
        FACILITATES_NEXT = "facilitates_next", _("facilitates the next meeting")
        AS_USUAL = "as_usual", _("the next meeting is facilitated as usual")
        OUTSIDE = "outside", _("facilitates from outside")
        HOSTS = "hosts", _("is the host")
        HOSTS_NO_MORE = "hosts_no_more", _("is no longer the host")

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
