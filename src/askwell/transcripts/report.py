"""What a transcript tells, as values that a page, a terminal or JSON can show.

Times are seconds from the start of the recording, shares lie between 0 and 1, and a
value that cannot be told is `None`. Whatever is to be read by people and was not said
in the meeting is marked for translation in `wording`, or comes from the coach's
language file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from askwell.coach import Role, TurnKind
from askwell.transcripts.transcript import Clock, Layout

SCHEMA = "askwell.transcript-report/1"


class Unit(StrEnum):
    """What a figure counts in."""

    SHARE = "share"
    SECONDS = "seconds"
    TIMES = "times"
    RATIO = "ratio"


class Section(StrEnum):
    """The parts of a report, each with a note, in the order they are told."""

    STRENGTHS = "strengths"
    TALK = "talk"
    ASKING = "asking"
    PAUSES = "pauses"
    SPEECHES = "speeches"
    STACKED = "stacked"
    TIMELINE = "timeline"
    MOMENTS = "moments"
    CAST = "cast"


class Praise(StrEnum):
    """What went well."""

    OPEN_QUESTION = "open_question"
    SILENCE = "silence"
    REFLECTION = "reflection"


@dataclass(frozen=True, slots=True)
class Note:
    """How the numbers of a section were got, and what they cannot tell."""

    section: Section
    title: str
    how: str
    cannot_tell: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its name, how it was got, and what it cannot tell."""

    name: str
    title: str
    value: float | None
    unit: Unit
    how: str
    cannot_tell: str


@dataclass(frozen=True, slots=True)
class Person:
    """One speaker. `share` is of all that was spoken; `spoke` are stretches of time,
    joined where they are too close to be told apart in a drawing.

    `asked` are questions of all kinds, `told` is advice and sharing, in sentences.
    """

    name: str
    role: Role
    seconds: float
    share: float
    words: int
    turns: int
    longest: float
    asked: int
    told: int
    kinds: Mapping[TurnKind, int]
    spoke: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class RoleTime:
    """How long people of one role spoke; who changed roles counts in each."""

    role: Role
    people: int
    seconds: float
    share: float
    sentences: int
    kinds: Mapping[TurnKind, int]


@dataclass(frozen=True, slots=True)
class Part:
    """Which part somebody had, and why it is thought so.

    `given` says that whoever asked for the report named it; then `confidence` is 1.
    """

    name: str
    role: Role
    confidence: float
    given: bool
    because: str


@dataclass(frozen=True, slots=True)
class Slot:
    """When one presenter's topic was worked on."""

    presenter: str
    start: float
    end: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Speech:
    """One of the longest turns, with the words it began with."""

    speaker: str
    role: Role
    at: float
    seconds: float
    begins: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Something that was said, and when; never by whom."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """One slice of the timeline: who had the air, and what was asked and told.

    `asked` and `told` count what members and facilitators said, not the presenter.
    """

    start: float
    end: float
    seconds: Mapping[Role, float]
    asked: int
    told: int
    silence: float


@dataclass(frozen=True, slots=True)
class Strength:
    """Something that went well: the sentence, when, by whom, and why it is here."""

    praise: Praise
    at: float
    speaker: str
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A sentence worth talking about; never by whom.

    `hint` says how it could be heard, `reframe` offers an open question instead.
    """

    at: float
    words: str
    kind: TurnKind
    hint: str
    reframe: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report shows, in the order it is told.

    `start` and `end` are of the first and the last word, `spoken` is the speaking time
    of all added up. `doubts` are whole sentences about what in this file makes its
    numbers less sure.
    """

    name: str
    layout: Layout
    clock: Clock
    anonymous: bool
    start: float
    end: float
    spoken: float
    turns: int
    sentences: int
    strengths: tuple[Strength, ...]
    figures: tuple[Figure, ...]
    people: tuple[Person, ...]
    roles: tuple[RoleTime, ...]
    speeches: tuple[Speech, ...]
    stacked: tuple[Quote, ...]
    timeline: tuple[Stretch, ...]
    moments: tuple[Moment, ...]
    cast: tuple[Part, ...]
    slots: tuple[Slot, ...]
    doubts: tuple[str, ...]
    notes: tuple[Note, ...]

    def figure(self, name: str) -> Figure:
        return next(figure for figure in self.figures if figure.name == name)

    def note(self, section: str) -> Note:
        return next(note for note in self.notes if note.section == section)
