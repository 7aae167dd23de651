"""Says how good a division is, and what any change of it would do."""

from collections.abc import Sequence

from askwell.composer.appraising.appraisal import (
    Alikeness,
    Appraisal,
    Change,
    Edit,
    Step,
    Told,
)
from askwell.composer.brief import Brief
from askwell.composer.proposal import Proposal, ProposedSet

__all__ = [
    "Alikeness",
    "Appraisal",
    "Board",
    "Change",
    "Edit",
    "Step",
    "Told",
    "appraise",
]


def appraise(brief: Brief, sets: Sequence[ProposedSet]) -> Proposal:
    """The score and the breaches of any division, also an unfinished one."""
    raise NotImplementedError


class Board:
    """A division that can be tried and changed.

    Asking (`move`, `swap`, `take`, `new_set`, `remove`, `suggestions`) changes
    nothing; `apply` does, and `apply(appraisal.edit.inverse)` takes it back. Unknown
    people, sets or facilitators raise `KeyError`.
    """

    def __init__(self, brief: Brief, proposal: Proposal) -> None:
        raise NotImplementedError

    @property
    def proposal(self) -> Proposal:
        """The division as it is now, scored."""
        raise NotImplementedError

    def move(self, person: str, to_set: str | None) -> Appraisal:
        """Somebody into another set; None: into none for now."""
        raise NotImplementedError

    def swap(self, a: str, b: str) -> Appraisal:
        """Two people change places."""
        raise NotImplementedError

    def take(self, facilitator: str | None, set_id: str) -> Appraisal:
        """A facilitator takes a set; None leaves it without one."""
        raise NotImplementedError

    def new_set(
        self, set_id: str, members: Sequence[str] = (), facilitator: str | None = None
    ) -> Appraisal:
        """A further set, of people who leave theirs for it."""
        raise NotImplementedError

    def remove(self, set_id: str) -> Appraisal:
        """A set goes; who was in it is in none for now."""
        raise NotImplementedError

    def apply(self, edit: Edit | Appraisal) -> Appraisal:
        """Do it, and say what it did. Raises `ValueError` if the sets are not as
        `edit.before` says (somebody else was quicker)."""
        raise NotImplementedError

    def tell(self, appraisal: Appraisal) -> Told:
        """What people may see of an appraisal made by this board."""
        raise NotImplementedError

    def suggestions(self, person: str, *, best: int = 5) -> tuple[Appraisal, ...]:
        """The best places for somebody: moves and swaps, those without breach first,
        then by total."""
        raise NotImplementedError
