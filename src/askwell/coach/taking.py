"""Takes the pieces that a frame asks for from a sentence: who, does what, how."""

from collections.abc import Callable, Sequence
from typing import Final

from askwell.coach.phrasebook import Phrasebook
from askwell.coach.phrases import (
    Line,
    Slots,
    clause_end,
    is_whole,
    noun_phrase,
    put,
    step,
    thing,
    verb_phrase,
)


def take(pieces: Sequence[str], at: Line, first: int, says: Phrasebook) -> Slots | None:
    """What fills the pieces in turn from `first` on; None where something does not."""
    if not pieces:
        return {}
    piece, rest = pieces[0], pieces[1:]
    if piece in CLOSING:
        return CLOSING[piece](at, first, says)
    if piece in OPENING:
        return _first_that_leads_on(piece, rest, at, first, says)
    return _word(piece, rest, at, first, says)


def _word(
    piece: str, rest: Sequence[str], at: Line, first: int, says: Phrasebook
) -> Slots | None:
    """One of these words; in brackets it may be missing. The first is the `word`."""
    optional = piece.startswith("(")
    if first < len(at.words) and _is_one_of(piece.strip("()"), at.words[first], says):
        found = take(rest, at, first + 1, says)
        if found is not None:
            return found if optional else {**found, "word": at.words[first]}
    return take(rest, at, first, says) if optional else None


def _is_one_of(piece: str, word: str, says: Phrasebook) -> bool:
    return any(
        word in says.families[each.strip("<>")] if each[0] == "<" else word == each
        for each in piece.split("|")
    )


def _first_that_leads_on(
    piece: str, rest: Sequence[str], at: Line, first: int, says: Phrasebook
) -> Slots | None:
    for end, slots in OPENING[piece](at, first, says):
        found = take(rest, at, end, says)
        if found is not None:
            return {**slots, **found}
    return None


def _who(at: Line, first: int, says: Phrasebook) -> list[tuple[int, Slots]]:
    """Whoever does it: a pronoun, or a few words that could name somebody."""
    if first >= len(at.words):
        return []
    word = at.words[first]
    if word in says.objective:
        return [(first + 1, {"who": word, "whom": says.objective[word]})]
    if word not in says.nouns.opens:
        alone = word in says.nouns.names or (
            first > 0 and at.written[first].strip()[:1].isupper()
        )
        return [(first + 1, _named(at, first, first + 1))] if alone else []
    ends = range(first + 2, min(first + 2 + says.nouns.most, len(at.words)))
    found: list[tuple[int, Slots]] = []
    for end in ends:
        if end - 1 in at.breaks or at.words[end - 1] in says.nouns.closes:
            break
        if at.words[end - 1] not in says.nouns.never:
            found.append((end, _named(at, first, end)))
    return found


def _they(at: Line, first: int, says: Phrasebook) -> list[tuple[int, Slots]]:
    """Somebody who could do something, other than the one spoken to."""
    if first < len(at.words) and at.words[first] in says.impersonal:
        return []
    return _who(at, first, says)


def _named(at: Line, first: int, end: int) -> Slots:
    name = put(at, first, end)
    return {"who": name, "whom": name}


def _person(at: Line, first: int, says: Phrasebook) -> list[tuple[int, Slots]]:
    """Him, her, them, you, or somebody named, as the object of a verb."""
    if first < len(at.words) and at.words[first] in says.objective.values():
        return [(first + 1, {"object": at.words[first]})]
    end = noun_phrase(at, first, says)
    return [(end, {"object": put(at, first, end)})] if end > first else []


def _how(at: Line, first: int, says: Phrasebook) -> list[tuple[int, Slots]]:
    if first < len(at.words) and at.words[first] in says.how:
        return [(first + 1, {"how": at.words[first]})]
    return []


def _tail(at: Line, first: int, says: Phrasebook) -> Slots | None:
    """Nothing more, or what the clause goes on with: "with that", "about the move"."""
    if _is_over(at, first, says):
        return {"tail": ""}
    end = clause_end(at, first, says)
    if at.words[first] in says.tail and is_whole(at, first, end, says):
        return {"tail": put(at, first, end)}
    return None


def _end(at: Line, first: int, says: Phrasebook) -> Slots | None:
    return {} if _is_over(at, first, says) else None


def _is_over(at: Line, first: int, says: Phrasebook) -> bool:
    return (
        first >= len(at.words)
        or first in at.breaks
        or at.words[first] in says.clauses.cut
        or at.words[first] in says.clauses.trim
    )


def _new(at: Line, first: int, says: Phrasebook) -> Slots | None:
    """A thing not there yet: "a plan", "some help"."""
    if first < len(at.words) and at.words[first] in says.families["NEW"]:
        return thing(at, first, says)
    return None


def _rest(at: Line, first: int, says: Phrasebook) -> Slots | None:
    if first >= len(at.words):
        return None
    end = clause_end(at, first, says)
    whole = is_whole(at, first, end, says)
    return {"rest": put(at, first, end)} if whole else None


OPENING: Final = {"who": _who, "they": _they, "person": _person, "how": _how}
CLOSING: Final[dict[str, Callable[[Line, int, Phrasebook], Slots | None]]] = {
    "do": lambda at, first, says: verb_phrase(at, first, "do", says),
    "doing": lambda at, first, says: verb_phrase(at, first, "doing", says),
    "did": lambda at, first, says: verb_phrase(at, first, "did", says),
    "act": lambda at, first, says: step(at, first, "do", says),
    "acting": lambda at, first, says: step(at, first, "doing", says),
    "acted": lambda at, first, says: step(at, first, "did", says),
    "thing": thing,
    "new": _new,
    "tail": _tail,
    "rest": _rest,
    "end": _end,
}
