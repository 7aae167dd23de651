"""The board of a composition in memory, with what people said in confidence.

Nothing of that is kept anywhere else: after a while without use it is forgotten.
"""

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from uuid import UUID

from askwell.composer.appraising import Board
from askwell.composer.proposal import Proposal, Score
from askwell.web.composing import codec
from askwell.web.composing.brief import Known, known_of
from askwell.web.composing.models import Composition

# Somebody who joins meanwhile is seen after so many seconds at the latest.
KEPT_FOR = 30.0
MOST_KEPT = 6


@dataclass(frozen=True)
class Loaded:
    """The people of a composition, and its sets to be tried and appraised."""

    known: Known
    board: Board
    read_at: float

    @property
    def proposal(self) -> Proposal:
        return self.board.proposal


_kept: "OrderedDict[tuple[UUID, int], Loaded]" = OrderedDict()
_lock = threading.Lock()


def loaded(composition: Composition, *, afresh: bool = False) -> Loaded:
    """For asking only: whoever changes something asks for it afresh."""
    key = (composition.pk, composition.version)
    now = time.monotonic()
    with _lock:
        found = _kept.get(key)
    if found and not afresh and now - found.read_at < KEPT_FOR:
        return found
    made = _load(composition, now)
    if not afresh:
        with _lock:
            _kept[key] = made
            while len(_kept) > MOST_KEPT:
                _kept.popitem(last=False)
    return made


def forget_all() -> None:
    """What people said in confidence stays no longer than it is of use."""
    with _lock:
        _kept.clear()


def _load(composition: Composition, now: float) -> Loaded:
    locks = codec.locks_from_json(composition.locks)
    known = known_of(composition.cohort, composition.asked, locks=locks)
    return Loaded(known, Board(known.brief, _proposal(composition, known)), now)


def _proposal(composition: Composition, known: Known) -> Proposal:
    nothing = Score(total=0.0, parts={}, fairness=0.0, sets={})
    return Proposal(
        sets=codec.sets_of(composition.sets, known.brief),
        score=nothing,
        seed=composition.seed,
        steps=composition.steps or 0,
    )
