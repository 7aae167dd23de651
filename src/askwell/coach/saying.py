"""The coach's own sentences about a turn: why it is so read, and what to ask."""

from collections.abc import Sequence
from dataclasses import replace

from askwell.coach.features import Features
from askwell.coach.language import Language
from askwell.coach.model import KINDS, Model
from askwell.coach.patterns import Found
from askwell.coach.phrasebook import Phrasebook
from askwell.coach.reading import Reading, Span, Subtype, TurnKind
from askwell.coach.rewrites import rewrites, sentence_case
from askwell.coach.subtypes import questions, subtypes
from askwell.coach.tokens import Sentence

__all__ = ["reason", "spans", "subtypes", "telling_cues", "with_hint"]

Cues = Sequence[tuple[int, Found]]
MOST_SPANS = 2


def telling_cues(seen: Features, kind: TurnKind, model: Model) -> Cues:
    """The cues that speak for this kind more than for any other, strongest first."""
    place = KINDS.index(kind)
    strengths = {
        name: _strength(model, name, place)
        for name in {cue.name for _, cue in seen.cues}
    }
    telling = [cue for cue in seen.cues if strengths[cue[1].name] > 0]
    return sorted(telling, key=lambda cue: -strengths[cue[1].name])


def _strength(model: Model, name: str, place: int) -> int:
    """By how much a cue speaks for one kind more than for the next best."""
    row = model.weights.get("cue:" + name)
    if row is None:
        return 0
    return row[place] - max(*row[:place], *row[place + 1 :])


def spans(seen: Features, cues: Cues, words: Language) -> tuple[Span, ...]:
    """Where the strongest cues stand, none within another."""
    kept: list[Span] = []
    for number, cue in cues:
        span = _span(seen.sentences[number], cue)
        if _tells(seen.sentences[number], cue, words.says) and not any(
            span.start < other.end and other.start < span.end for other in kept
        ):
            kept.append(span)
            if len(kept) == MOST_SPANS:
                break
    return tuple(sorted(kept, key=lambda span: span.start))


def _span(sentence: Sentence, cue: Found) -> Span:
    """Where a cue stands; one word alone says little, so the next goes with it."""
    start, end = sentence.starts[cue.first], sentence.ends[cue.end - 1]
    alone = start == sentence.starts[cue.end - 1]
    if alone and cue.end < len(sentence.words):
        end = sentence.ends[cue.end]
    return Span(start, end)


def _tells(sentence: Sentence, cue: Found, says: Phrasebook) -> bool:
    """Not nothing, and not just "you"."""
    if cue.end - cue.first == 1:
        return sentence.words[cue.first] not in says.never_alone
    return cue.end > cue.first


def reason(
    kind: TurnKind, cues: Cues, seen: Features, text: str, words: Language
) -> str:
    """One sentence, with the decisive words where there are some to quote."""
    says = words.says
    sentences = says.reasons[kind]
    for number, cue in cues:
        found = sentences.get(cue.name)
        if found is not None:
            quote = _quote(seen.sentences[number], cue, text, says)
            if quote:
                return found.replace("{words}", quote)
    return sentences[""]


def _quote(sentence: Sentence, cue: Found, text: str, says: Phrasebook) -> str:
    if not _tells(sentence, cue, says):
        return ""
    span = _span(sentence, cue)
    if span.end - span.start > says.longest_quote:
        return ""
    said = text[span.start : span.end]
    said = "".join(sign for sign in said if sign not in says.quote_marks)
    return sentence_case(" ".join(said.split()))


def with_hint(
    said: Reading,
    seen: Features,
    text: str,
    words: Language,
    model: Model,
    *,
    phase: str | None,
) -> Reading:
    """With what could be asked instead, where there is something to mend."""
    says = words.says
    if Subtype.STACKED in said.subtypes:
        return _unstacked(said, seen, text, words, model)
    hint = says.hints.get(said.kind)
    if hint is None or _is_fine(said, seen, text, phase, says):
        return said
    return replace(
        said, hint=hint, rewrites=rewrites(said.kind, seen, text, words, model)
    )


def _is_fine(
    said: Reading, seen: Features, text: str, phase: str | None, says: Phrasebook
) -> bool:
    """A question of fact is, and so is any closed one while facts are asked."""
    if said.kind is not TurnKind.CLOSED_QUESTION:
        return False
    if Subtype.CLARIFYING in said.subtypes or phase in says.closed_is_fine:
        return True
    asked = questions(seen, says.stacks, text)
    return bool(asked) and all(
        seen.sentences[number].words[first] in says.stacks.asks
        for number, first, _ in asked
    )


def _unstacked(
    said: Reading, seen: Features, text: str, words: Language, model: Model
) -> Reading:
    says = words.says
    found = questions(seen, says.stacks, text)
    count = says.counts[len(found)] if len(found) < len(says.counts) else says.many
    alone = [_alone(seen.sentences[n], first, end, text) for n, first, end in found]
    return replace(
        said,
        reason=says.stacked.replace("{count}", count),
        hint=says.hints[Subtype.STACKED],
        rewrites=rewrites(said.kind, seen, text, words, model, asked=alone),
    )


def _alone(sentence: Sentence, first: int, end: int, text: str) -> str:
    """One question of several, by itself."""
    words = text[sentence.starts[first] : sentence.ends[end - 1]]
    return sentence_case(" ".join(words.split())) + "?"
