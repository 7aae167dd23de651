"""What helped whoever facilitates; nobody else sees it."""

from dataclasses import dataclass

from askwell.process.events.base import Event
from askwell.process.people import PersonId


@dataclass(frozen=True, kw_only=True)
class MomentMet(Event):
    trigger: str
    about: PersonId | None = None
    said: bool = True
    phase: str = ""
    slot: int | None = None


@dataclass(frozen=True, kw_only=True)
class GuideSwitched(Event):
    on: bool = True
