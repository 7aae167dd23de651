"""Who facilitates, who plays which part, and who needs help."""

from dataclasses import dataclass
from datetime import datetime

from askwell.process.choices import (
    HelpWanted,
)
from askwell.process.commands.base import Command
from askwell.process.people import Casting, PersonId


@dataclass(frozen=True, kw_only=True)
class HandOver(Command):
    """The facilitator hands the role to somebody here."""

    to: PersonId


@dataclass(frozen=True, kw_only=True)
class TakeBackRole(Command):
    """Whoever handed the role over takes it back."""


@dataclass(frozen=True, kw_only=True)
class NameCoFacilitator(Command):
    """The facilitator asks somebody to share the work, or no longer to."""

    person: PersonId
    shares: bool = True


@dataclass(frozen=True, kw_only=True)
class NominateFacilitator(Command):
    """Name who should facilitate while the facilitator is gone.

    Two people naming the same person within ten minutes appoint them, unless the
    facilitator does anything meanwhile. `gone_since` is when the
    facilitator's last connection ended, as far as the server knows.
    """

    person: PersonId
    gone_since: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class SwitchRole(Command):
    """The facilitator visibly joins in as a member, or stops doing so."""

    as_member: bool


@dataclass(frozen=True, kw_only=True)
class Cast(Command):
    """Give a part to somebody here."""

    part: Casting
    person: PersonId


@dataclass(frozen=True, kw_only=True)
class SignalHelp(Command):
    """Tell the facilitator discreetly that one needs a pause or help."""

    wanted: HelpWanted
    words: str | None = None


@dataclass(frozen=True, kw_only=True)
class AcknowledgeHelp(Command):
    """The facilitator has seen the signal."""

    signal: int


@dataclass(frozen=True, kw_only=True)
class ReadStatements(Command):
    """Show all statements at once."""


@dataclass(frozen=True, kw_only=True)
class CheckAgreement(Command):
    """Note whether the set agrees on what the problem is."""

    agreed: bool
