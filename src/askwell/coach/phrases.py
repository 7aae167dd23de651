"""Finds verb phrases and noun phrases in a sentence, and writes them out again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from askwell.coach.language import Language
from askwell.coach.phrasebook import Phrasebook
from askwell.coach.tokens import Sentence

SHORTEST: Final = 4
"""A word of fewer letters is hardly ever a thing that nobody listed."""
Slots = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its words as they were written."""

    words: list[str]
    written: list[str]
    """As in the text, with what joins it to the word before: " HR", "-up", "'s"."""
    breaks: frozenset[int]
    """The words that come after a comma, a dash, a bracket."""


def line(sentence: Sentence, text: str, words: Language) -> Line:
    written: list[str] = []
    breaks = set()
    for n, word in enumerate(sentence.words):
        start, end = sentence.starts[n], sentence.ends[n]
        said = text[start:end]
        if n == 0:
            known = word in words.families or word in words.says.forms["doing"]
            said = word if known else said
            written.append(said)
            continue
        before = sentence.ends[n - 1]
        if start < before:  # one written word, read as several
            written.append(_rest_of(written, sentence.words[n - 1], word, said))
            continue
        gap = text[before:start]
        if _breaks(gap, words.says):
            breaks.add(n)
        if _is_of_several(gap, sentence.words[n - 1], words.says):
            written[-1] += gap[0]
        close = len(gap) == 1 and gap in words.says.clauses.glue
        written.append((gap if close else " ") + said)
    return Line(sentence.words, written, frozenset(breaks))


def _rest_of(written: list[str], before: str, word: str, said: str) -> str:
    """What of `said` belongs to its second part, where it can be told apart."""
    if len(before) + len(word) != len(said):
        return ""
    last = written[-1]
    written[-1] = last[: len(last) - len(word)]
    return said[len(before) :]


def _is_of_several(gap: str, before: str, says: Phrasebook) -> bool:
    """The gap begins with the apostrophe of "parents'"."""
    return (
        len(gap) > 1
        and gap[0] in says.clauses.owning
        and before.endswith(says.clauses.plural)
    )


def _breaks(gap: str, says: Phrasebook) -> bool:
    return any(sign in says.clauses.breaks for sign in gap) or " - " in gap


def clause_end(at: Line, first: int, says: Phrasebook) -> int:
    """Where the clause that has begun at `first` is over, without its afterthoughts."""
    last = min(len(at.words), first + 2 * says.clauses.most)
    end = first + 1
    while end < last and not _cuts(at, end, says):
        end += 1
    if end == last < len(at.words):
        return end  # far too long already, and one look must not take the whole turn
    return _without_afterthoughts(at, first + 1, end, says)


def _cuts(at: Line, n: int, says: Phrasebook) -> bool:
    """Another clause begins: "and ...", or unmarked, "... it's not worth it"."""
    if n in at.breaks or at.words[n] in says.clauses.cut:
        return True
    return (
        at.words[n] in says.objective
        and n + 1 < len(at.words)
        and n + 1 not in at.breaks
        and at.words[n + 1] in says.clauses.helps
        and at.words[n - 1] not in says.clauses.links
    )


def _without_afterthoughts(at: Line, least: int, end: int, says: Phrasebook) -> int:
    while end > least:
        size = _afterthought(at, least, end, says)
        if size == 0:
            break
        end -= size
    return end


def _afterthought(at: Line, least: int, end: int, says: Phrasebook) -> int:
    """How many of the last words say nothing more: "maybe", "you know"."""
    if at.words[end - 1] in says.clauses.trim:
        return 1
    for each in says.clauses.afterthoughts:
        if end - len(each) >= least and tuple(at.words[end - len(each) : end]) == each:
            return len(each)
    return 0


def is_whole(at: Line, first: int, end: int, says: Phrasebook) -> bool:
    """Nothing hangs in the air at its end, and it is not too long to ask."""
    return (
        first < end <= first + says.clauses.most
        and at.words[end - 1] not in says.clauses.dangling
        and not any(word in says.clauses.never for word in at.words[first:end])
    )


def put(at: Line, first: int, end: int) -> str:
    """The words from `first` up to `end` as they were written."""
    return "".join(at.written[first:end]).strip()


def step(at: Line, first: int, form: str, says: Phrasebook) -> Slots | None:
    """A verb phrase that names something one could do."""
    slots = verb_phrase(at, first, form, says)
    if slots is None or slots["verb"] in says.clauses.steps_never:
        return None
    return None if slots["to"] == says.addressed else slots


def verb_phrase(at: Line, first: int, form: str, says: Phrasebook) -> Slots | None:
    """The verb that begins at `first` in this `form`, with all that belongs to it."""
    first, form = _beyond_light(at, first, form, says)
    if first >= len(at.words):
        return None
    verb = _verb(at.words[first], form, says)
    if verb is None:
        return None
    if _is_part_of_a_tense(at, first, verb, says):
        return None
    end = clause_end(at, first, says)
    bare = end == first + 1 and verb in says.clauses.never_bare
    if bare or not is_whole(at, first, end, says):
        return None
    rest = at.written[first + 1 : end]
    slots = {
        "verb": verb,
        "to": at.words[first + 1] if first + 1 < end else "",
        "do": "".join([verb, *rest]),
        "doing": "".join([says.forms["doing"][verb], *rest]),
    }
    return {**slots, **_object(at, verb, first + 1, end, says)}


def _is_part_of_a_tense(at: Line, first: int, verb: str, says: Phrasebook) -> bool:
    """ "Plan is", "have refused": it is no verb, or not the one that counts."""
    after = at.words[first + 1 : first + 3]
    return (bool(after) and after[0] in says.clauses.helps) or (
        verb in says.clauses.perfect and any(w in says.bases["done"] for w in after)
    )


def _beyond_light(at: Line, first: int, form: str, says: Phrasebook) -> tuple[int, str]:
    """Past "try to", "go and" and the like, where another verb follows."""
    for light in says.clauses.light:
        after = first + len(light)
        if tuple(at.words[first:after]) == light and after < len(at.words):
            for next_form in ("do", "doing"):
                if _verb(at.words[after], next_form, says) is not None:
                    return after, next_form
    return first, form


def _verb(word: str, form: str, says: Phrasebook) -> str | None:
    if form == "do":
        return word if word in says.forms["doing"] else None
    return says.bases[form].get(word)


def _object(at: Line, verb: str, first: int, end: int, says: Phrasebook) -> Slots:
    for each in says.verb_classes:
        if verb in each.verbs:
            start = first
            if start < end and at.words[start] in each.by:
                start += 1
            stop = noun_phrase(at, start, says, pronouns=True)
            if start < stop <= end and each.objects & set(at.words[start:stop]):
                return {"object": put(at, start, stop), "class": each.ask}
    return {}


def noun_phrase(
    at: Line, first: int, says: Phrasebook, *, pronouns: bool = False
) -> int:
    """Where the noun phrase that begins at `first` ends; -1 where none is clear."""
    words, nouns = at.words, says.nouns
    if first >= len(words):
        return -1
    if pronouns and words[first] in says.pronouns:
        return first + 1
    if words[first] not in nouns.opens:
        return first + 1 if words[first] in nouns.names else -1
    last = min(len(words), first + 2 + nouns.most)
    end = first + 1
    while end < last and end not in at.breaks and not _closes(words[end], says):
        end += 1
    if end < len(words) and words[end] == says.nouns.possessive:
        return -1  # "the board's done it": as likely a verb as a noun comes next
    if (
        end < len(words)
        and not at.written[end].startswith(" ")
        and end not in at.breaks
    ):
        return -1  # "my brother-in-law"
    return end if _is_noun_phrase(words[first + 1 : end], says) else -1


def _closes(word: str, says: Phrasebook) -> bool:
    return (
        word in says.nouns.closes
        or word in says.clauses.cut
        or (word.endswith(says.nouns.adverb) and len(word) > len(says.nouns.adverb) + 2)
        or word == says.nouns.possessive
    )


def _is_noun_phrase(inner: list[str], says: Phrasebook) -> bool:
    if not 0 < len(inner) <= says.nouns.most:
        return False
    head = inner[-1]
    if "0" <= head[0] <= "9" or head in says.nouns.never or head in says.how:
        return False
    if len(inner) > 1 and could_be_verb(head, says):
        return False
    return not any(head.endswith(ending) for ending in says.nouns.adjectives)


def could_be_verb(word: str, says: Phrasebook) -> bool:
    return (
        word in says.bases["did"]
        or word in says.bases["done"]
        or word in says.bases["doing"]
        or word in says.bases["does"]
    )


def is_bare_noun(word: str, says: Phrasebook) -> bool:
    """A word no list knows, which stands where a thing is named."""
    return not (
        len(word) < SHORTEST
        or _closes(word, says)
        or could_be_verb(word, says)
        or word in says.forms["doing"]
        or word in says.nouns.never
        or word in says.how
        or any(word.endswith(ending) for ending in says.nouns.adjectives)
    )


def thing(at: Line, first: int, says: Phrasebook) -> Slots | None:
    """A noun phrase that fills the rest of the clause, "of ..." and "at ..." too."""
    if first >= len(at.words):
        return None
    end = clause_end(at, first, says)
    if not is_whole(at, first, end, says):
        return None
    head = noun_phrase(at, first, says)
    if head == -1 and end == first + 1 and is_bare_noun(at.words[first], says):
        head = end
    if head != -1 and head < end and at.words[head] in says.nouns.relatives:
        return {"thing": put(at, first, end)}
    if head == -1 or any(
        word in says.clauses.helps or word in says.objective
        for word in at.words[head:end]
    ):
        return None
    if head < end and at.words[head] not in says.tail:
        return None
    return {"thing": put(at, first, end)}
