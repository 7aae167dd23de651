"""Who of a cohort was asked into which set, and as what."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.enrolments.models import Enrolment
from askwell.web.programmes.models import Belonging, Invitation, LearningSet


class Placement(models.Model):
    """One person's place in an adopted set: theirs to take or to decline."""

    enrolment = models.ForeignKey(
        Enrolment, on_delete=models.CASCADE, related_name="placements"
    )
    learning_set = models.ForeignKey(
        LearningSet, on_delete=models.CASCADE, related_name="placements"
    )
    invitation = models.OneToOneField(
        Invitation, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    belonging = models.CharField(
        max_length=12, choices=Belonging, default=Belonging.MEMBER
    )
    placed_at = models.DateTimeField(default=timezone.now)
    # Somebody else was asked in their place.
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "learning_set", "belonging"],
                condition=models.Q(replaced_at__isnull=True),
                name="placed_once_in_a_set",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
