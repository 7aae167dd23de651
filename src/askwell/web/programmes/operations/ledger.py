"""The ledger: what was done with a set, for its members to read."""

from datetime import datetime

from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, LedgerLine


def enter(
    learning_set: LearningSet,
    kind: LedgerLine.Kind,
    *,
    by: Person | None,
    at: datetime,
    about: Person | None = None,
    detail: str = "",
) -> LedgerLine:
    """Note what was done; `detail` holds a version or a part, never words of the set.

    Call it in the transaction that does it.
    """
    return LedgerLine.objects.create(
        learning_set=learning_set, kind=kind, by=by, about=about, detail=detail, at=at
    )
