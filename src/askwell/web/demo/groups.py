"""What the page of the cast is made of: people to step in as, in groups."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from askwell.web.demo.cast import Character, house


@dataclass(frozen=True, kw_only=True)
class Seat:
    """Someone to step in as, and what they would see."""

    character: Character
    sees: str
    # What to try first as them, for those whom the page suggests.
    try_first: str = ""
    because: str = ""

    @property
    def work(self) -> str:
        """What they do and for whom."""
        if not self.character.house:
            return _("In no organisation")
        return f"{self.character.function}, {house(self.character.house).name}"


@dataclass(frozen=True, kw_only=True)
class Group:
    """A set with the people in it, or the people around a programme."""

    key: str
    name: str
    words: str
    seats: tuple[Seat, ...]
    badge: str = ""
    next_at: datetime | None = None
