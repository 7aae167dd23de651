"""Work that a worker does in a process of its own, and how far it has come."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Job(models.Model):
    """Waits, runs under a lease, and ends; a lease that ran out is anybody's again."""

    class Status(models.TextChoices):
        WAITING = "waiting", _("waits for its turn")
        RUNNING = "running", _("is being searched for")
        DONE = "done", _("found")
        STOPPED = "stopped", _("stopped early")
        FAILED = "failed", _("did not come to an end")
        ADOPTED = "adopted", _("adopted")

    status = models.CharField(
        max_length=8, choices=Status, default=Status.WAITING, db_index=True
    )
    # Whoever holds this name may write what was found, until the lease runs out.
    worker = models.CharField(max_length=36, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    share = models.FloatField(default=0.0)
    stop_asked = models.BooleanField(default=False)
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def is_going_on(self) -> bool:
        return self.status in (self.Status.WAITING, self.Status.RUNNING)

    @staticmethod
    def claimable(at: datetime) -> Q:
        """Waits for a worker, or was left behind by one."""
        left = Q(status=Job.Status.RUNNING, lease_until__lt=at)
        return Q(status=Job.Status.WAITING) | left
