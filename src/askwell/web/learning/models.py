"""Two small yeses: to be named in others' records, and to have tried something."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person


class Naming(models.Model):
    """A person's yes to being named where others keep a question of theirs.

    Without it nobody is: a record that leaves a set carries no names.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="+")
    agreed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("agreement to be named")
        verbose_name_plural = _("agreements to be named")

    def __str__(self) -> str:
        return str(self.pk)


class Tried(models.Model):
    """Whether a set has tried what a meeting's review wanted to try next."""

    class Answer(models.TextChoices):
        YES = "yes", _("We tried it")
        PARTLY = "partly", _("In part")
        NO = "no", _("Not this time")

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="+")
    answer = models.CharField(max_length=8, choices=Answer)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True)
    said_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("whether it was tried")
        verbose_name_plural = _("whether they were tried")

    def __str__(self) -> str:
        return str(self.pk)
