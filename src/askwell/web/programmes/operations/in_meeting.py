"""What a meeting has decided about its set's people: kept here without asking again.

The meeting's own rules have been applied; nothing in these is refused, and what is
so already stays so.
"""

from datetime import datetime

from django.db import transaction

from askwell.web.people.models import Person
from askwell.web.programmes import queries
from askwell.web.programmes.models import Contract, LearningSet
from askwell.web.programmes.operations.contract import keep_agreement
from askwell.web.programmes.operations.joining import (
    admit_if_agreed,
    consent,
    welcome,
)
from askwell.web.programmes.operations.sets import end


@transaction.atomic
def let_in(
    learning_set: LearningSet, person: Person, *, by: Person, at: datetime
) -> None:
    """Everyone there has said yes to somebody who was waiting.

    A formed set is not only those who were there: whoever asked to be a member is
    one once the others have said yes as well, and until then a guest (INV-19).
    """
    newcomer = queries.membership_of(person, learning_set)
    if newcomer is None or not newcomer.is_waiting:
        return
    if newcomer.is_guest:
        welcome(newcomer, by=by, at=at)
    else:
        consent(newcomer, by, at=at)
        admit_if_agreed(newcomer, by=by, at=at)


@transaction.atomic
def consent_aloud(
    learning_set: LearningSet, person: Person, *, by: Person, at: datetime
) -> None:
    """One person there has said yes to somebody who is waiting."""
    newcomer = queries.membership_of(person, learning_set)
    if newcomer is not None and newcomer.is_waiting:
        consent(newcomer, by, at=at)


@transaction.atomic
def show_out(
    learning_set: LearningSet, person: Person, *, by: Person, at: datetime
) -> None:
    """Somebody's time in the set was ended in the meeting."""
    membership = queries.membership_of(person, learning_set)
    if membership is not None:
        end(membership, learning_set, by=by, at=at)


@transaction.atomic
def agree_aloud(
    learning_set: LearningSet, person: Person, *, read: int, at: datetime
) -> None:
    """Somebody has agreed in the meeting to the contract as it stands.

    Not if it has been worded anew since the version they `read`.
    """
    newest = queries.current_contract(learning_set)
    reworded = learning_set.contracts.filter(
        version__gt=read, because=Contract.Because.REWORDED
    )
    if newest is not None and not reworded.exists():
        keep_agreement(newest, person, at=at)
