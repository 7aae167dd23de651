"""What a set allows for one meeting, and what is counted of what is said."""

from dataclasses import dataclass

from askwell.process.choices import HeardAs
from askwell.process.commands.base import Command, Spoken
from askwell.process.listening import Turn


@dataclass(frozen=True, kw_only=True)
class Allow(Spoken):
    """Say yes or no to a use of the coach in this meeting.

    The first yes asks everybody else; a single no ends it, on or only asked.
    """

    use: str
    allows: bool


@dataclass(frozen=True, kw_only=True)
class OpenCaptions(Command):
    """Make a new address for captions; the one before is worth nothing any more."""


@dataclass(frozen=True, kw_only=True)
class CloseCaptions(Command):
    """Take the address for captions back."""


@dataclass(frozen=True, kw_only=True)
class Hear(Command):
    """Turns that the coach has read in captions, their words forgotten already."""

    turns: tuple[Turn, ...]


@dataclass(frozen=True, kw_only=True)
class HushCoach(Command):
    """Hear nothing more from the coach in this meeting."""


@dataclass(frozen=True, kw_only=True)
class Tally(Command):
    """Whoever facilitates counts one spoken turn: nobody's in particular, no words."""

    heard_as: HeardAs


@dataclass(frozen=True, kw_only=True)
class UndoTally(Command):
    """Take back the last turn counted in this slot."""


@dataclass(frozen=True, kw_only=True)
class ShowTally(Command):
    """Whoever facilitates shows the set what they counted in a slot, or no longer."""

    slot: int
    shows: bool = True
