"""Searches on several cores: the same brief with other seeds; the best is kept.

Each search is a process of its own, begun afresh, so that no lock or thread of this
one is copied. What comes out does not depend on which of them ends first.
"""

import contextlib
import multiprocessing
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event

from askwell.composer.brief import Brief
from askwell.composer.composing import Progress, compose
from askwell.composer.proposal import Proposal
from askwell.web.composing.command import CannotCompose
from askwell.web.composing.command.stopping import Watch

# How often a process says how it goes, in seconds.
TOLD_EVERY = 0.2


@dataclass(frozen=True, slots=True)
class SoFar:
    """How a search goes, in few numbers; over several, the steps are added."""

    share: float
    steps: int
    total: float
    broken: int


Tell = Callable[[SoFar], bool]


@dataclass(slots=True)
class _Search:
    process: BaseProcess
    pipe: Connection
    so_far: SoFar | None = None
    found: Proposal | None = None


def compose_on(
    cores: int,
    brief: Brief,
    *,
    seed: int,
    seconds: float | None,
    steps: int | None,
    tell: Tell,
) -> Proposal:
    """The best of so many searches; each takes all the seconds, or all the steps.

    `tell` hears how it goes, and stops all of them by giving False.
    """
    if cores == 1:
        return _compose(brief, seed, seconds, steps, tell)
    stopping = multiprocessing.get_context("spawn").Event()
    searches = [
        _begin(stopping, (brief, seed + each, seconds, steps)) for each in range(cores)
    ]
    try:
        _follow(searches, stopping, tell)
    finally:
        for each in searches:
            each.process.terminate()
            each.process.join()
    return better(*(each.found for each in searches if each.found))


def better(*proposals: Proposal) -> Proposal:
    """The one that breaks fewest rules; of these, the best; of these, the first."""
    return min(proposals, key=lambda each: (len(each.broken), -each.score.total))


def _compose(
    brief: Brief, seed: int, seconds: float | None, steps: int | None, tell: Tell
) -> Proposal:
    def progress(now: Progress) -> bool:
        best = now.best
        return tell(SoFar(now.share, now.steps, best.score.total, len(best.broken)))

    return compose(brief, seed=seed, seconds=seconds, steps=steps, progress=progress)


def _begin(
    stopping: Event, asked: tuple[Brief, int, float | None, int | None]
) -> _Search:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, stopping, asked), daemon=True)
    with _deaf():
        process.start()
    theirs.close()
    return _Search(process, ours)


@contextmanager
def _deaf() -> Iterator[None]:
    """Ctrl+C reaches every process of a terminal; those begun here leave it to us."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _work(
    pipe: Connection,
    stopping: Event,
    asked: tuple[Brief, int, float | None, int | None],
) -> None:
    watch, told_at = Watch(), 0.0

    def tell(so_far: SoFar) -> bool:
        nonlocal told_at
        if watch.seconds - told_at >= TOLD_EVERY:
            told_at = watch.seconds
            pipe.send(so_far)
        return not stopping.is_set()

    # Whoever asked may be gone.
    with contextlib.suppress(BrokenPipeError):
        pipe.send(_compose(*asked, tell))


def _follow(searches: list[_Search], stopping: Event, tell: Tell) -> None:
    while going := [each for each in searches if each.found is None]:
        heard = wait([each.pipe for each in going], timeout=TOLD_EVERY)
        for each in going:
            if each.pipe in heard:
                _hear(each)
        told = [each.so_far for each in searches if each.so_far]
        if told and not tell(_together(told)):
            stopping.set()


def _hear(search: _Search) -> None:
    try:
        heard = search.pipe.recv()
    except EOFError:
        raise CannotCompose(
            "a search ended before it was done; there may be too little memory for "
            "so many. Try fewer --cores."
        ) from None
    if isinstance(heard, Proposal):
        search.found = heard
    else:
        search.so_far = heard


def _together(told: list[SoFar]) -> SoFar:
    best = min(told, key=lambda each: (each.broken, -each.total))
    return SoFar(
        share=min(each.share for each in told),
        steps=sum(each.steps for each in told),
        total=best.total,
        broken=best.broken,
    )
