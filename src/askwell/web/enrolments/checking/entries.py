"""What one sound row says about one person; nothing where it says nothing."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Named:
    """An organisation or a cohort; without an id it is yet to be added."""

    name: str
    id: UUID | None = None


@dataclass(frozen=True)
class Entry:
    """One person as a file, or somebody's hand, puts them on the list."""

    email: str
    employer: Named
    name: str = ""
    level: int | None = None
    level_word: str = ""
    area: str = ""
    place: str = ""
    time_zone: str = ""
    manager: str = ""
    cohort: Named | None = None
    takes_part: bool | None = None
    facilitates: bool | None = None
    capacity: int | None = None
