"""Which quarters of which programmes are to be released."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Q

from askwell.insight.periods import Quarter
from askwell.web.measuring.queries import not_measured
from askwell.web.programmes.models import Programme
from askwell.web.releasing.models import Snapshot

AFTER = timedelta(days=7)
"""Long enough after a quarter that meetings and answers of it are counted."""
AFTER_ITS_END = timedelta(days=21)
"""A programme that ended is not awaited for longer: its lists go after thirty days."""


def programmes_to_look_at() -> Iterator[Programme]:
    """Those going on, and those that ended and still have their lists."""
    kept = Q(ended_at__isnull=True) | Q(wind_up__cleared_at__isnull=True)
    return Programme.objects.filter(kept).order_by("pk").iterator()


def due_quarters(programme: Programme, *, at: datetime) -> list[Quarter]:
    """Those without a snapshot whose time has come, the earliest first."""
    made = Snapshot.objects.filter(programme=programme)
    known = {Quarter(*each) for each in made.values_list("year", "number")}
    quarters = _quarters(programme, at)
    return [each for each in quarters if each not in known]


def _quarters(programme: Programme, at: datetime) -> Iterator[Quarter]:
    quarter = Quarter.of(programme.starts_on)
    while due_at(programme, quarter) <= at:
        yield quarter
        if programme.ended_at and quarter.holds(programme.ended_at):
            return
        quarter = quarter.following


def is_counted(programme: Programme, quarter: Quarter, *, at: datetime) -> bool:
    """Whether all of its meetings are measured, so that none would be left out.

    The end of a programme's lists is not waited for beyond.
    """
    if programme.ended_at and programme.ended_at + AFTER_ITS_END <= at:
        return True
    waiting = not_measured().filter(
        learning_set__cohort__programme=programme, closed_at__lt=quarter.until
    )
    return not waiting.exists()


def due_at(programme: Programme, quarter: Quarter) -> datetime:
    """A week after the quarter, or three after the programme ended in it."""
    usual, ended = quarter.until + AFTER, programme.ended_at
    return min(usual, ended + AFTER_ITS_END) if ended else usual
