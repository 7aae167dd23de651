"""Takes out of a turn whatever could tell who spoke, and of whom.

Rather too much than too little: a name that is left in harms somebody, a word too many
taken out harms nobody. What stands in brackets has been taken out.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

# While the work goes on each stands for one of these: nothing a person types.
_NAME, _NUMBER, _ADDRESS, _WORDS = "\ue000", "\ue001", "\ue002", "\ue003"
_SAID_AS: Final = {
    _NAME: "[name]",
    _NUMBER: "[number]",
    _ADDRESS: "[address]",
    _WORDS: "[words]",
}

_ADDRESSES: Final = re.compile(
    r"""
    \S+@\S+                             # somebody's e-mail, however odd
    | \b(?:https?|ftp)://\S+ | \bwww\.\S+
    | (?<!\w)[@#]\w+                    # a handle, a tag
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Any row of digits with what stands inside it: times, dates, sums, phone numbers.
_NUMBERS: Final = re.compile(r"[+(]?\d(?:[\d\s().,:/\-–]*\d)?\)?%?")
_CAPITALISED: Final = re.compile(r"[^\W\d_]+(?:[’'\-.][^\W\d_]+)*")
_LETTER: Final = r"[^\W\d_]"
_SENTENCE_ENDS: Final = re.compile(r"(?:^|[.!?…:;\n]|[-–—]\s)[\s\"'“”‘’([]*$")

# What begins a sentence and is nobody's name. Any other word with a capital is masked.
_NO_NAMES: Final = """
a about above add after again agree ah all allow almost along also although always am
among an and another any anyone anything approach are arrange as ask at avoid away
because been before begin behind being below beneath beside besides between beyond book
both breathe bring build but by call can can't cannot change check choose close come
consider could couldn't create decide delegate describe did didn't do document does
doesn't doing don't down draw drop during each either else email encourage escalate even
ever every everybody everyone everything explain explore feel few find first focus
follow for forget from get give given go going good had hadn't hand has hasn't have
haven't having he hear hello help her here hers him hire his hold how however i i'd i'll
i'm i've if imagine in inside instead into invest invite is isn't it it's its join just
keep last later lead learn least leave let let's like listen look lose lost make many
maybe me meet might mine more most move much must my myself need neither never next no
nobody none nor not nothing notice now of off offer oh ok okay on once one only open or
other others otherwise our ours out over own pay perhaps pick picture plan please
practise prepare push put quite raise rather read really remember remind rest ring run
same say see seems send set several shall share she should shouldn't show since sit
sleep so some somebody someone something sometimes soon sorry speak spend split start
stay step stick still stop such suppose surely switch take talk teach tell than thank
thanks that that's the their them then there there's these they they're think this those
though through to today together tomorrow too towards trust try turn two under until up
upon us use very visit wait walk want was wasn't watch we we're we've well were weren't
what what's whatever when whenever where wherever whether which while who who's whoever
whole whom whose why will with within without won't work worry would wouldn't write yes
yesterday yet you you'd you'll you're you've your yours yourself
"""
_NOBODY: Final = frozenset(_NO_NAMES.split())
_ALWAYS_SMALL: Final = frozenset({"i", "i'm", "i'd", "i'll", "i've"})


def masked(text: str, *, names: Iterable[str], more: Iterable[str] = ()) -> str:
    """The text without addresses, numbers, names, and what its author adds to them.

    `names` are whole names; each is found, and each part of it, however it is written.
    """
    told = "".join(each for each in _composed(text) if each not in _SAID_AS)
    told = _without(told, [re.escape(_folded(each)) for each in more], _WORDS)
    told = _ADDRESSES.sub(_ADDRESS, told)
    told = _without(told, _patterns(names), _NAME)
    told = _NUMBERS.sub(_NUMBER, told)
    told = _CAPITALISED.sub(_name_or_not, told)
    return "".join(_SAID_AS.get(each, each) for each in told)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _folded(text: str) -> str:
    """Without accents, spaces around it, or capitals."""
    return "".join(_plain(each) for each in _composed(text).strip())


def _plain(sign: str) -> str:
    apart = unicodedata.normalize("NFKD", sign.casefold())
    return "".join(each for each in apart if not unicodedata.combining(each))


def _patterns(names: Iterable[str]) -> list[str]:
    """For each name and its parts: as words, or anywhere where words are not spaced."""
    whole = [_folded(name) for name in names]
    parts = [part for name in whole for part in re.findall(rf"{_LETTER}+", name)]
    return [_pattern(each) for each in {*whole, *parts} if _tells(each)]


def _tells(name: str) -> bool:
    """A single letter of an alphabet names nobody."""
    return len(name) > 1 or (bool(name) and not _has_case(name))


def _has_case(name: str) -> bool:
    return name.upper() != name.lower()


def _pattern(name: str) -> str:
    if not _has_case(name):
        return re.escape(name)
    return rf"(?<!{_LETTER}){re.escape(name)}(?:['’]?s)?(?!{_LETTER})"


def _without(text: str, patterns: list[str], instead: str) -> str:
    """Found in the text as it is folded, and taken out of it as it is written."""
    wanted = sorted((each for each in patterns if each), key=len, reverse=True)
    if not wanted:
        return text
    signs = [(place, sign) for place, one in enumerate(text) for sign in _plain(one)]
    folded = "".join(sign for _place, sign in signs)
    parts, done = [], 0
    for found in re.finditer("|".join(wanted), folded):
        start, last = signs[found.start()][0], signs[found.end() - 1][0]
        if start >= done:
            parts += [text[done:start], instead]
            done = last + 1
    return "".join([*parts, text[done:]])


def _name_or_not(word: re.Match[str]) -> str:
    """A word with a capital is a name, unless it only begins a sentence."""
    said = word[0]
    if not any(sign.isupper() or sign.istitle() for sign in said):
        return said
    small = said.casefold().replace("’", "'")
    begins = _SENTENCE_ENDS.search(word.string[: word.start()]) is not None
    is_nobody = small in _ALWAYS_SMALL or (begins and small in _NOBODY)
    return said if is_nobody else _NAME
