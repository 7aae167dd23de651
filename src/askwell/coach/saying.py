"""The coach's own sentences about a turn: why it is so read, and what might be asked."""

from collections.abc import Sequence
from dataclasses import replace

from askwell.coach.features import Features
from askwell.coach.language import Language
from askwell.coach.model import KINDS, Model
from askwell.coach.patterns import Found
from askwell.coach.reading import Reading, Span, Subtype, TurnKind

Cues = Sequence[tuple[int, Found]]


def subtypes(
    seen: Features,
    kind: TurnKind,
    words: Language,
    *,
    phase: str | None,
    previous: str | None,
) -> tuple[Subtype, ...]:
    return ()


def telling_cues(seen: Features, kind: TurnKind, model: Model) -> Cues:
    """The cues that speak for this kind more than for any other, strongest first."""
    place = KINDS.index(kind)

    def strength(cue: tuple[int, Found]) -> int:
        row = model.weights.get("cue:" + cue[1].name)
        if row is None:
            return 0
        return row[place] - max(*row[:place], *row[place + 1 :])

    return sorted(
        (cue for cue in seen.cues if strength(cue) > 0), key=strength, reverse=True
    )


def spans(seen: Features, cues: Cues) -> tuple[Span, ...]:
    found = {
        Span(
            seen.sentences[number].starts[cue.first],
            seen.sentences[number].ends[cue.end - 1],
        )
        for number, cue in cues[:2]
        if cue.end > cue.first
    }
    return tuple(sorted(found, key=lambda span: (span.start, span.end)))


def reason(
    kind: TurnKind, cues: Cues, seen: Features, text: str, words: Language
) -> str:
    return str(words.says["reasons"][kind])


def with_hint(
    said: Reading, seen: Features, text: str, words: Language, *, phase: str | None
) -> Reading:
    hint = words.says["hints"].get(said.kind)
    if hint is None:
        return said
    return replace(said, hint=hint, rewrites=("What have you tried?",))
