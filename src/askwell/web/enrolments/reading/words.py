"""Short answers in cells: yes and no, levels, how many."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from askwell.web.enrolments.reading.columns import plain

LOWEST, HIGHEST = 1, 5
MOST_CAPACITY: Final = 12
YES: Final = frozenset(
    [
        "yes",
        "y",
        "true",
        "1",
        "x",
        "ja",
        "j",
        "oui",
        "o",
        "si",
        "sim",
        "s",
        "tak",
        "da",
        "wahr",
        "vrai",
        "verdadero",
        "vero",
        "waar",
        "sant",
        "sann",
        "facilitator",
        "facilitates",
        "moderator",
        "coach",
        "both",
        "beide",
    ]
)
NO: Final = frozenset(
    [
        "no",
        "n",
        "false",
        "0",
        "nein",
        "nee",
        "non",
        "nao",
        "nej",
        "nei",
        "nie",
        "falsch",
        "faux",
        "falso",
        "onwaar",
        "falsk",
        "none",
        "participant",
        "member",
        "teilnehmer",
        "teilnehmerin",
        "mitglied",
        "deelnemer",
    ]
)
# Where somebody is called one of these and nothing else, that is their whole part.
LEADERS: Final = frozenset(["facilitator", "moderator", "coach"])
TICKS: Final = {"✓": True, "✔": True, "☑": True, "✗": False, "✘": False, "-": False}
# What levels are mostly called, where the organisation has not said it yet.
USUAL: Final = (
    (5, r"chief|\bceo\b|\bc[fiot]o\b|president|executive|board|vorstand"),
    (5, r"managing director|geschaftsfuhr|direction generale"),
    (4, r"director|head of|\bhead\b|\bvp\b|partner|direkt|directeur|leiter\w*\b"),
    (3, r"senior manager|manager|lead\b|principal|consultant|chef|gerente"),
    (2, r"team lead|teamleiter|supervisor|senior|coordinator|deputy|ward|sister"),
    (1, r"junior|assistant|trainee|graduate|officer|associate|nurse|staff|analyst"),
)


def yes_or_no(text: str) -> bool | None:
    """None where it is neither."""
    if text in TICKS:
        return TICKS[text]
    word = plain(text)
    return True if word in YES else False if word in NO else None


def leads_only(text: str) -> bool:
    """Called a facilitator, where others are members."""
    return plain(text) in LEADERS


def capacity(text: str) -> int | None:
    """A whole number of sets, as many as anybody can carry."""
    number = int(text) if re.fullmatch(r"\d{1,2}", text) else MOST_CAPACITY + 1
    return number if number <= MOST_CAPACITY else None


def level(text: str, known: Mapping[str, int]) -> int | None:
    """One to five, or what the organisation calls one of them."""
    word = plain(text)
    if word in known:
        return known[word]
    if re.fullmatch(r"(?:level |stufe |niveau |nivel |livello )?[1-5](?: 0)?", word):
        return next(int(sign) for sign in word if sign.isdigit())
    return None


def known_levels(names: Sequence[str]) -> dict[str, int]:
    """What an organisation calls its levels, as words are looked up."""
    return {plain(name): step for step, name in enumerate(names, start=1) if name}


def guessed_levels(words: Iterable[str]) -> dict[str, int]:
    """A level for each word: by its number among the others', or as is usual."""
    words = list(words)
    numbers = {word: _number(word) for word in words}
    steps = sorted({number for number in numbers.values() if number is not None})
    return {word: _step(word, numbers[word], steps) for word in words}


def _step(word: str, number: int | None, steps: Sequence[int]) -> int:
    if number is not None:
        return _along(number, steps)
    bare = plain(word)
    usual = (step for step, pattern in USUAL if re.search(pattern, bare))
    return next(usual, 2)


def _along(number: int, steps: Sequence[int]) -> int:
    """The number itself where all are from one to five; else its rank among them."""
    if steps[0] >= LOWEST and steps[-1] <= HIGHEST:
        return number
    if len(steps) == 1:
        return HIGHEST // 2 + 1
    return LOWEST + round(steps.index(number) * (HIGHEST - 1) / (len(steps) - 1))


def _number(word: str) -> int | None:
    """“Band 7” has a number; “7 to 9” has more than one, and so none."""
    found = re.findall(r"\d+", word)
    return int(found[0][:3]) if len(found) == 1 else None
