"""Ending a set well: its summary, the day its words go, and the way back until then."""

from datetime import date, datetime

from django.db import transaction

from askwell.web.meetings.models import Meeting
from askwell.web.meetings.operations import TooLateError, cancel
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notices
from askwell.web.programmes.models import LearningSet, LedgerLine, SetMembership
from askwell.web.programmes.operations import enter
from askwell.web.programmes.operations.holding import hold, hold_even_ended
from askwell.web.programmes.rules import can_read_set
from askwell.web.renewal import queries, rules
from askwell.web.renewal.models import Ending, Renewal, Summary
from askwell.web.renewal.refusals import NotNowError, Reason, need


@transaction.atomic
def end(
    learning_set: LearningSet, *, forget_on: date, by: Person, at: datetime
) -> Ending:
    """Nothing new is said from now on; what was said is there until that day."""
    learning_set = hold(learning_set)
    last = queries.last_decision(learning_set)
    need(rules.can_end(by, learning_set, last), Reason.NOT_DECIDED_TO_END)
    own = Meeting.objects.filter(learning_set=learning_set)
    need(not own.in_progress().exists(), Reason.MEETING_NOW)
    need(forget_on in queries.days_to_choose(learning_set, at=at), Reason.NOT_LATER)
    for meeting in own.to_come():
        _cancel(meeting, by=by, at=at)
    _send_away_who_visits(learning_set, at=at)
    learning_set.ended_at = at
    learning_set.forget_on = forget_on
    learning_set.save(update_fields=["ended_at", "forget_on"])
    enter(learning_set, LedgerLine.Kind.ENDED, by=by, at=at)
    tell(learning_set, Notice.Kind.ENDING, by=by, at=at)
    return Ending.objects.create(learning_set=learning_set, ended_by=by)


def _cancel(meeting: Meeting, *, by: Person, at: datetime) -> None:
    try:
        cancel(meeting, by=by, at=at)
    except TooLateError:
        raise NotNowError(Reason.MEETING_NOW) from None


def _send_away_who_visits(learning_set: LearningSet, *, at: datetime) -> None:
    """Whoever waits or is a guest has nothing to come back for."""
    own = SetMembership.objects.filter(learning_set=learning_set)
    own.waiting().update(left_at=at)
    own.guests().update(left_at=at)


def tell(
    learning_set: LearningSet, kind: Notice.Kind, *, by: Person | None, at: datetime
) -> None:
    """A notice for everyone who reads the set."""
    readers = SetMembership.objects.readers().filter(learning_set=learning_set)
    post_notices(
        [one.person for one in readers.select_related("person")],
        kind=kind,
        path=f"/sets/{learning_set.pk}/ending/",
        by=by,
        at=at,
        set_id=learning_set.pk,
    )


@transaction.atomic
def put_off(
    learning_set: LearningSet, *, forget_on: date, by: Person, at: datetime
) -> None:
    """Keep the words longer, at most ninety days; never shorter than was said."""
    ending = _held(learning_set)
    learning_set = ending.learning_set
    need(rules.can_speak(by, learning_set), Reason.NOT_YOURS_TO_DO)
    need(forget_on in queries.days_to_choose(learning_set, at=at), Reason.NOT_LATER)
    learning_set.forget_on = forget_on
    learning_set.save(update_fields=["forget_on"])
    ending.reminded_at = None
    ending.save(update_fields=["reminded_at"])
    enter(learning_set, LedgerLine.Kind.ENDED, by=by, at=at, detail="later")


@transaction.atomic
def undo_ending(learning_set: LearningSet, *, by: Person, at: datetime) -> None:
    """The set goes on; its meetings have to be called anew.

    That it goes on is what it decided last: to end it takes another decision.
    """
    ending = _held(learning_set)
    learning_set = ending.learning_set
    need(rules.can_undo_ending(by, ending), Reason.NOT_YOURS_TO_DO)
    ending.delete()
    Renewal.objects.create(
        learning_set=learning_set,
        asked_by=by,
        asked_at=at,
        decision=Renewal.Decision.GO_ON,
        decided_by=by,
        decided_at=at,
    )
    learning_set.ended_at = learning_set.forget_on = None
    learning_set.save(update_fields=["ended_at", "forget_on"])
    enter(learning_set, LedgerLine.Kind.ENDED, by=by, at=at, detail="undone")
    tell(learning_set, Notice.Kind.ENDING, by=by, at=at)


def _held(learning_set: LearningSet) -> Ending:
    """The ending, while nobody else can change it; refused once keys are destroyed."""
    held = hold_even_ended(learning_set)
    ending = Ending.objects.filter(learning_set=held).first()
    if ending is None or held.ended_at is None:
        raise NotNowError(Reason.NOT_ENDED)
    need(ending.begun_at is None, Reason.TOO_LATE)
    ending.learning_set = held
    return ending


@transaction.atomic
def write_summary(
    learning_set: LearningSet, *, words: str, read: int, by: Person, at: datetime
) -> Summary:
    """A new version; `read` is the one its author had before them.

    Also after the end, until the words are destroyed: it is part of ending well.
    """
    held = hold_even_ended(learning_set)
    need(can_read_set(by, held), Reason.NOT_YOURS_TO_DO)
    ending = queries.ending_of(held)
    need(ending is None or ending.begun_at is None, Reason.TOO_LATE)
    newest = queries.newest_summary(held)
    version = newest.version if newest else 0
    need(version == read, Reason.STALE)
    if newest and newest.words == words:
        return newest
    return Summary.objects.create(
        learning_set=held,
        version=version + 1,
        words=words,
        written_by=by,
        written_at=at,
    )


@transaction.atomic
def copy_summary(learning_set: LearningSet, *, by: Person, at: datetime) -> str:
    """The words somebody takes along; the ledger says that they did."""
    newest = queries.newest_summary(learning_set)
    words = (newest.words if newest else "") or ""
    if words:
        kind = LedgerLine.Kind.EXPORT
        enter(learning_set, kind, by=by, at=at, detail="summary")
    return words


@transaction.atomic
def remind(learning_set: LearningSet, *, at: datetime) -> bool:
    """Say once, a week ahead, that the words are about to go."""
    held = hold_even_ended(learning_set)
    ending = Ending.objects.filter(learning_set=held).first()
    if ending is None or ending.reminded_at or ending.begun_at or not held.forget_on:
        return False
    if queries.today_in(held, at=at) < held.forget_on - Ending.REMINDED:
        return False
    ending.reminded_at = at
    ending.save(update_fields=["reminded_at"])
    tell(held, Notice.Kind.ENDING, by=None, at=at)
    return True
