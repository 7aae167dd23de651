"""What a lesson is written in: one idea, one example meeting, one exercise."""

from dataclasses import dataclass

from askwell.facilitation.competencies import Competency


@dataclass(frozen=True, slots=True)
class Heard:
    """One turn of the example; `why` stands beside the turns that matter."""

    name: str
    words: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to choose in an exercise: whether it helps, and why."""

    name: str
    words: str
    helps: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """What the reader is asked to do: choose one of several things.

    Whoever chooses sees why each helps or does not; there is nothing to fail.
    """

    situation: str
    asks: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A short lesson of five to ten minutes.

    `idea` is told in a few paragraphs; `keep` is the one sentence to take along, and
    `ponder` what to look for in a meeting of one’s own: a minute’s thought, not kept.
    """

    name: str
    title: str
    minutes: int
    idea: tuple[str, ...]
    scene: str
    example: tuple[Heard, ...]
    exercise: Exercise
    keep: str
    ponder: str
    competencies: tuple[Competency, ...]
