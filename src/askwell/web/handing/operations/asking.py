"""Two questions to all members, counted without names and closed into met or not."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Q

from askwell.facilitation.readiness import (
    ENOUGH_ANSWERS,
    SAFE_STEPS,
    BroughtBack,
    feels_safe,
    peers_bring_back,
)
from askwell.web.handing import rules
from askwell.web.handing.models import Asked, Asking, Count
from askwell.web.handing.queries.asking import may_be_asked, open_asking
from askwell.web.handing.refusals import NotDoneError, Reason, need
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notices
from askwell.web.programmes.models import LearningSet, SetMembership
from askwell.web.programmes.operations.holding import hold
from askwell.web.programmes.queries import members_of

SAFE, BACK = "safe", "bring_back"


@transaction.atomic
def ask(learning_set: LearningSet, *, by: Person, at: datetime) -> Asking:
    """Ask all members now; the questions that are open already, if they are."""
    learning_set = hold(learning_set)
    need(rules.can_ask(by, learning_set), Reason.NOT_YOURS_TO_DO)
    here = open_asking(learning_set)
    if here is not None and at < here.closes_at:
        return here
    if here is not None:
        _close(here, is_complete=False, at=at)
    need(may_be_asked(learning_set, at=at), Reason.TOO_SOON)
    members = members_of(learning_set)
    need(len(members) >= ENOUGH_ANSWERS, Reason.TOO_FEW)
    asking = Asking.objects.create(learning_set=learning_set, opened_at=at)
    Asked.objects.bulk_create(Asked(asking=asking, person=each) for each in members)
    Count.objects.bulk_create(_at_zero(asking))
    post_notices(
        members,
        kind=Notice.Kind.HEALTH,
        path=f"/sets/{learning_set.pk}/handing-over/questions/",
        by=by,
        at=at,
        set_id=learning_set.pk,
    )
    return asking


def _at_zero(asking: Asking) -> list[Count]:
    steps = [(SAFE, str(each)) for each in SAFE_STEPS]
    backs = [(BACK, each.value) for each in BroughtBack]
    return [
        Count(asking=asking, item=item, value=value) for item, value in steps + backs
    ]


@transaction.atomic
def answer(
    learning_set: LearningSet,
    *,
    safe: int,
    brought_back: BroughtBack,
    by: Person,
    at: datetime,
) -> None:
    """Count one member’s answers in; whoever answers last closes the questions."""
    learning_set = hold(learning_set)
    asking = open_asking(learning_set)
    if asking is None or at >= asking.closes_at:
        raise NotDoneError(Reason.CLOSED)
    need(rules.can_ask(by, learning_set), Reason.NOT_YOURS_TO_DO)
    waiting = asking.asked.filter(person=by, has_answered=False)
    need(bool(waiting.update(has_answered=True)), Reason.ANSWERED)
    chosen = Q(item=SAFE, value=str(safe)) | Q(item=BACK, value=brought_back.value)
    asking.counts.filter(chosen).update(number=F("number") + 1)
    _close_if_all_have(asking, at=at)


def _close_if_all_have(asking: Asking, *, at: datetime) -> None:
    members = SetMembership.objects.members().filter(learning_set=asking.learning_set)
    waited_for = asking.asked.filter(
        has_answered=False, person__in=members.values("person")
    )
    if not waited_for.exists():
        _close(asking, is_complete=True, at=at)


def _close(asking: Asking, *, is_complete: bool, at: datetime) -> None:
    """What anybody said is deleted with the counts; met or not met stays."""
    asking.closed_at = at
    if is_complete:
        asking.feels_safe = feels_safe([int(each) for each in _said(asking, SAFE)])
        backs = [BroughtBack(each) for each in _said(asking, BACK)]
        asking.bring_back = peers_bring_back(backs)
    asking.save(update_fields=["closed_at", "feels_safe", "bring_back"])
    asking.counts.all().delete()
    asking.asked.all().delete()


def _said(asking: Asking, item: str) -> list[str]:
    counts = asking.counts.filter(item=item, number__gt=0)
    return [each.value for each in counts for _time in range(each.number)]


@transaction.atomic
def close_overdue(asking: Asking, *, at: datetime) -> bool:
    """Time is up, or nobody is waited for since somebody left; whether it closed."""
    LearningSet.objects.select_for_update().get(pk=asking.learning_set_id)
    asking = Asking.objects.get(pk=asking.pk)
    if asking.closed_at is not None:
        return False
    if at >= asking.closes_at:
        _close(asking, is_complete=False, at=at)
    else:
        _close_if_all_have(asking, at=at)
    return asking.closed_at is not None
