"""Composes: a brief goes in, the best division found comes out."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from askwell.composer import scoring
from askwell.composer.appraising import appraise
from askwell.composer.brief import Brief
from askwell.composer.compiling import fast, is_fast
from askwell.composer.pace import Pace
from askwell.composer.proposal import Proposal, ProposedSet, Score
from askwell.composer.search.running import Run, times_over
from askwell.composer.search.several import Besides
from askwell.composer.search.starting import Seating, begin
from askwell.composer.search.state import AT_SEATS, LEADER, SIZE, State
from askwell.composer.tables import Tables, tabulate
from askwell.composer.wishes import PARTS

# Looks for each person where neither steps nor seconds are asked for.
STEPS_EACH = 4000
LEAST_STEPS, MOST_STEPS = 200_000, 20_000_000
# Parts a search is taken in: between them it is counted, and may be stopped.
CHUNKS = 500


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a search is. `best` is the total of the best division so far.

    `preparing` is while the search is being compiled; `fast` is False where it runs
    as plain Python, some hundred times slower.
    """

    share: float
    steps: int
    best: float
    broken: int
    preparing: bool = False
    fast: bool = True


Listener = Callable[[Progress], bool]


def compose(
    brief: Brief,
    *,
    seed: int = 1,
    seconds: float | None = None,
    steps: int | None = None,
    start: Proposal | None = None,
    progress: Listener | None = None,
    cores: int = 1,
) -> Proposal:
    """The best division found in so many seconds, or steps.

    With steps (or neither) the same brief, seed and start give the same answer. Time
    to prepare does not count. `start` is where to begin; locks are always kept.
    `progress` hears about four times a second how far it is; False stops the search
    and gives the best so far. With more cores, that many searches with other seeds
    run side by side, and the best one counts.
    """
    if not brief.people:
        return appraise(brief, ())
    told = progress or _nobody
    wanted = steps if steps is not None else usual_steps(len(brief.people))
    task = _Task(brief, seconds, wanted, start)
    if cores <= 1:
        return task.search(seed, told)
    with Besides(task.beside, [seed + at for at in range(1, cores)]) as besides:

        def listen(now: Progress) -> bool:
            goes_on = told(now)
            if not goes_on:
                besides.stop()
            return goes_on

        first = task.search(seed, listen)
        return min([first, *besides.found()], key=_poverty)


@dataclass(frozen=True, slots=True)
class _Task:
    """What is searched for; it can be handed to another process."""

    brief: Brief
    seconds: float | None
    steps: int
    start: Proposal | None

    def search(self, seed: int, told: Listener) -> Proposal:
        tables = tabulate(self.brief)
        seating = begin(self.brief, tables, self.start, seed=seed)
        told(Progress(0.0, 0, 0.0, 0, preparing=True, fast=is_fast()))
        warm = self.start is not None
        people = len(tables.people)
        times = times_over(people, seconds=self.seconds, steps=self.steps)
        run = Run(tables.arrays, seating, seed=seed, warm=warm, times=times)
        _search(run, Pace(seconds=self.seconds, steps=self.steps), told)
        return _proposal(self.brief, tables, seating, run, seed)

    def beside(self, seed: int, goes_on: Callable[[], bool]) -> Proposal:
        return self.search(seed, lambda _: goes_on())


def _poverty(proposal: Proposal) -> tuple[int, float]:
    return len(proposal.broken), -proposal.score.total


def _nobody(_: Progress) -> bool:
    return True


def usual_steps(people: int) -> int:
    """How many steps suit a brief of this size."""
    return min(MOST_STEPS, max(LEAST_STEPS, STEPS_EACH * people))


def _search(run: Run, pace: Pace, told: Listener) -> None:
    chunk = 1000
    while (share := pace.share(run.steps)) < 1.0:
        if pace.due() and not told(_progress(run, share)):
            break
        chunk = pace.next_steps(run.steps, chunk, CHUNKS)
        run.go(chunk, share)
    run.finish()
    told(_progress(run, 1.0))


def _progress(run: Run, share: float) -> Progress:
    return Progress(share, run.steps, run.best_total, run.best_faults, fast=is_fast())


def _proposal(
    brief: Brief, tables: Tables, seating: Seating, run: Run, seed: int
) -> Proposal:
    state, arrays = run.state, tables.arrays
    sets = _sets(tables, seating, state)
    parts = np.zeros((len(sets), len(PARTS)))
    sizes = state.sets[:, SIZE].copy()
    seats = state.sets[:, state.rules[AT_SEATS] :].copy()
    leaders = state.sets[:, LEADER].copy()
    broken = fast(scoring.judge)(arrays, seats, sizes, leaders, parts)
    if broken.any() or run.best_faults:
        return replace(appraise(brief, sets), seed=seed, steps=run.steps)
    total, fairness = scoring.total_of(arrays, sizes, parts)
    averages = scoring.averages_of(sizes, parts)
    score = Score(
        total=float(total),
        parts=dict(zip(PARTS, map(float, averages), strict=True)),
        fairness=float(fairness),
        sets={
            each.id: float(scoring.quality_of(arrays, row))
            for each, row in zip(sets, parts, strict=True)
        },
    )
    return Proposal(sets=sets, score=score, seed=seed, steps=run.steps)


def _sets(tables: Tables, seating: Seating, state: State) -> tuple[ProposedSet, ...]:
    at_seats = state.rules[AT_SEATS]
    return tuple(
        ProposedSet(
            id=set_id,
            members=tuple(
                tables.people[who]
                for who in sorted(row[at_seats : at_seats + row[SIZE]])
            ),
            facilitator=tables.facilitators[row[LEADER]] if row[LEADER] >= 0 else None,
        )
        for set_id, row in zip(seating.ids, state.sets, strict=True)
    )
