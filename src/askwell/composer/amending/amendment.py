"""A proposal changed as little as may be, and who moved."""

from dataclasses import dataclass

from askwell.composer.brief import Brief
from askwell.composer.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody who changes sets; None: they had or will have none."""

    person: str
    from_set: str | None
    to_set: str | None


@dataclass(frozen=True, slots=True)
class Taken:
    """A set whose facilitator changes."""

    set_id: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Amendment:
    """The changed proposal, the brief it answers, and what changed.

    `moved` are people who had a set and get another; `placed` newcomers (and people
    who had none), `left` those who went.
    """

    brief: Brief
    proposal: Proposal
    moved: tuple[Moved, ...] = ()
    placed: tuple[Moved, ...] = ()
    left: tuple[Moved, ...] = ()
    taken: tuple[Taken, ...] = ()
