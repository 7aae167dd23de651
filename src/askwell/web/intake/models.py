"""What somebody says before the sets are put together, for the composer alone."""

import uuid
from functools import partial

from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.enrolments.models import Enrolment
from askwell.web.people.models import Person
from askwell.web.vault.fields import SealedTextField

OwnWords = partial(SealedTextField, set_from="owner_id", author_from="owner_id")
"""Words sealed with a key of the owner's alone, which no set and no office shares."""


class Intake(models.Model):
    """One person's own words and week for one programme; no page shows it to others.

    What the manager may know (area, level, place, clocks) lies with the enrolment.
    The row is deleted when its owner leaves or the programme is wound up. Its key
    stays, because it is the owner's: their own topics are sealed with it as well.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enrolment = models.OneToOneField(
        Enrolment, on_delete=models.CASCADE, related_name="intake"
    )
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    # The half hours they could meet, on their own clocks, as `weeks` writes them.
    painted = models.CharField(
        max_length=84, blank=True, validators=[RegexValidator(r"^[0-9a-f]*\Z")]
    )
    challenge = OwnWords(null=True, blank=True)
    # Nothing but the composer compares it, and only if its owner likes.
    may_compare = models.BooleanField(default=False)
    # Names or addresses, one on a line; compared with the list while composing.
    apart = OwnWords(null=True, blank=True)
    begun_at = models.DateTimeField(default=timezone.now, editable=False)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("intake")
        verbose_name_plural = _("intakes")

    def __str__(self) -> str:
        return str(self.pk)
