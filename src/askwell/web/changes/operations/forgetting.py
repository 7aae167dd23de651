"""Deleting what nobody can come back to."""

from datetime import datetime

from django.db import transaction

from askwell.web.changes.models import ChangeEvent, LearningLoop
from askwell.web.changes.operations.logging import KEPT
from askwell.web.running.models import WindUp


@transaction.atomic
def forget_removed_lines(*, at: datetime) -> int:
    """For a day they could be brought back."""
    gone = ChangeEvent.objects.filter(removed_at__lt=at - KEPT)
    number = gone.count()
    if number:
        gone.delete()
    return number


@transaction.atomic
def forget_logs_of_the_past() -> int:
    """With a programme's lists goes who wrote a line, and who learned from it."""
    cleared = WindUp.objects.filter(cleared_at__isnull=False).values("programme")
    loops = LearningLoop.objects.filter(change__programme__in=cleared)
    written = ChangeEvent.objects.filter(programme__in=cleared, added_by__isnull=False)
    deleted, _by_model = loops.delete()
    return deleted + written.update(added_by=None)
