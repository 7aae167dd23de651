"""Swapping turns to facilitate: one member asks, the other says yes or no."""

from datetime import datetime

from django.db import transaction

from askwell.web.handing.models import Duty, Exchange
from askwell.web.handing.operations.rota import keep_rota
from askwell.web.handing.queries.rota import can_take, is_ahead
from askwell.web.handing.refusals import NotDoneError, Reason, need
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice
from askwell.web.planning.operations.holding import hold_dates
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.operations import follow_rota


@transaction.atomic
def ask_to_swap(mine: Duty, theirs: Duty, *, by: Person, at: datetime) -> Exchange:
    """Ask somebody to facilitate in my place, and I in theirs."""
    learning_set = hold_dates(mine.meeting.learning_set)
    mine, theirs = _as_it_stands(mine), _as_it_stands(theirs)
    need(mine.person_id == by.pk != theirs.person_id, Reason.NOT_YOUR_TURN)
    _must_be_possible(learning_set, mine, theirs, at=at)
    exchange, is_new = Exchange.objects.get_or_create(
        mine=mine, theirs=theirs, defaults={"asked_at": at}
    )
    if is_new:
        _tell(Notice.Kind.SWAP_ASKED, theirs.person, learning_set, by=by, at=at)
    return exchange


@transaction.atomic
def answer_swap(
    exchange: Exchange, *, says_yes: bool, by: Person, at: datetime
) -> None:
    """With a yes each facilitates in the other’s place; no reason is asked for a no."""
    learning_set = hold_dates(exchange.mine.meeting.learning_set)
    mine, theirs = _as_it_stands(exchange.mine), _as_it_stands(exchange.theirs)
    need(theirs.person_id == by.pk, Reason.NOT_YOUR_TURN)
    asker = mine.person
    deleted, _of = Exchange.objects.filter(pk=exchange.pk).delete()
    need(bool(deleted), Reason.NOT_YOUR_TURN)
    if says_yes:
        _must_be_possible(learning_set, mine, theirs, at=at)
        _change_places(learning_set, mine, theirs)
        keep_rota(learning_set, at=at)
    _tell(Notice.Kind.SWAP_ANSWERED, asker, learning_set, by=by, at=at)


def _as_it_stands(duty: Duty) -> Duty:
    """Read anew, now that nobody else can change it."""
    found = Duty.objects.select_related("person", "meeting").filter(pk=duty.pk).first()
    if found is None:
        raise NotDoneError(Reason.NOT_YOUR_TURN)
    return found


def _must_be_possible(
    learning_set: LearningSet, mine: Duty, theirs: Duty, *, at: datetime
) -> None:
    """Both turns are ahead, and each of the two can take the other’s."""
    both = (mine, theirs)
    need(all(each.state == Duty.State.NAMED for each in both), Reason.NOT_YOUR_TURN)
    need(all(each.meeting.opened_at is None for each in both), Reason.BEGUN)
    need(
        all(is_ahead(each.meeting, learning_set, at=at) for each in both),
        Reason.NOT_YOUR_TURN,
    )
    fits = can_take(learning_set, mine, theirs.person, at=at) and can_take(
        learning_set, theirs, mine.person, at=at
    )
    need(fits, Reason.CANNOT_THEN)


def _change_places(learning_set: LearningSet, mine: Duty, theirs: Duty) -> None:
    """Whatever else was asked about either turn is past with it."""
    one, other = mine.person, theirs.person
    for duty, person in ((mine, other), (theirs, one)):
        is_next = learning_set.next_facilitator_id == duty.person_id
        duty.person = person
        duty.save(update_fields=["person"])
        if is_next:
            follow_rota(learning_set, None)
    changed = (mine, theirs)
    Exchange.objects.filter(mine__in=changed).delete()
    Exchange.objects.filter(theirs__in=changed).delete()


def _tell(
    kind: Notice.Kind,
    person: Person,
    learning_set: LearningSet,
    *,
    by: Person,
    at: datetime,
) -> None:
    post_notice(
        kind=kind,
        path=f"/sets/{learning_set.pk}/handing-over/",
        person=person,
        by=by,
        at=at,
        set_id=learning_set.pk,
    )
