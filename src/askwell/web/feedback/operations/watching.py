"""Asking somebody to watch how one facilitates, and their yes or no."""

from datetime import datetime

from django.db import transaction

from askwell.web.feedback import rules
from askwell.web.feedback.models import Watch
from askwell.web.feedback.refusals import Reason, need
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice, post_notices
from askwell.web.programmes import operations, queries
from askwell.web.programmes.models import Belonging, LearningSet, SetMembership
from askwell.web.programmes.operations.holding import hold
from askwell.web.programmes.rules import can_remove

State = Watch.State


@transaction.atomic
def ask_to_observe(
    learning_set: LearningSet, observer: Person, *, by: Person, at: datetime
) -> Watch:
    """`by` asks somebody to watch them in this set; it opens no door yet.

    Once the observer agrees, the set is asked, and lets them in only unanimously.
    """
    learning_set = hold(learning_set)
    need(rules.can_be_watched(by, learning_set), Reason.NOT_YOURS_TO_DO)
    need(observer != by, Reason.YOURSELF)
    _check_they_only_watch(learning_set, observer)
    mine = Watch.objects.filter(learning_set=learning_set, person=by, observer=observer)
    need(not mine.filter(state__in=Watch.OPEN).exists(), Reason.ASKED_ALREADY)
    watch = Watch.objects.create(
        learning_set=learning_set, person=by, observer=observer, asked_at=at
    )
    _tell(observer, by=by, at=at)
    return watch


def _check_they_only_watch(learning_set: LearningSet, observer: Person) -> None:
    there = queries.membership_of(observer, learning_set)
    fits = there is None or there.belonging == Belonging.OBSERVER
    need(fits, Reason.MEMBER_ALREADY)


def _tell(person: Person, *, by: Person, at: datetime) -> None:
    post_notice(
        kind=Notice.Kind.TRAINING, path="/observations/", person=person, by=by, at=at
    )


@transaction.atomic
def agree(watch: Watch, *, by: Person, at: datetime) -> SetMembership:
    """The observer would come: from now on the set’s members are asked.

    Where the set has let them in before, its members read who watches whom now: what
    they consented to has changed, and each of them can end it.
    """
    learning_set = hold(watch.learning_set)
    need(rules.can_answer(by, watch), Reason.NOT_YOURS_TO_DO)
    _check_they_only_watch(learning_set, by)
    watch.state, watch.agreed_at = State.AGREED, at
    watch.save(update_fields=["state", "agreed_at"])
    link = operations.open_link(
        learning_set, belonging=Belonging.OBSERVER, by=watch.person, at=at
    )
    _tell(watch.person, by=by, at=at)
    there = operations.ask_to_join(link, by, at=at)
    if there.is_current:
        _tell_members(learning_set, by=by, at=at)
    return there


def _tell_members(learning_set: LearningSet, *, by: Person, at: datetime) -> None:
    members = SetMembership.objects.members().filter(learning_set=learning_set)
    post_notices(
        [each.person for each in members.select_related("person")],
        kind=Notice.Kind.TRAINING,
        path=f"/sets/{learning_set.pk}/observers/",
        by=by,
        at=at,
        set_id=learning_set.pk,
    )


@transaction.atomic
def decline(watch: Watch, *, by: Person, at: datetime) -> None:
    need(rules.can_answer(by, watch), Reason.NOT_YOURS_TO_DO)
    watch.state = State.DECLINED
    watch.save(update_fields=["state"])
    _tell(watch.person, by=by, at=at)


@transaction.atomic
def end(watch: Watch, *, by: Person, at: datetime) -> None:
    """Either of the two says it is over; the observer then comes no more.

    What was watched can still be written down.
    """
    need(rules.can_end(by, watch), Reason.NOT_YOURS_TO_DO)
    watch.state, watch.ended_at = State.ENDED, at
    watch.save(update_fields=["state", "ended_at"])
    others = Watch.objects.filter(
        learning_set=watch.learning_set,
        observer=watch.observer,
        state__in=Watch.OPEN,
    )
    there = queries.membership_of(watch.observer, watch.learning_set)
    if there is None or there.belonging != Belonging.OBSERVER or others.exists():
        return
    if by == watch.observer:
        operations.leave(there, at=at)
    elif can_remove(by, there):
        operations.remove(there, by=by, at=at)
    else:
        operations.leave(there, at=at)
