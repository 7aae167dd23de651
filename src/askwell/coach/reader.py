"""Reads one turn: what it does to who hears it, why, and what to ask instead."""

from collections.abc import Mapping
from typing import Final

from askwell.coach import saying
from askwell.coach.features import features
from askwell.coach.language import language as words_of
from askwell.coach.model import KINDS, model
from askwell.coach.reading import STEERING, Reading, Role, TurnKind

HELPING: Final = (TurnKind.OPEN_QUESTION, TurnKind.REFLECTION)
BEYOND_DOUBT: Final = 5.0
"""How many times likelier steering must be than helping, to be called so."""
SURE_ENOUGH: Final = 0.5
"""Below this the coach keeps silent (fixed on the own turns, by cross-validation)."""
SURE_OF_STEERING: Final = 0.6
"""To call a turn advice or leading takes more: a false accusation costs trust."""


def read(
    text: str,
    *,
    phase: str | None = None,
    role: str | None = None,
    previous: str | None = None,
    language: str = "en",
) -> Reading:
    """Read `text` as a turn said in `phase` by a `role`.

    `phase` is the name of a phase of the format ("clarify", "explore", ...), `role` one
    of `Role`, a member where nothing is said; `previous` is what the presenter said
    just before. The same text is read the same on every machine. A `language` nobody
    has made files for is a FileNotFoundError.
    """
    words, weights = words_of(language), model(language)
    seen = features(text, words, previous)
    sure = weights.probabilities(seen.names, role)
    probabilities = dict(zip(KINDS, sure, strict=True))
    kind = heard_as(probabilities)
    confidence = probabilities[kind]
    subtypes = saying.subtypes(seen, kind, words, text, phase=phase, previous=previous)
    if confidence < needed(kind):
        return Reading(kind=kind, probabilities=probabilities, subtypes=subtypes)
    cues = saying.telling_cues(seen, kind, weights)
    said = Reading(
        kind=kind,
        probabilities=probabilities,
        subtypes=subtypes,
        spans=saying.spans(seen, cues, words),
        reason=saying.reason(kind, cues, seen, text, words),
    )
    if role == Role.PRESENTER:
        return said
    return saying.with_hint(said, seen, text, words, weights, phase=phase)


def heard_as(probabilities: Mapping[TurnKind, float]) -> TurnKind:
    """The likeliest kind; what may well be a good question or a reflection is not
    called advice or leading.
    """
    likeliest = max(KINDS, key=probabilities.__getitem__)
    if likeliest in STEERING:
        better = max(HELPING, key=probabilities.__getitem__)
        if probabilities[likeliest] < BEYOND_DOUBT * probabilities[better]:
            return better
    return likeliest


def needed(kind: TurnKind) -> float:
    """How sure the coach must be of a kind before it says anything."""
    return SURE_OF_STEERING if kind in STEERING else SURE_ENOUGH
