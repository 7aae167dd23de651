"""What is done for surveys while nobody looks."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from askwell.web.surveys.models import Round
from askwell.web.surveys.operations.forgetting import (
    forget_pulses_of_the_past,
    forget_rounds_of_the_past,
    forget_ties_of_leavers,
    forget_who_tapped,
)
from askwell.web.surveys.operations.rounds import begin, remind, settle


def keep_rounds(*, at: datetime) -> int:
    """Begin those that are due, remind once, settle those that have closed."""
    to_begin = Round.objects.due(at=at).filter(programme__ended_at=None)
    to_remind = Round.objects.open(at=at).filter(reminded_at=None)
    to_settle = Round.objects.closed(at=at).filter(settled_at=None)
    begun = sum(begin(each, at=at) for each in _ids(to_begin))
    reminded = sum(remind(each, at=at) for each in _ids(to_remind))
    return begun + reminded + sum(settle(each, at=at) for each in _ids(to_settle))


def _ids(rounds: QuerySet[Round]) -> list[UUID]:
    return list(rounds.values_list("pk", flat=True))


def forget_what_is_over(*, at: datetime) -> int:
    """Ties of leavers, who tapped, and all of programmes that are cleared."""
    of_the_past = forget_rounds_of_the_past() + forget_pulses_of_the_past()
    return of_the_past + forget_ties_of_leavers() + forget_who_tapped(at=at)
