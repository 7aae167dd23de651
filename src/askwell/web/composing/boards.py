"""The board of a composition in memory, with what people said in confidence.

Nothing of that is kept anywhere else: after a while without use it is forgotten.
"""

import json
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, replace
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

    @property
    def proposal(self) -> Proposal:
        return self.board.proposal


@dataclass
class Kept:
    """What was read a short while ago; a division that has changed is another."""

    known: Known
    read_at: float
    of: tuple[int, int]
    board: Board


_kept: "OrderedDict[UUID, Kept]" = OrderedDict()
_lock = threading.Lock()


def loaded(composition: Composition) -> Loaded:
    """For asking only: nobody changes a board that others may look at."""
    now = time.monotonic()
    with _lock:
        kept = _kept.get(composition.pk)
    if kept is None or now - kept.read_at > KEPT_FOR:
        known = known_of(composition.cohort, composition.asked)
        kept = _remember(composition, known, now)
    elif kept.of != _division(composition):
        kept = _remember(composition, kept.known, kept.read_at)
    return Loaded(kept.known, kept.board)


def _remember(composition: Composition, known: Known, read_at: float) -> Kept:
    kept = Kept(known, read_at, _division(composition), _board(composition, known))
    with _lock:
        _kept[composition.pk] = kept
        _kept.move_to_end(composition.pk)
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    later = threading.Timer(KEPT_FOR + 1, forget_old)
    later.daemon = True
    later.start()
    return kept


def forget_old() -> None:
    """Nobody has to come by for it: a timer calls this."""
    now = time.monotonic()
    with _lock:
        for each in [k for k, one in _kept.items() if now - one.read_at > KEPT_FOR]:
            del _kept[each]


def _division(composition: Composition) -> tuple[int, int]:
    """Tells one state of sets and locks from another."""
    return composition.version, hash(json.dumps([composition.sets, composition.locks]))


def forget(composition: Composition) -> None:
    """Read its people anew the next time: what follows must be right to the minute."""
    with _lock:
        _kept.pop(composition.pk, None)


def forget_all() -> None:
    """What people said in confidence stays no longer than it is of use."""
    with _lock:
        _kept.clear()


def _board(composition: Composition, known: Known) -> Board:
    locks = codec.locks_from_json(composition.locks)
    nothing = Score(total=0.0, parts={}, fairness=0.0, sets={})
    proposal = Proposal(
        sets=codec.sets_of(composition.sets, known.brief),
        score=nothing,
        seed=composition.seed,
        steps=composition.steps or 0,
    )
    return Board(replace(known.brief, locks=locks), proposal)
