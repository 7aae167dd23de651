"""What a set agreed, version by version, and who said yes to which."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.people.models import Person
from askwell.web.programmes.models.sets import LearningSet
from askwell.web.vault.fields import SealedTextField


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
        REOPENED = "reopened", _("the set wished to agree anew")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="contracts"
    )
    version = models.PositiveIntegerField()
    words = SealedTextField(set_from="learning_set_id", author_from="learning_set_id")
    because = models.CharField(max_length=8, choices=Because, default=Because.BEGUN)
    # Who came or went, where that is why.
    about = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
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
