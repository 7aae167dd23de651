"""The list of cases, and how far somebody has come in each."""

from dataclasses import dataclass

from askwell.facilitation.contexts import CONTEXTS, Context
from askwell.practice.case import Case
from askwell.practice.cases import CASES
from askwell.web.practising.models import Run


@dataclass(frozen=True, slots=True)
class Listed:
    """A case, and this person's runs of it."""

    case: Case
    going_on: Run | None
    finished: int


@dataclass(frozen=True, slots=True)
class Shelf:
    context: Context
    cases: list[Listed]


def shelves(runs: list[Run], *, first: str = "") -> list[Shelf]:
    """By context, one's own first; in each, the quiet cases first."""
    found = [
        Shelf(context, [_listed(case, runs) for case in _cases(context.name)])
        for context in CONTEXTS
    ]
    return sorted(found, key=lambda shelf: shelf.context.name != first)


def _cases(context: str) -> list[Case]:
    return sorted(
        (case for case in CASES if case.context == context), key=lambda c: c.level
    )


def _listed(case: Case, runs: list[Run]) -> Listed:
    own = [run for run in runs if run.case == case.name]
    going_on = next((run for run in own if run.ended_at is None), None)
    return Listed(case, going_on, sum(run.ended_at is not None for run in own))


def case_to_go_on_with(shelves: list[Shelf]) -> Listed | None:
    """One that is going on, else the first not done yet, in one's own context first."""
    listed = [each for shelf in shelves for each in shelf.cases]
    going_on = (each for each in listed if each.going_on)
    to_do = (each for each in listed if not each.finished)
    return next(going_on, None) or next(to_do, None)
