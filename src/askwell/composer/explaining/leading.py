"""Why a set has the facilitator it has."""

from collections import Counter

from askwell.composer.appraising import Board
from askwell.composer.appraising.fitting import Fitting
from askwell.composer.explaining.explanation import (
    FacilitatorExplained,
    FacilitatorReason,
)
from askwell.composer.proposal import ProposedSet

# So many who fit are few, however many facilitators there are.
FEW = 3


class Leading:
    """The facilitators of a board, and the sets they take."""

    def __init__(self, board: Board) -> None:
        self._tables, self._fitting = board.tables, Fitting(board.tables)
        self._locked = board.brief.locks.facilitators
        self._takes = Counter(each.facilitator for each in board.sets)
        self._leaders = {each.id: each for each in board.brief.facilitators}
        self._homes = {each.id: each.organisation for each in board.brief.people}

    def of(self, learning_set: ProposedSet) -> FacilitatorExplained | None:
        """None where no set needs one and this one has none."""
        named = learning_set.facilitator
        if not self._leaders and not named:
            return None
        known = [who for who in learning_set.members if who in self._tables.place]
        members = self._tables.places(known)
        fit = self._fitting.of(members)
        fitting = int(fit.sum())
        if named is None:
            reason = (
                FacilitatorReason.ALL_TAKEN
                if fitting
                else FacilitatorReason.NOBODY_FITS
            )
            return FacilitatorExplained(reason, fitting=fitting)
        at = self._tables.place_of_facilitator.get(named)
        if at is None:
            return FacilitatorExplained(FacilitatorReason.DOES_NOT_FIT, named, fitting)
        leader = self._leaders[named]
        homes = {self._homes[who] for who in known}
        return FacilitatorExplained(
            reason=self._reason(learning_set, bool(fit[at]), fitting),
            facilitator=named,
            fitting=fitting,
            sets=self._takes[named],
            capacity=leader.capacity,
            common_blocks=int(self._fitting.free_with(members)[at]),
            outside=bool(leader.organisation) and leader.organisation not in homes,
        )

    def _reason(
        self, learning_set: ProposedSet, fits: bool, fitting: int
    ) -> FacilitatorReason:
        if not fits:
            return FacilitatorReason.DOES_NOT_FIT
        if self._locked.get(learning_set.id) == learning_set.facilitator:
            return FacilitatorReason.LOCKED
        if fitting == 1:
            return FacilitatorReason.ONLY_ONE_WHO_FITS
        if fitting <= FEW:
            return FacilitatorReason.ONE_OF_FEW
        return FacilitatorReason.ONE_OF_MANY
