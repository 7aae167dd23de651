"""Taking in what somebody answers: counted, and never to be found again."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q

from askwell.web.people.models import Person
from askwell.web.surveys.models import Asked, Count, Round, Ties
from askwell.web.surveys.picks import written
from askwell.web.surveys.queries.rounds import instruments_of
from askwell.web.surveys.refusals import Reason, need


@transaction.atomic
def answer(
    round_: Round, values: Mapping[str, int], *, by: Person, at: datetime
) -> None:
    """Count somebody's answers in, by key of the item; items left out are not there."""
    need(round_.is_open(at=at), Reason.CLOSED)
    known = _possible(round_)
    said = {item: value for item, value in values.items() if (item, value) in known}
    need(bool(said), Reason.NOTHING_SAID)
    place = Asked.objects.filter(round=round_, person=by)
    need(
        bool(place.filter(has_answered=False).update(has_answered=True)),
        Reason.ANSWERED,
    )
    learning_set: UUID = place.values_list("learning_set", flat=True).get()
    counts = Count.objects.filter(round=round_, learning_set=learning_set)
    if not counts.exists():
        _lay_out(round_, learning_set, known)
    chosen = Q()
    for item, value in said.items():
        chosen |= Q(item=item, value=value)
    counts.filter(chosen).update(number=F("number") + 1)


def _possible(round_: Round) -> list[tuple[str, int]]:
    return [
        (item.key, value)
        for instrument in instruments_of(round_)
        for item in instrument.items
        for value in instrument.scale.values
    ]


def _lay_out(
    round_: Round, learning_set: UUID, known: Iterable[tuple[str, int]]
) -> None:
    """All of a set's counts at once, so that their order tells nothing."""
    Count.objects.bulk_create(
        (
            Count(round=round_, learning_set_id=learning_set, item=item, value=value)
            for item, value in known
        ),
        ignore_conflicts=True,
    )


@transaction.atomic
def keep_ties(
    round_: Round, picks: Iterable[UUID], *, by: Person, at: datetime
) -> None:
    """Whom they could turn to, instead of what they said before, until it closes.

    Where that is all the round asks, they have answered it.
    """
    need(round_.is_open(at=at) and round_.asks_ties, Reason.CLOSED)
    place = Asked.objects.filter(round=round_, person=by)
    need(place.exists(), Reason.CLOSED)
    if not instruments_of(round_):
        place.update(has_answered=True)
    kept, _is_new = Ties.objects.get_or_create(
        round=round_, person=by, defaults={"picks": written(picks)}
    )
    kept.picks = written(picks)
    kept.save(update_fields=["picks"])
