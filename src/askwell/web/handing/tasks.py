"""What happens to handing over while nobody looks: rota, looks, questions."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q

from askwell.web.handing.models import Asked, Asking, Duty, Look
from askwell.web.handing.operations.asking import close_overdue
from askwell.web.handing.operations.rota import keep_rota
from askwell.web.handing.operations.slipping import look
from askwell.web.handing.queries.rota import LATE
from askwell.web.meetings.models import Meeting
from askwell.web.programmes.models import LearningSet, SetMembership

AT_ONCE = 500
LONG_AGO = timedelta(days=14)


def keep_rotas(*, at: datetime) -> int:
    """Fill the rota of every set whose members facilitate; says how many changed."""
    ahead = Meeting.objects.to_come().filter(
        learning_set=OuterRef("pk"), starts_at__gt=at - LATE
    )
    named = Duty.objects.filter(
        meeting__learning_set=OuterRef("pk"),
        meeting__opened_at__isnull=True,
        state=Duty.State.NAMED,
    )
    shared = Q(facilitated_by=LearningSet.FacilitatedBy.TURNS) | Q(
        dial=LearningSet.Dial.CO_LEADS
    )
    sets = LearningSet.objects.filter(
        Exists(ahead), shared | Exists(named), ended_at__isnull=True
    )
    return sum(keep_rota(each, at=at) for each in sets.order_by("pk"))


def look_at_meetings(*, at: datetime) -> int:
    """Look back once after each closed meeting of sets that take turns."""
    closed = Meeting.objects.held().filter(
        ~Exists(Look.objects.filter(meeting=OuterRef("pk"))),
        closed_at__gt=at - LONG_AGO,
        learning_set__facilitated_by=LearningSet.FacilitatedBy.TURNS,
        learning_set__ended_at__isnull=True,
    )
    return sum(look(each, at=at) for each in closed.order_by("closed_at")[:AT_ONCE])


def close_questions(*, at: datetime) -> int:
    """Close what was open for too long, or waits for nobody any more."""
    waited_for = Asked.objects.filter(
        asking=OuterRef("pk"),
        has_answered=False,
        person__in=SetMembership.objects.members()
        .filter(learning_set=OuterRef(OuterRef("learning_set")))
        .values("person"),
    )
    waiting = Asking.objects.filter(
        Q(opened_at__lte=at - Asking.LASTS) | ~Exists(waited_for),
        closed_at__isnull=True,
    )
    return sum(close_overdue(each, at=at) for each in waiting)
