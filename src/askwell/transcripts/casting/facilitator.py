"""Who facilitates: opens and closes, gives turns by name, keeps time and process."""

import math
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from askwell.transcripts.casting import signs
from askwell.transcripts.casting.called import Called
from askwell.transcripts.transcript import Turn

ENOUGH = 2.0
"""Signs below which nobody is taken for the facilitator."""
FEW_SENTENCES = 4


@dataclass(frozen=True, slots=True)
class Found:
    name: str
    confidence: float


def find(
    turns: Sequence[Turn], called: Called, *, never: Collection[str]
) -> Found | None:
    """Whoever shows most signs for what they say; `never` have another part."""
    signs_of = _signs(turns, called)
    sentences: Counter[str] = Counter()
    for turn in turns:
        sentences[turn.speaker] += len(turn.sentences)
    weights = {
        name: weight / math.sqrt(max(sentences[name], FEW_SENTENCES))
        for name, weight in signs_of.items()
        if name and name not in never
    }
    ranked = sorted(weights, key=lambda name: -weights[name])
    if not ranked or signs_of[ranked[0]] < ENOUGH:
        return None
    best = weights[ranked[0]]
    second = weights[ranked[1]] if len(ranked) > 1 else 0.0
    return Found(ranked[0], round(best / (best + second + 0.5), 2))


def _signs(turns: Sequence[Turn], called: Called) -> dict[str, float]:
    found: dict[str, float] = {}
    for turn in turns:
        for sentence in turn.sentences:
            weight = 1.0 if signs.keeps_process(sentence.text) else 0.0
            weight += 0.5 if called.by(turn.speaker, sentence.text) else 0.0
            found[turn.speaker] = found.get(turn.speaker, 0.0) + weight
    if turns:
        found[turns[0].speaker] += 1.0
        found[turns[-1].speaker] += 0.5
    return found
