"""What the exercises of the question gym are written in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A presenter, their topic, and the last words that were said.

    `good` are a few questions of practised askers to compare one's own with: other
    good ones, not the right ones.
    """

    name: str
    context: str
    presenter: str
    topic: str
    said: str
    good: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Advice that a member is about to give; `good` are questions behind it."""

    name: str
    context: str
    presenter: str
    said: str
    advice: str
    good: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of the questions that came in one, and what it would do by itself."""

    words: str
    does: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """Several questions in one breath, and each of them alone."""

    name: str
    context: str
    presenter: str
    said: str
    stacked: str
    parts: tuple[Part, ...]
