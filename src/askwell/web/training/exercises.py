"""The three exercises of the gym, and what the coach says to a question."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from askwell import coach
from askwell.coach import Reading, Subtype, TurnKind
from askwell.facilitation.gym import ADVICE, SITUATIONS, STACKS
from askwell.web.training.models import Asked


@dataclass(frozen=True, slots=True)
class Kind:
    """One exercise; `chooses` where nothing is written."""

    name: str
    title: Any
    says: Any
    situations: Sequence[Any]
    chooses: bool = False


EXERCISES: tuple[Kind, ...] = (
    Kind(
        Asked.Exercise.WRITE.value,
        gettext_lazy("Write a question"),
        gettext_lazy("You hear a topic and the last words. What do you ask?"),
        SITUATIONS,
    ),
    Kind(
        Asked.Exercise.TURN.value,
        gettext_lazy("Turn advice into a question"),
        gettext_lazy("Somebody is about to advise. Find the question behind it."),
        ADVICE,
    ),
    Kind(
        Asked.Exercise.CHOOSE.value,
        gettext_lazy("Choose one of several"),
        gettext_lazy("Three questions came in one breath. Which one is worth asking?"),
        STACKS,
        chooses=True,
    ),
)


@dataclass(frozen=True, slots=True)
class Look:
    """What the coach says to a question: one sentence, why, and what to try."""

    says: str
    why: str
    rewrites: tuple[str, ...]
    helps: bool


def heard_as(words: str) -> TurnKind:
    return _read(words).kind


def _read(words: str) -> Reading:
    """As a member’s turn while a set explores."""
    return coach.read(words, phase="explore", role=coach.Role.MEMBER)


def looked_at(words: str) -> Look:
    reading = _read(words)
    return Look(
        says=_said(reading),
        why=_(reading.reason) if reading.reason else "",
        rewrites=reading.rewrites,
        helps=reading.kind is TurnKind.OPEN_QUESTION and not _is_stacked(reading),
    )


def _is_stacked(reading: Reading) -> bool:
    return Subtype.STACKED in reading.subtypes


SAID = {
    TurnKind.OPEN_QUESTION: gettext_lazy(
        "An open question: it leaves the presenter room to think."
    ),
    TurnKind.CLOSED_QUESTION: gettext_lazy(
        "This could be answered with yes or no. Begin with “what” or “how”?"
    ),
    TurnKind.LEADING_QUESTION: gettext_lazy(
        "This could be heard as a suggestion in the shape of a question."
    ),
    TurnKind.ADVICE: gettext_lazy(
        "This could be heard as advice. What would you like to find out?"
    ),
    TurnKind.SHARING: gettext_lazy(
        "This tells of you. It may have its time later; what do you ask?"
    ),
    TurnKind.REFLECTION: gettext_lazy(
        "You say back what you heard. That helps, too; now ask."
    ),
    TurnKind.OTHER: gettext_lazy(
        "The coach could not tell what this is. You may know better."
    ),
}


TELLS = frozenset({TurnKind.LEADING_QUESTION, TurnKind.ADVICE})


def _said(reading: Reading) -> str:
    """What it could be heard as; that it tells somebody what to do comes first."""
    kind = str(SAID[reading.kind])
    if not _is_stacked(reading):
        return kind
    several = _("These could be heard as several questions. Which one matters most?")
    return f"{kind} {several}" if reading.kind in TELLS else several
