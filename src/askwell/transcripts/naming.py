"""Finds the speaker that is meant, and gives speakers other names."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from askwell.transcripts import wording
from askwell.transcripts.transcript import Transcript

_WORD = re.compile(r"\w+")
_TITLES = """
al and da das de del der di dos dr du el external guest host ipad iphone la le member mr
mrs ms of participant person phone presenter prof sir speaker the unnamed user van von
"""
_NO_NAMES = frozenset(_TITLES.split())
"""Stand in names, and name nobody by themselves."""
_ALSO_WORDS = """
amber an april art august baker bell bill black brown carter chase christian cook
crystal daisy dawn day dean do don drew faith field frank gene grace grant green guy
hill hope in iris ivy jack jay joy june ken king lily long low mark max may miles my
nick no page pat pearl penny price ray reed rice rich rob rose ruby rusty sandy so
stone sue summer wade white will wood woods you young
"""
_ORDINARY = frozenset(_ALSO_WORDS.split())
"""Names in capitals, and ordinary words when they are not."""


def speakers(transcript: Transcript) -> tuple[str, ...]:
    """Who speaks, in the order in which they began; without those unnamed."""
    return tuple(dict.fromkeys(cue.speaker for cue in transcript.cues if cue.speaker))


def who(name: str, among: Iterable[str]) -> str | None:
    """The one speaker meant by a name, or by the beginning of one."""
    asked = " ".join(name.split()).casefold()
    known = {each.casefold(): each for each in among}
    if asked in known:
        return known[asked]
    meant = [each for folded, each in known.items() if folded.startswith(f"{asked} ")]
    return meant[0] if asked and len(meant) == 1 else None


def chosen(names: Mapping[str, str], transcript: Transcript) -> dict[str, str]:
    """The new names for whom they mean; a name that means nobody is left out."""
    known = speakers(transcript)
    meant = {who(old, known): " ".join(new.split()) for old, new in names.items()}
    return {old: new for old, new in meant.items() if old and new}


def renamed(transcript: Transcript, new: Mapping[str, str]) -> Transcript:
    """The transcript with other names for speakers; what they say stays as it is."""
    cues = (
        replace(cue, speaker=new[cue.speaker]) if cue.speaker in new else cue
        for cue in transcript.cues
    )
    return replace(transcript, cues=tuple(cues)) if new else transcript


def letters(names: Iterable[str]) -> dict[str, str]:
    """What each is called where nobody is named: Member A, Member B, and so on."""
    return {
        name: wording.MEMBER.format(letter=_letter(index))
        for index, name in enumerate(names)
    }


def _letter(index: int) -> str:
    """A to Z, then AA and so on."""
    above, last = divmod(index, 26)
    return (_letter(above - 1) if above else "") + chr(ord("A") + last)


class Disguise:
    """Replaces names in what was said, whole and in parts, whatever their case.

    A part that several share becomes "someone"; parts that the new name keeps stay.
    """

    def __init__(self, shown: Iterable[tuple[str, str]]) -> None:
        meant: dict[str, set[str]] = defaultdict(set)
        for name, new in shown:
            kept = {part.casefold() for part in _WORD.findall(new)}
            for part in (name, *_parts(name)):
                if part.casefold() not in kept:
                    meant[part.casefold()].add(new)
        self._meant = {
            part: new.pop() if len(new) == 1 else wording.SOMEONE
            for part, new in meant.items()
        }
        longest = sorted(self._meant, key=len, reverse=True)
        patterns = "|".join(map(_pattern, longest))
        self._names = re.compile(patterns, re.IGNORECASE) if patterns else None

    def of(self, text: str) -> str:
        return self._names.sub(self._new, text) if self._names else text

    def _new(self, found: re.Match[str]) -> str:
        said = found[0]
        if said in _ORDINARY:
            return said
        return self._meant.get(said.casefold(), wording.SOMEONE)


def _parts(name: str) -> set[str]:
    """The words of a name that may be said alone, with and without their accents."""
    parts = {
        part
        for part in _WORD.findall(name)
        if len(part) > 1 and not part.isdigit() and part.casefold() not in _NO_NAMES
    }
    return parts | {_unaccented(part) for part in parts}


def _unaccented(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _pattern(name: str) -> str:
    """Whole words only, except in scripts that leave no space between them."""
    before = r"(?<!\w)" if _has_case(name[0]) else ""
    after = r"(?!\w)" if _has_case(name[-1]) else ""
    return before + re.escape(name) + after


def _has_case(sign: str) -> bool:
    return sign.lower() != sign.upper() or sign in "0123456789_"
