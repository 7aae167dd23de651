"""What a pathway is made of: levels, and the evidence that each of them takes."""

from dataclasses import dataclass

from askwell.facilitation.evidence import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    """The same rule as another page of the same body has it; kept, never followed."""

    at_least: float
    note: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """So much evidence of one kind; with none, a trainer or manager confirms it.

    `different` counts each `Item.about` once, `meets` counts only what reaches what
    its kind asks for. `over_months` asks that what counts spans so long at least.
    `up_to` is a usual upper bound that is told and not enforced.
    """

    name: str
    title: str
    evidence: Evidence | None = None
    at_least: float = 1.0
    different: bool = False
    meets: bool = False
    over_months: int = 0
    up_to: float | None = None
    note: str = ""
    source: str = ""
    otherwise: Otherwise | None = None

    @property
    def by_hand(self) -> bool:
        return self.evidence is None

    @property
    def is_asked(self) -> bool:
        """A programme that sets its number to nothing does not ask for it."""
        return self.by_hand or self.at_least > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One step of a pathway; who reaches it has reached all before it."""

    name: str
    title: str
    says: str
    requirements: tuple[Requirement, ...] = ()

    @property
    def asked(self) -> tuple[Requirement, ...]:
        return tuple(each for each in self.requirements if each.is_asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """What keeps a level from `since` on: so much within each period.

    A lapse is never the end of it: the level stands again once the evidence is there.
    After `recoverable_months` of a lapse the body itself is to be asked.
    """

    since: str
    months: int
    requirements: tuple[Requirement, ...]
    recoverable_months: int | None = None
    note: str = ""
    source: str = ""

    @property
    def asked(self) -> tuple[Requirement, ...]:
        return tuple(each for each in self.requirements if each.is_asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pathway:
    """Levels of one body. `awards` is whether Askwell may issue badges for them.

    Where it may not, only the body itself certifies; what stands here helps to keep
    what it will ask for.
    """

    name: str
    title: str
    body: str
    says: str
    levels: tuple[Level, ...]
    renewal: Renewal | None = None
    awards: bool = False
    source: str = ""

    def level(self, name: str) -> Level:
        """Raises KeyError for a name that none of the levels has."""
        for each in self.levels:
            if each.name == name:
                return each
        raise KeyError(name)

    def stands_at_least(self, level: Level, name: str) -> bool:
        """Whether a level is the named one, or after it."""
        names = [each.name for each in self.levels]
        return names.index(level.name) >= names.index(name)

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """Of all levels and of the renewal, each once."""
        kept = self.renewal.requirements if self.renewal else ()
        of_levels = [one for each in self.levels for one in each.requirements]
        return (*of_levels, *kept)
