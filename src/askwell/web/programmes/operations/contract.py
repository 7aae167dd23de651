"""The contract: agreed by everyone, and open again when words or people change."""

from datetime import datetime

from django.db import transaction

from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notices
from askwell.web.programmes import queries, rules
from askwell.web.programmes.models import Agreement, Contract, LearningSet, LedgerLine
from askwell.web.programmes.operations.holding import hold, must
from askwell.web.programmes.operations.ledger import enter
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
def agree_anew(
    learning_set: LearningSet, *, read: int, by: Person, at: datetime
) -> Contract:
    """Ask everyone once more to the same words, because the set wishes it.

    Where somebody has yet to agree, the version that is there will do.
    """
    learning_set = hold(learning_set)
    must(rules.can_word_contract(by, learning_set))
    newest = queries.current_contract(learning_set)
    if newest is None or newest.version != read:
        raise NotDoneError(Reason.STALE)
    if queries.yet_to_agree(learning_set):
        return newest
    reopened = Contract.Because.REOPENED
    words = newest.words or ""
    return _next_version(learning_set, words, because=reopened, by=by, at=at)


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
    about: Person | None = None,
) -> None:
    """Ask everyone anew after a change of people (INV-16).

    A version that nobody has agreed to yet is open as it is.
    """
    newest = queries.current_contract(learning_set)
    if newest is None or not newest.agreements.exists():
        return
    # Words whose key is gone cannot be agreed to again; the set writes new ones.
    _next_version(
        learning_set, newest.words or "", because=because, about=about, by=by, at=at
    )


def _next_version(
    learning_set: LearningSet,
    words: str,
    *,
    because: Contract.Because,
    by: Person | None,
    at: datetime,
    about: Person | None = None,
) -> Contract:
    newest = queries.current_contract(learning_set)
    contract = Contract.objects.create(
        learning_set=learning_set,
        version=newest.version + 1 if newest else 1,
        words=words,
        because=because,
        about=about,
        drafted_by=by,
        created_at=at,
    )
    version = str(contract.version)
    enter(learning_set, LedgerLine.Kind.CONTRACT, by=by, at=at, detail=version)
    if learning_set.formed_at:
        _tell(learning_set, by=by, at=at)
    return contract


def _tell(learning_set: LearningSet, *, by: Person | None, at: datetime) -> None:
    """One notice each, however often the words change before it is mailed."""
    path = f"/sets/{learning_set.pk}/contract/"
    waiting = Notice.objects.waiting().filter(kind=Notice.Kind.CONTRACT, path=path)
    told = set(waiting.values_list("person_id", flat=True))
    post_notices(
        (one for one in queries.standing_in(learning_set) if one.id not in told),
        kind=Notice.Kind.CONTRACT,
        path=path,
        by=by,
        at=at,
        set_id=learning_set.pk,
    )
