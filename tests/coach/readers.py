"""What the tests of the coach share: a model to which every turn is an open question.

With it the questions made from a turn can be seen without the weights of the day.
"""

from typing import Final

from askwell.coach import Reading, TurnKind, saying
from askwell.coach.features import features
from askwell.coach.language import language
from askwell.coach.model import Model
from askwell.coach.subtypes import questions, subtypes

OPEN_MINDED: Final = Model(
    bias=tuple(9.0 if kind is TurnKind.OPEN_QUESTION else 0.0 for kind in TurnKind),
    step=1.0,
    weights={},
)


def asked_instead(
    kind: TurnKind, text: str, phase: str | None = None
) -> tuple[str, ...]:
    """The questions made of a turn of that kind."""
    words = language()
    seen = features(text, words)
    finer = subtypes(seen, kind, words, text, phase=phase, previous=None)
    said = Reading(kind=kind, probabilities={}, subtypes=finer)
    hinted = saying.with_hint(said, seen, text, words, OPEN_MINDED, phase=phase)
    return hinted.rewrites


def questions_in(text: str) -> list[str]:
    """The words of each question in a turn."""
    seen = features(text, language())
    return [
        " ".join(seen.sentences[number].words[first:end])
        for number, first, end in questions(seen, language().says.stacks, text)
    ]
