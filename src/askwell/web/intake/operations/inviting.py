"""Asking the people on a list whether they would like to take part, and once more.

Nobody can make Askwell write to strangers without end: there is a most for whoever
invites, for one address, and for how often one is reminded.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Count, F, Q, QuerySet

from askwell.web.enrolments.models import Enrolment, EnrolmentQuerySet
from askwell.web.intake import queries, rules
from askwell.web.intake.operations.holding import hold_programme
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice
from askwell.web.programmes.models import LearningSet, Programme

Status = Enrolment.Status
A_DAY = timedelta(days=1)
MOST_A_DAY = 500
# However many programmes somebody is put on the list of.
MOST_TO_AN_ADDRESS = 3
FIRST_REMINDER, LAST_REMINDER = timedelta(days=5), timedelta(days=10)
AT_ONCE = 200


@dataclass(frozen=True)
class Sent:
    """How many were written to, and how many have to wait until tomorrow."""

    asked: int
    waiting: int


@transaction.atomic
def invite(
    programme: Programme,
    *,
    by: Person,
    at: datetime,
    only: Collection[UUID] | None = None,
) -> Sent:
    """Ask those who are listed, all or some; whoever was asked before is left alone."""
    hold_programme(programme)
    listed = rules.seen_by(by, programme).filter(status=Status.LISTED)
    if only is not None:
        listed = listed.filter(pk__in=only)
    chosen = list(_spared(listed, by=by, at=at))
    for one in chosen:
        _mail(one, by=by, at=at)
    now = Enrolment.objects.filter(pk__in=[one.pk for one in chosen])
    # Counted before anything changes what is listed.
    waiting = listed.count() - len(chosen)
    now.update(status=Status.INVITED, invited_at=at, reminded_at=None)
    return Sent(len(chosen), waiting)


@transaction.atomic
def remind(programme: Programme, *, by: Person, at: datetime) -> Sent:
    """Write once more to those who are silent, to each once a week at most."""
    hold_programme(programme)
    silent = queries.to_be_reminded(rules.seen_by(by, programme), at=at)
    chosen = list(_spared(silent, by=by, at=at))
    for one in chosen:
        _mail(one, by=by, at=at)
    waiting = silent.count() - len(chosen)
    Enrolment.objects.filter(pk__in=[one.pk for one in chosen]).update(reminded_at=at)
    return Sent(len(chosen), waiting)


def remind_once_more(*, at: datetime) -> int:
    """Of itself, five and ten days after somebody was asked, and then never again.

    Says how many. Whoever declined is not silent; neither is anybody reminded of a
    programme that is over, or whose sets are made.
    """
    due = list(_due(at=at).order_by("invited_at")[:AT_ONCE])
    return sum(_remind(one, at=at) for one in due)


def _due(*, at: datetime) -> EnrolmentQuerySet:
    first = Q(reminded_at__isnull=True, invited_at__lte=at - FIRST_REMINDER)
    last = Q(
        reminded_at__lt=F("invited_at") + LAST_REMINDER,
        invited_at__lte=at - LAST_REMINDER,
        reminded_at__lte=at - (LAST_REMINDER - FIRST_REMINDER),
    )
    return (
        Enrolment.objects.unanswered()
        .filter(
            first | last,
            programme__ended_at__isnull=True,
            programme__ends_on__gte=at.date(),
        )
        .exclude(
            cohort__in=LearningSet.objects.filter(cohort__isnull=False).values("cohort")
        )
    )


@transaction.atomic
def _remind(enrolment: Enrolment, *, at: datetime) -> bool:
    """Once, also when several workers try."""
    before = {"pk": enrolment.pk, "reminded_at": enrolment.reminded_at}
    silent = Enrolment.objects.unanswered().filter(**before)
    if not silent.update(reminded_at=at):
        return False
    _mail(enrolment, by=None, at=at)
    return True


def _spared(
    enrolments: EnrolmentQuerySet, *, by: Person, at: datetime
) -> Iterable[Enrolment]:
    """As many as may be written to today."""
    today = Notice.objects.filter(kind=Notice.Kind.PROGRAMME, created_at__gt=at - A_DAY)
    room = MOST_A_DAY - today.filter(by=by).count()
    had_enough = _had_enough(today)
    return enrolments.exclude(email__in=had_enough).order_by("pk")[: max(room, 0)]


def _had_enough(today: QuerySet[Notice]) -> QuerySet[Notice, str]:
    many = today.values("address").annotate(many=Count("pk"))
    return many.filter(many__gte=MOST_TO_AN_ADDRESS).values_list("address", flat=True)


def _mail(enrolment: Enrolment, *, by: Person | None, at: datetime) -> None:
    post_notice(
        kind=Notice.Kind.PROGRAMME,
        path=f"/programmes/join/{enrolment.code}/",
        address=enrolment.email,
        by=by,
        at=at,
    )
