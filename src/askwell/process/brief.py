"""What a meeting is convened with: the brief its log begins with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from askwell.process.formats import format_named
from askwell.process.formats.shape import Script
from askwell.process.people import Belonging, PersonId


@dataclass(frozen=True, kw_only=True)
class Attendee:
    """A person expected at the meeting, with what the rotation must know."""

    person: PersonId
    belonging: Belonging = Belonging.MEMBER
    slots: int = 0
    presented_on: date | None = None
    joined_on: date | None = None
    agreed: bool = False
    """Whether they have agreed the present version of the contract."""
    leads_first: bool = False
    """Whether they have never yet facilitated a meeting to its end."""


@dataclass(frozen=True, kw_only=True)
class OpenAction:
    """An action still open when the meeting is convened."""

    action_id: str
    owner: PersonId
    words: str | None
    due_on: date | None = None
    how_known: str | None = None


@dataclass(frozen=True, kw_only=True)
class Brief:
    """Everything the meeting must know before anybody arrives."""

    format: str
    booked_minutes: int
    people: tuple[Attendee, ...]
    starts_at: datetime | None = None
    facilitator: PersonId | None = None
    co_facilitators: tuple[PersonId, ...] = ()
    """Who helps whoever facilitates, as the set agreed beforehand."""
    options: Mapping[str, bool | str] = field(default_factory=dict)
    contract_version: int = 1
    seed: int = 0
    meeting_number: int = 1
    """Which meeting of the set this is, counted from 1."""
    booked: tuple[PersonId, ...] = ()
    """Who agreed beforehand to present at this meeting."""
    rota: tuple[PersonId, ...] = ()
    """Who facilitates one slot after another, as agreed; "" where nobody is named."""

    @cached_property
    def script(self) -> Script:
        """What the meeting follows; an unknown format or option is an error."""
        return format_named(self.format).script(self.options)
