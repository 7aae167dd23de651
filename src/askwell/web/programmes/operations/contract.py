"""The contract: agreed by everyone, and open again when words or people change."""

from datetime import datetime

from django.db import transaction

from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice
from askwell.web.programmes import queries, rules
from askwell.web.programmes.models import Agreement, Contract, LearningSet
from askwell.web.programmes.operations.holding import hold, must
from askwell.web.programmes.refusals import NotDoneError, Reason


@transaction.atomic
def reword(
    learning_set: LearningSet, *, words: str, read: int, by: Person, at: datetime
) -> Contract:
    """A new version with other words; everyone agrees anew.

    `read` is the version its author had before them: an older one is refused, so
    that nobody's words are lost.
    """
    learning_set = hold(learning_set)
    must(rules.can_word_contract(by, learning_set))
    newest = queries.current_contract(learning_set)
    if newest and newest.version != read:
        raise NotDoneError(Reason.STALE)
    if not words.strip():
        raise NotDoneError(Reason.EMPTY)
    if newest and newest.words == words:
        return newest
    return _next_version(
        learning_set, words, because=Contract.Because.REWORDED, by=by, at=at
    )


@transaction.atomic
def agree(learning_set: LearningSet, *, read: int, by: Person, at: datetime) -> None:
    """One person's yes to the version they read; a second yes changes nothing."""
    learning_set = hold(learning_set)
    must(rules.can_read_contract(by, learning_set))
    newest = queries.current_contract(learning_set)
    if newest is None or newest.version != read:
        raise NotDoneError(Reason.STALE)
    keep_agreement(newest, by, at=at)


def keep_agreement(contract: Contract, person: Person, *, at: datetime) -> None:
    """A second yes changes nothing; the last one missing forms the set."""
    Agreement.objects.get_or_create(
        contract=contract, person=person, defaults={"agreed_at": at}
    )
    _form(contract.learning_set, at=at)


def _form(learning_set: LearningSet, *, at: datetime) -> None:
    """Two or more who all agreed are a set: from then on they choose newcomers."""
    if learning_set.formed_at or queries.yet_to_agree(learning_set):
        return
    if len(queries.members_of(learning_set)) > 1:
        learning_set.formed_at = at
        learning_set.save(update_fields=["formed_at"])


def reopen(
    learning_set: LearningSet,
    *,
    because: Contract.Because,
    by: Person | None,
    at: datetime,
) -> None:
    """Ask everyone anew after a change of people (INV-16).

    A version that nobody has agreed to yet is open as it is.
    """
    newest = queries.current_contract(learning_set)
    if newest is None or not newest.agreements.exists():
        return
    # Words whose key is gone cannot be agreed to again; the set writes new ones.
    _next_version(learning_set, newest.words or "", because=because, by=by, at=at)


def _next_version(
    learning_set: LearningSet,
    words: str,
    *,
    because: Contract.Because,
    by: Person | None,
    at: datetime,
) -> Contract:
    newest = queries.current_contract(learning_set)
    contract = Contract.objects.create(
        learning_set=learning_set,
        version=newest.version + 1 if newest else 1,
        words=words,
        because=because,
        drafted_by=by,
        created_at=at,
    )
    if learning_set.formed_at:
        _tell(learning_set, by=by, at=at)
    return contract


def _tell(learning_set: LearningSet, *, by: Person | None, at: datetime) -> None:
    """One notice each, however often the words change before it is mailed."""
    path = f"/sets/{learning_set.pk}/contract/"
    waiting = Notice.objects.filter(
        kind=Notice.Kind.CONTRACT, path=path, delivered_at__isnull=True
    )
    told = set(waiting.values_list("person_id", flat=True))
    for person in queries.members_of(learning_set):
        if person != by and person.id not in told:
            post_notice(
                kind=Notice.Kind.CONTRACT, path=path, person=person, by=by, at=at
            )
