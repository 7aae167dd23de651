"""Names what kind of question it is more finely, only where that is clear."""

from askwell.coach.features import Features
from askwell.coach.language import Language
from askwell.coach.phrasebook import Phrasebook, Stacks
from askwell.coach.reading import QUESTIONS, Subtype, TurnKind
from askwell.coach.tokens import Sentence, sentences

ECHO = 2
"""One in so many of its telling words comes from the presenter."""
DEEPER = frozenset({Subtype.CHALLENGING, Subtype.SYSTEMIC, Subtype.REFLECTIVE})
"""What asks for more than a fact, however it begins."""


def subtypes(
    seen: Features,
    kind: TurnKind,
    words: Language,
    text: str,
    *,
    phase: str | None,
    previous: str | None,
) -> tuple[Subtype, ...]:
    """In the order of `Subtype`."""
    says = words.says
    names = _by_words(seen, kind, says)
    if names & DEEPER:
        names.discard(Subtype.CLARIFYING)
    if kind is TurnKind.CLOSED_QUESTION and phase in says.closed_is_fine:
        names.add(Subtype.CLARIFYING)
    if kind is TurnKind.OPEN_QUESTION and previous and _follows(seen, previous, words):
        names.add(Subtype.PROBING)
    if kind in QUESTIONS and len(questions(seen, says.stacks, text)) > 1:
        names.add(Subtype.STACKED)
    return tuple(each for each in Subtype if each in names)


def _by_words(seen: Features, kind: TurnKind, says: Phrasebook) -> set[Subtype]:
    return {
        Subtype(found.name)
        for sentence, start in zip(seen.sentences, seen.starts, strict=True)
        for found in says.subtypes.find(sentence.words, start)
        if kind in says.subtype_kinds[found.name]
    }


def _follows(seen: Features, previous: str, words: Language) -> bool:
    """At least half of its telling words are the presenter's own."""
    heard = _telling(sentences(previous, words), words)
    own = _telling(seen.sentences, words)
    return bool(own) and len(own & heard) * ECHO >= len(own)


def _telling(said: list[Sentence] | tuple[Sentence, ...], words: Language) -> set[str]:
    families = words.families
    return {word for each in said for word in each.words if families.get(word) != word}


def questions(seen: Features, stacks: Stacks, text: str) -> list[tuple[int, int, int]]:
    """The questions of a turn, each as its sentence and its words from - up to."""
    found = []
    for number, sentence in enumerate(seen.sentences):
        start = seen.starts[number]
        if _asks(sentence, start, stacks):
            found += [(number, *part) for part in _parts(sentence, start, stacks, text)]
    return found


def _asks(sentence: Sentence, start: int, stacks: Stacks) -> bool:
    words = sentence.words
    if _begins(words, start, stacks):
        return True
    return sentence.asks and len(words) >= stacks.least


def _parts(
    sentence: Sentence, start: int, stacks: Stacks, text: str
) -> list[tuple[int, int]]:
    """Cut before every "and what ...", "or would she ...", ", who ..."."""
    words = sentence.words
    cuts = [
        (n, n + (words[n] in stacks.join))
        for n in range(start + 1, len(words) - 1)
        if _is_join(sentence, n, stacks, text)
    ]
    if not _begins(words, start, stacks) or _is_one_train(words, cuts, stacks):
        return [(start, len(words))]
    begins = [start, *(begin for _, begin in cuts)]
    ends = [*(end for end, _ in cuts), len(words)]
    return list(zip(begins, ends, strict=True))


def _is_join(sentence: Sentence, n: int, stacks: Stacks, text: str) -> bool:
    words = sentence.words
    if words[n] in stacks.join:
        return _begins(words, n + 1, stacks)
    comma = stacks.comma in text[sentence.ends[n - 1] : sentence.starts[n]]
    return comma and _begins(words, n, stacks)


def _is_one_train(
    words: list[str], cuts: list[tuple[int, int]], stacks: Stacks
) -> bool:
    """Of "what have you tried, and what did each attempt show" it is one question."""
    return len(cuts) == 1 and words[cuts[0][1]] in stacks.asks


def _begins(words: list[str], n: int, stacks: Stacks) -> bool:
    """A question begins here: "what did", "is it"."""
    if n >= len(words):
        return False
    if words[n] in stacks.asks:
        return True
    if words[n] not in stacks.helps or n + 1 >= len(words):
        return False
    after = n + 2 if words[n + 1] == stacks.negation else n + 1
    return after < len(words) and words[after] in stacks.subjects
