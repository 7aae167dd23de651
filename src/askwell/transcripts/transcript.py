"""A transcript as values: cues as they stood in the file, and turns as people heard."""

from dataclasses import dataclass
from enum import StrEnum

from askwell.coach import Role


class Layout(StrEnum):
    """How the file was laid out."""

    WEBVTT = "webvtt"
    SRT = "srt"
    SBV = "sbv"
    PLAIN = "plain"
    MEET = "meet"
    TEAMS = "teams"


class Clock(StrEnum):
    """What the file said about time."""

    MEASURED = "measured"
    """Each cue has a start and an end."""
    STARTS = "starts"
    """Only starts are known; ends are estimated from words and the next start."""
    WORDS = "words"
    """Nothing is known; time is estimated from the number of words."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption, in seconds from the start of the recording.

    `speaker` is empty when nobody was named and nobody had spoken just before.
    """

    start: float
    end: float
    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class Transcript:
    """What one file held: its cues in the order in which they began."""

    name: str
    layout: Layout
    clock: Clock
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its share of the time of the cues it stood in.

    `seconds` leaves out the gaps between cues; `end - start` includes them.
    """

    text: str
    start: float
    end: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Turn:
    """Everything one person said before somebody else spoke."""

    speaker: str
    role: Role
    start: float
    end: float
    sentences: tuple[Sentence, ...]

    @property
    def seconds(self) -> float:
        return sum(sentence.seconds for sentence in self.sentences)
