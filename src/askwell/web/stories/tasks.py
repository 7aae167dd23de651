"""What is done for stories while nobody looks."""

from datetime import datetime

from askwell.insight.periods import Quarter
from askwell.web.programmes.models import Programme
from askwell.web.stories import operations
from askwell.web.stories.models import Frozen, Offer, due


def publish_due(*, at: datetime) -> int:
    """End the rounds whose time is up; each once, by whichever worker."""
    over = Offer.objects.asked().filter(until__lte=at).select_related("learning_set")
    return sum(operations.finish(each, at=at) for each in over)


def forget_deleted(*, at: datetime) -> int:
    """Destroy the keys that somebody was cut off before destroying."""
    gone = Offer.objects.filter(status=Offer.Status.GONE)
    return sum(operations.forget(each, at=at) for each in gone)


def freeze_themes(*, at: datetime) -> int:
    """Look for themes in what was published, once after each quarter."""
    quarter = Quarter.of(at.date()).previous
    if at < due(quarter):
        return 0
    frozen = Frozen.objects.filter(year=quarter.year, number=quarter.number)
    waiting = Programme.objects.filter(
        ended_at__isnull=True,
        pk__in=Offer.objects.published().values("programme"),
    ).exclude(pk__in=frozen.values("programme"))
    return sum(operations.freeze(each, quarter, at=at) for each in waiting)
