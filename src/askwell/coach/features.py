"""What the coach looks at in a turn: cues with names, and short runs of words.

A run is written with its place: `w` words anywhere, `k` the skeleton anywhere (small
words as they are, others by their family), `^` the skeleton from the first word of a
sentence, `~` from where its lead-in ends, `>` the same in the last of several
sentences, `$` the skeleton up to the end.
"""

from dataclasses import dataclass
from typing import Final

from askwell.coach.language import Language
from askwell.coach.patterns import Found
from askwell.coach.tokens import Sentence, sentences

SIZES: Final = (2, 4, 8, 16, 32)
ECHOES: Final = (1, 2, 3, 4)
"""In quarters of the words that carry meaning."""


@dataclass(frozen=True, slots=True)
class Features:
    """What is present in a turn, each once, in the order of finding."""

    names: tuple[str, ...]
    cues: tuple[tuple[int, Found], ...]
    """Each cue with the number of its sentence."""
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    """Per sentence how many words lead into it."""


def features(text: str, language: Language, previous: str | None = None) -> Features:
    """What a turn shows; `previous` is what the presenter said just before."""
    said = sentences(text, language)
    names: dict[str, None] = {}
    cues: list[tuple[int, Found]] = []
    starts: list[int] = []
    for number, sentence in enumerate(said):
        words = sentence.words
        start = _lead_in(words, language)
        starts.append(start)
        for found in language.cues.find(words, start):
            names["cue:" + found.name] = None
            cues.append((number, found))
        kin = _skeleton(words, language)
        _runs(names, words, kin, start)
        if 0 < number == len(said) - 1:
            _from(names, "> ", kin, start)
    _shape(names, said)
    if previous:
        _echo(names, said, sentences(previous, language), language)
    return Features(tuple(names), tuple(cues), tuple(said), tuple(starts))


def _lead_in(words: list[str], language: Language) -> int:
    """How many words of "Okay, thanks, so ..." come before the sentence proper."""
    start = 0
    lead_ins = language.lead_ins
    while start < len(words) - 1 and words[start] in lead_ins:
        start += 1
    return start


def _skeleton(words: list[str], language: Language) -> list[str]:
    known = language.families
    return [known.get(word) or language.family(word) for word in words]


def _runs(names: dict[str, None], words: list[str], kin: list[str], start: int) -> None:
    n = len(words)
    for i in range(n):
        word = words[i]
        names["w " + word] = None
        if i + 1 < n:
            names["w " + word + " " + words[i + 1]] = None
            two = "k " + kin[i] + " " + kin[i + 1]
            names[two] = None
            if i + 2 < n:
                three = two + " " + kin[i + 2]
                names[three] = None
                if i + 3 < n:
                    names[three + " " + kin[i + 3]] = None
    _from(names, "^ ", kin, 0)
    _from(names, "~ ", kin, start)
    names["~w " + words[start]] = None
    names["$ " + " ".join(kin[-2:])] = None
    names["$ " + kin[-1]] = None


def _from(names: dict[str, None], place: str, kin: list[str], start: int) -> None:
    run = place
    for family in kin[start : start + 4]:
        run += family + " "
        names[run] = None


def _shape(names: dict[str, None], said: list[Sentence]) -> None:
    """How long the turn is, and where it asks."""
    words = sum(len(each.words) for each in said)
    for size in SIZES:
        if words >= size:
            names["size:" + str(size)] = None
    if len(said) > 1:
        names["size:sentences"] = None
    if said and said[-1].asks:
        names["asks:last"] = None
    if any(each.asks for each in said):
        names["asks:some"] = None


def _echo(
    names: dict[str, None],
    said: list[Sentence],
    before: list[Sentence],
    language: Language,
) -> None:
    """How much of the turn are words the presenter has just used."""
    heard = {word for each in before for word in each.words}
    own = {word for each in said for word in each.words}
    telling = [word for word in own if language.families.get(word) != word]
    if not telling or not heard:
        return
    share = sum(word in heard for word in telling) / len(telling)
    names["echo:asked"] = None
    for part in ECHOES:
        if share * 4 >= part:
            names["echo:" + str(part)] = None
