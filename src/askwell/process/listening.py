"""Records of what a set has allowed in this meeting, and of what was noticed in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from askwell.process.choices import HeardAs
from askwell.process.people import PersonId

ADDRESS_LASTS = timedelta(hours=4)
IN_STEPS_OF = 5
"""Numbers of what was read grow by so many turns at once, and a count is shown from
so many on: a single turn more would tell whose it was."""


@dataclass(frozen=True, kw_only=True)
class Permission:
    """What the set is asked to allow, and how far it has said yes (INV-20).

    It is `on` while everybody here has said yes. Whoever goes takes their yes with
    them; whoever comes is asked, and until they say yes it is off.
    """

    number: int
    asked_by: PersonId
    asked_at: datetime
    yes: frozenset[PersonId] = frozenset()
    agreed: int = 0
    asked: int = 0
    """How many have said yes, and how many are asked."""
    on: bool = False


@dataclass(frozen=True, kw_only=True)
class CaptionAddress:
    """Where a captioning program may send lines; its secret is not in the log."""

    number: int
    made_by: PersonId
    made_at: datetime

    def lapsed(self, at: datetime) -> bool:
        return at - self.made_at >= ADDRESS_LASTS


@dataclass(frozen=True, kw_only=True)
class Tallied:
    """One spoken turn that whoever facilitates has counted: no person, no words."""

    number: int
    heard_as: HeardAs
    phase: str
    slot: int


@dataclass(frozen=True, kw_only=True)
class TurnRead:
    """One turn in captions as the coach has read it: nobody's."""

    heard_as: HeardAs
    slot: int


@dataclass(frozen=True, kw_only=True)
class Met:
    """Something that happened, and on which whoever facilitates has said a word or not.

    `turns` is how often each had spoken in the slot by then, as far as it was noted.
    """

    number: int
    by: PersonId
    trigger: str
    about: PersonId | None
    said: bool
    at: datetime
    phase: str
    slot: int | None
    turns: Mapping[PersonId, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Turn:
    """One turn as the coach has read it, by whom as far as their name was known."""

    person: PersonId | None
    heard_as: HeardAs


def in_whole_steps(turns: int) -> int:
    """How many of these turns are counted so far."""
    return turns - turns % IN_STEPS_OF
