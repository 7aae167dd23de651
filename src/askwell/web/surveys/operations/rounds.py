"""A round of questions: planned, begun, reminded of once, closed."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notices
from askwell.web.programmes.models import Programme
from askwell.web.surveys.models import Asked, Count, Round
from askwell.web.surveys.operations.forgetting import forget_what_few_answered
from askwell.web.surveys.queries.rounds import (
    MOST_ITEMS,
    instruments_for,
    to_ask,
    unclosed,
)
from askwell.web.surveys.refusals import NotDoneError, Reason, need

# Who has not answered hears of it once more, so long before the end.
BEFORE_THE_END = timedelta(days=3)


@transaction.atomic
def open_round(
    programme: Programme,
    *,
    moment: str,
    instruments: Sequence[str],
    asks_ties: bool,
    opens_at: datetime,
    closes_at: datetime,
    by: Person,
    at: datetime,
) -> Round:
    """Plan a round; one that opens now begins at once."""
    held = Programme.objects.select_for_update().get(pk=programme.pk)
    need(held.ended_at is None, Reason.ENDED)
    need(not unclosed(held, at=at).exists(), Reason.ONE_IS_OPEN)
    known = instruments_for(held)
    chosen = [key for key in known if key in instruments]
    need(bool(chosen) or asks_ties, Reason.NOTHING_CHOSEN)
    items = sum(len(known[key].items) for key in chosen)
    need(items <= MOST_ITEMS, Reason.TOO_MANY)
    round_ = Round.objects.create(
        programme=held,
        moment=moment,
        instruments=chosen,
        asks_ties=asks_ties,
        opens_at=opens_at,
        closes_at=closes_at,
        opened_by=by,
    )
    if opens_at <= at:
        need(bool(to_ask(held)), Reason.NOBODY_TO_ASK)
        _begin(round_, at=at)
    return round_


@transaction.atomic
def begin(round_id: UUID, *, at: datetime) -> bool:
    """Ask everybody who is in a set today; by whichever worker comes first."""
    round_ = _held(round_id)
    is_due = round_.begun_at is None and round_.opens_at <= at < round_.closes_at
    if not is_due or round_.programme.ended_at:
        return False
    _begin(round_, at=at)
    return True


def _begin(round_: Round, *, at: datetime) -> None:
    """Whom it asks stands fast from here; all are told in one go."""
    asked = to_ask(round_.programme)
    Asked.objects.bulk_create(
        Asked(round=round_, person_id=person, learning_set_id=learning_set)
        for person, learning_set in sorted(asked.items())
    )
    round_.begun_at = at
    round_.save(update_fields=["begun_at"])
    _tell(round_, Person.objects.filter(pk__in=asked), at=at)


@transaction.atomic
def remind(round_id: UUID, *, at: datetime) -> int:
    """Once, towards the end, those who have not answered; says how many.

    A round that was short anyway is not spoken of twice.
    """
    round_ = _held(round_id)
    if not round_.is_open(at=at) or round_.reminded_at or round_.programme.ended_at:
        return 0
    begins_late = round_.closes_at - BEFORE_THE_END
    if at < begins_late or (round_.begun_at or at) > begins_late - BEFORE_THE_END:
        return 0
    silent = Asked.objects.filter(round=round_, has_answered=False)
    people = Person.objects.filter(pk__in=silent.values("person"), is_active=True)
    round_.reminded_at = at
    round_.save(update_fields=["reminded_at"])
    return _tell(round_, people, at=at)


def _tell(round_: Round, people: Iterable[Person], *, at: datetime) -> int:
    told = post_notices(
        people, kind=Notice.Kind.SURVEY, path=round_.get_absolute_url(), at=at
    )
    return len(told)


@transaction.atomic
def withdraw(round_id: UUID) -> None:
    """As if it had never been planned; only before anybody was asked."""
    round_ = _held(round_id)
    need(round_.begun_at is None, Reason.BEGUN)
    round_.delete()


@transaction.atomic
def close_early(round_id: UUID, *, at: datetime) -> None:
    """Take in nothing more from now on."""
    round_ = _held(round_id)
    need(round_.is_open(at=at), Reason.CLOSED)
    round_.closes_at = at
    round_.save(update_fields=["closes_at"])
    _settle(round_, at=at)


@transaction.atomic
def settle(round_id: UUID, *, at: datetime) -> bool:
    """Once it has closed, by whichever worker comes first."""
    round_ = _held(round_id)
    if not round_.is_closed(at=at) or round_.settled_at:
        return False
    _settle(round_, at=at)
    return True


def _settle(round_: Round, *, at: datetime) -> None:
    """Write all rows anew together: none shows any more which were touched at once."""
    forget_what_few_answered(round_)
    Asked.objects.filter(round=round_).update(has_answered=F("has_answered"))
    Count.objects.filter(round=round_).update(number=F("number"))
    round_.settled_at = at
    round_.save(update_fields=["settled_at"])


def _held(round_id: UUID) -> Round:
    """The round as it is now, while nobody else can change it."""
    rounds = Round.objects.select_for_update(of=("self",)).select_related("programme")
    found = rounds.filter(pk=round_id).first()
    if found is None:
        raise NotDoneError(Reason.CLOSED)
    return found
