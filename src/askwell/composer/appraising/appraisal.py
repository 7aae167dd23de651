"""What a change of a division would do."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from askwell.composer.proposal import Broken, ProposedSet


@dataclass(frozen=True, slots=True)
class Change:
    """A figure before and after."""

    before: float
    after: float

    @property
    def by(self) -> float:
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Edit:
    """What some sets are and would be, by their ids; None is: no such set."""

    before: Mapping[str, ProposedSet | None]
    after: Mapping[str, ProposedSet | None]

    @property
    def inverse(self) -> "Edit":
        return Edit(before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class Appraisal:
    """What an edit gives: exact figures, for the machine.

    `parts` are all wishes with fairness; `sets` the quality of the sets touched, as
    far as they are there before and after. `appearing` are breaches that the edit
    makes, `vanishing` those it mends. What people may see of it is `tell(...)`.
    """

    edit: Edit
    total: Change
    parts: Mapping[str, Change]
    sets: Mapping[str, Change]
    appearing: tuple[Broken, ...] = ()
    vanishing: tuple[Broken, ...] = ()

    @property
    def forbidden(self) -> bool:
        """Whether it breaks what was whole."""
        return bool(self.appearing)


class Step(StrEnum):
    """How much better or worse."""

    MUCH_BETTER = "much_better"
    BETTER = "better"
    THE_SAME = "the_same"
    WORSE = "worse"
    MUCH_WORSE = "much_worse"


class Alikeness(StrEnum):
    """How near the challenges in a set are, and never whose are."""

    ALIKE = "alike"
    SOMEWHAT = "somewhat"
    VARIED = "varied"


@dataclass(frozen=True, slots=True)
class Told:
    """What people may see of an appraisal.

    Exact totals would give away whose challenge is near whose to anybody with a
    pencil, so what challenges have a part in is told in steps. `parts` leaves out
    challenges; `challenges` has the word for each touched set before and after, None
    where fewer than four challenges are known. Breaches of private wishes
    (`MUST_NOT`) name nobody.
    """

    edit: Edit
    total: Step
    fairness: Step
    sets: Mapping[str, Step]
    parts: Mapping[str, Change]
    challenges: Mapping[str, tuple[Alikeness | None, Alikeness | None]]
    appearing: tuple[Broken, ...] = ()
    vanishing: tuple[Broken, ...] = ()

    @property
    def forbidden(self) -> bool:
        return bool(self.appearing)
