"""What helps whoever facilitates: one thing to say at a time, and words to read out."""

from dataclasses import dataclass

from askwell.process.commands.base import Command
from askwell.process.people import PersonId


@dataclass(frozen=True, kw_only=True)
class MeetMoment(Command):
    """Something has happened, and whoever facilitates has said a word, or let it be.

    `trigger` names what has happened, `about` whom it is about where it is one person.
    """

    trigger: str
    about: PersonId | None = None
    said: bool = True


@dataclass(frozen=True, kw_only=True)
class SwitchGuide(Command):
    """Be guided word by word in this meeting, or no longer."""

    on: bool = True
