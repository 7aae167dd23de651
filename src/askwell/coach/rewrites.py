"""Makes open questions of a turn's own words, and rather none than a clumsy one."""

from collections.abc import Iterator, Sequence

from askwell.coach.features import Features, features
from askwell.coach.language import Language
from askwell.coach.model import KINDS, Model
from askwell.coach.patterns import Found
from askwell.coach.phrasebook import Frame, Phrasebook
from askwell.coach.phrases import Line, Slots, could_be_verb, line, noun_phrase, put
from askwell.coach.reading import TurnKind
from askwell.coach.taking import take

MOST = 2
MOST_TRIED = 20
CLEARLY_OPEN = 0.6
"""A question the coach would hesitate over is not one to hand to anybody."""
Match = tuple[int, int, int, int, Found]
"""The rank of a frame, minus the words it covers, its sentence, its place, itself."""


def rewrites(
    kind: TurnKind,
    seen: Features,
    text: str,
    words: Language,
    model: Model,
    *,
    asked: Sequence[str] = (),
) -> tuple[str, ...]:
    """At most two; `asked` are the questions of a stacked turn, each by itself."""
    lines = [line(sentence, text, words) for sentence in seen.sentences]
    kept: list[str] = []
    for wordings in (
        ([each] for each in asked) if asked else _candidates(kind, seen, lines, words)
    ):
        for each in wordings:
            if each in kept:
                continue
            if each in words.says.plain or is_open(each, words, model):
                kept.append(each)
                break
        if len(kept) == MOST:
            break
    return tuple(kept)


def is_open(question: str, words: Language, model: Model) -> bool:
    """Whether the coach itself would read it as an open question."""
    sure = model.probabilities(features(question, words).names)
    place = KINDS.index(TurnKind.OPEN_QUESTION)
    return sure[place] >= CLEARLY_OPEN


def _candidates(
    kind: TurnKind, seen: Features, lines: Sequence[Line], words: Language
) -> Iterator[Sequence[str]]:
    """Questions to ask, each in the wordings to be tried in turn."""
    says = words.says
    slots = None
    for _, _, number, _, found in _matches(kind, seen, words):
        frame = says.frame[found.name][1]
        fitting = _fitting(frame, lines[number], found, says)
        if fitting is not None:
            asks, slots = fitting
            yield from _filled(asks, slots, says)
            break
    if slots is None:
        yield from _about_topics(lines, says)
    yield from _generic(kind, lines, says)


def _matches(kind: TurnKind, seen: Features, words: Language) -> list[Match]:
    """Where the frames of this kind begin, the most telling first."""
    says = words.says
    matches: list[Match] = []
    for number, sentence in enumerate(seen.sentences):
        for found in says.frames.find(sentence.words, seen.starts[number]):
            rank, frame = says.frame[found.name]
            if kind in frame.kinds:
                size = found.end - found.first
                matches.append((rank, -size, number, found.first, found))
    return sorted(matches, key=lambda match: match[:4])[:MOST_TRIED]


def _fitting(
    frame: Frame, at: Line, found: Found, says: Phrasebook
) -> tuple[tuple[str, ...], Slots] | None:
    first = found.end if frame.at is None else found.first + frame.at
    said = _turned(at, says) if frame.turned else at
    for pieces, asks in frame.then:
        slots = take(pieces, said, first, says)
        if slots is not None:
            return asks, {"helps": at.words[found.first], **slots}
    return None


def _turned(at: Line, says: Phrasebook) -> Line:
    """What somebody says of themselves, said to the one who listens."""
    turned = says.turned
    return Line(
        [turned.get(word, word) for word in at.words],
        [
            " " + turned[word] if word in turned else written
            for word, written in zip(at.words, at.written, strict=True)
        ],
        at.breaks,
    )


def _filled(
    asks: Sequence[str], slots: Slots, says: Phrasebook
) -> Iterator[Sequence[str]]:
    for name in asks:
        if name != "class":
            yield [
                _fill(ask, slots)
                for most, ask in says.asks[name]
                if _size(ask, slots) <= most
            ]
        elif "class" in slots:
            yield [_fill(slots["class"], slots)]


def _size(ask: str, slots: Slots) -> int:
    """How many words go into the gaps."""
    return sum(slots[gap].count(" ") + 1 for gap in _gaps(ask) if slots.get(gap))


def _gaps(ask: str) -> list[str]:
    return [part.split("}")[0] for part in ask.split("{")[1:]]


def _fill(ask: str, slots: Slots) -> str:
    for gap in _gaps(ask):
        ask = ask.replace("{" + gap + "}", slots.get(gap, ""))
    return sentence_case(" ".join(ask.split()).replace(" ?", "?").replace(" ,", ","))


def sentence_case(text: str) -> str:
    """With a capital first, in ASCII alone: nothing here may depend on a locale."""
    first = text[:1]
    return first.upper() + text[1:] if "a" <= first <= "z" else text


def _about_topics(lines: Sequence[Line], says: Phrasebook) -> Iterator[Sequence[str]]:
    for at in lines:
        for first in range(len(at.words)):
            end = _topic_end(at, first, says)
            if end > first:
                yield [
                    _fill(
                        _about(at.words[end - 1], says), {"topic": put(at, first, end)}
                    )
                ]
                return


def _topic_end(at: Line, first: int, says: Phrasebook) -> int:
    """Where a noun phrase ends that can only be one; -1 where there is none."""
    topics, words = says.topics, at.words
    if words[first] not in topics.opens:
        return -1
    if first > 0 and words[first - 1] in topics.not_after:
        return -1
    end = noun_phrase(at, first, says)
    over = end == len(words) or end in at.breaks or words[end] in topics.after
    if end == -1 or not over:
        return -1
    subject = first > 0 and words[first - 1] in says.clauses.helps
    if end > first + 2 and (subject or words[end - 1] in says.forms["doing"]):
        return -1
    head = words[end - 1]
    verb = head in says.forms["doing"] or could_be_verb(head, says)
    return -1 if verb and words[first] in topics.pointing else end


def _about(head: str, says: Phrasebook) -> str:
    topics = says.topics
    person = head in says.nouns.persons or (
        head not in topics.never_persons
        and any(head.endswith(ending) for ending in topics.person_endings)
    )
    return topics.persons if person else topics.things


def _generic(
    kind: TurnKind, lines: Sequence[Line], says: Phrasebook
) -> Iterator[Sequence[str]]:
    first = lines[-1].words[0] if lines else ""
    count = sum(len(at.words) for at in lines)
    for each in says.generic:
        if kind in each.kinds and (not each.first or first in each.first):
            yield [each.ask[count % len(each.ask)]]
            return
