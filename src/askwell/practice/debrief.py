"""Looks back at a rehearsal: what was noticed, missed and overdone, and what to try."""

from dataclasses import dataclass

from askwell.facilitation.competencies import Competency
from askwell.facilitation.interventions import Trigger
from askwell.practice.moments import Moment
from askwell.practice.rehearsal import Rehearsal
from askwell.practice.turns import Turn
from askwell.process.people import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A moment, the turn it came up with, and the turn that answered it, if any."""

    moment: Moment
    came_with: Turn
    answered_by: Turn | None
    about: PersonId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdone:
    """A turn of the facilitator that nothing called for, and why it was too much."""

    turn: Turn
    why: str
    competency: Competency


@dataclass(frozen=True, slots=True, kw_only=True)
class OnCompetency:
    """What the rehearsal showed of one competency; empty where it showed nothing."""

    competency: Competency
    noticed: tuple[Seen, ...] = ()
    missed: tuple[Seen, ...] = ()
    overdone: tuple[Overdone, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One thing to try next time, and what it could sound like."""

    words: str
    say: str = ""
    trigger: Trigger | None = None
    competency: Competency | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """No score: what happened, tied to its turns, and at most three things to try.

    `names` has the names for `%(presenter)s` in the words of interventions.
    """

    noticed: tuple[Seen, ...]
    late: tuple[Seen, ...]
    let_be: tuple[Seen, ...]
    missed: tuple[Seen, ...]
    overdone: tuple[Overdone, ...]
    not_understood: tuple[Turn, ...]
    went_well: tuple[str, ...]
    to_try: tuple[Try, ...]
    competencies: tuple[OnCompetency, ...]


def debrief(rehearsal: Rehearsal) -> Debrief:
    """Of a rehearsal that is over, or as far as it has gone."""
    return Debrief(
        noticed=(),
        late=(),
        let_be=(),
        missed=(),
        overdone=(),
        not_understood=(),
        went_well=(),
        to_try=(),
        competencies=(),
    )
