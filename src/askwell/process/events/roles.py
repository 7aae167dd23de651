"""Who facilitated, who played which part, and who needed help."""

from dataclasses import dataclass

from askwell.process.choices import (
    HelpWanted,
)
from askwell.process.events.base import Event
from askwell.process.people import Casting, PersonId, Words


@dataclass(frozen=True, kw_only=True)
class RoleHandedOver(Event):
    to: PersonId


@dataclass(frozen=True, kw_only=True)
class RoleTakenBack(Event):
    pass


@dataclass(frozen=True, kw_only=True)
class CoFacilitatorNamed(Event):
    co_facilitator: PersonId
    shares: bool


@dataclass(frozen=True, kw_only=True)
class FacilitatorNominated(Event):
    nominee: PersonId


@dataclass(frozen=True, kw_only=True)
class FacilitatorAppointed(Event):
    """`person` facilitates from now on."""


@dataclass(frozen=True, kw_only=True)
class RoleSwitched(Event):
    as_member: bool


@dataclass(frozen=True, kw_only=True)
class PartGiven(Event):
    part: Casting
    to: PersonId


@dataclass(frozen=True, kw_only=True)
class HelpSignalled(Event):
    wanted: HelpWanted
    words: Words = None


@dataclass(frozen=True, kw_only=True)
class HelpAcknowledged(Event):
    signal: int


@dataclass(frozen=True, kw_only=True)
class StatementsRead(Event):
    slot: int | None


@dataclass(frozen=True, kw_only=True)
class AgreementChecked(Event):
    agreed: bool
    slot: int | None
