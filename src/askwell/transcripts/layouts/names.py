"""Finds who speaks in "Name: what was said", also where names are unusual.

A colon may stand in a name, and in a sentence without one. So the whole file is looked
at first: what stands before a colon again and again is a name.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from askwell.transcripts.layouts.text import seen

LONGEST = 80
MOST_WORDS = 8
WORDS_OF_A_STRANGER = 4
"""Names met only once are believed up to this length."""

OFTEN = 3
"""What stands before a colon this often is a name, however it looks."""

_COLON = re.compile(r"\s*[:：](?=\s|$|\*\*)")
_SENTENCE = re.compile(r"[?!;]|[.,]\s+[a-z]|\.\.\.|…|://")
_IN_SENTENCES = """
a an and are as at be because but by do for from had has have he how i'd i'm if in is it
it's its just like me my not of on or our she so that that's the their then there they
thing things this to was we well were what when where which who why will with would yes
you you're your
"""
"""Words that stand in sentences before a colon; as names they begin with a capital."""
_ALONE = """
also and answer but example first last next no note notes ok okay point question quote
second so summary third title well yes
"""
"""What stands before a colon alone and is nobody."""
_SMALL = frozenset(["and", "at", "for", "in", "of", "on", "the"])
_ORDINARY = frozenset(_IN_SENTENCES.split())
_HEADINGS = frozenset(_ALONE.split())


@dataclass(frozen=True, slots=True)
class Names:
    """The names that stand before a colon in one file."""

    known: frozenset[str]

    def split(self, line: str) -> tuple[str, str]:
        """Who speaks and what they say; nobody when no name stands in front."""
        for name, rest in reversed(_candidates(line)):
            if name in self.known:
                return name, rest
        return "", line


def learn(lines: Iterable[str]) -> Names:
    """The names in the lines that can begin with one."""
    heard: Counter[str] = Counter()
    within: Counter[tuple[str, str]] = Counter()
    for line in lines:
        found = [name for name, _ in _candidates(line)]
        heard.update(found)
        within.update((found[0], longer) for longer in found[1:])
    known = {name for name, times in heard.items() if _is_name(name, times)}
    twice = Counter({pair: times for pair, times in within.items() if times > 1})
    always: Counter[str] = Counter()
    for (short, _), times in twice.items():
        always[short] += times
    parted = {short for short, times in always.items() if times == heard[short]}
    longer = {long for short, long in twice if short in parted and long in known}
    mistaken = {long for _, long in within} - longer
    return Names(frozenset(known - parted - mistaken | longer))


def clean(name: str) -> str:
    """A name as it is shown: on one line, without brackets or stars around it."""
    name = seen(name).strip("* ").removeprefix(">>").strip()
    if name[:1] + name[-1:] in ("[]", "()", "<>"):
        name = name[1:-1].strip()
    return name


def _candidates(line: str) -> list[tuple[str, str]]:
    """What may be a name, the shortest first, each with the rest of the line."""
    found: list[tuple[str, str]] = []
    for colon in _COLON.finditer(line, 0, LONGEST + 8):
        name = clean(line[: colon.start()])
        if 0 < len(name) <= LONGEST and any(map(str.isalpha, name)):
            found.append((name, line[colon.end() :].strip().removeprefix("**").strip()))
    return found


def _is_name(name: str, times: int) -> bool:
    parts: Sequence[str] = name.split()
    if len(parts) > MOST_WORDS or "?" in name or "!" in name:
        return False
    ordinary = not _is_titled(parts) and not _ORDINARY.isdisjoint(parts)
    if times >= OFTEN:
        return len(parts) == 1 or not ordinary
    if ordinary or name.lower() in _HEADINGS:
        return False
    short = len(parts) <= WORDS_OF_A_STRANGER
    return times > 1 or (short and _SENTENCE.search(name) is None)


def _is_titled(parts: Sequence[str]) -> bool:
    """Whether all but small words begin with a capital: Head of IT."""
    return parts[0] not in _SMALL and all(
        part in _SMALL or not part[0].islower() for part in parts
    )
