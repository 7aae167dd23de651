"""What the coach knows of one language, all of it data in `languages/`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from askwell.coach import phrasebook
from askwell.coach.patterns import Cue, Patterns
from askwell.coach.phrasebook import Phrasebook

FOLDER: Final = Path(__file__).parent / "languages"


@dataclass(frozen=True, slots=True)
class Language:
    """Spellings, families of words, cues, and the coach's own sentences."""

    name: str
    splits: Mapping[str, tuple[str, ...]]
    """Words written as one that are read as several: "dont" is "do", "n't"."""
    suffixes: tuple[str, ...]
    fillers: frozenset[str]
    lead_ins: frozenset[str]
    families: Mapping[str, str]
    """The family a word stands for in a skeleton; a small word stands for itself."""
    endings: tuple[tuple[str, str], ...]
    cues: Patterns
    says: Phrasebook

    def family(self, word: str) -> str:
        """What stands for `word` in a skeleton."""
        found = self.families.get(word)
        if found is not None:
            return found
        for ending, family in self.endings:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                return family
        return "#" if word[0].isdigit() and word.isascii() else "_"


@cache
def language(name: str = "en") -> Language:
    """The words of that language; FileNotFoundError where there are none."""
    return made_from(_read(name, "words.json"), _read(name, "says.json"))


def _read(name: str, file: str) -> Mapping[str, Any]:
    data: Mapping[str, Any] = json.loads((FOLDER / name / file).read_text("utf-8"))
    return data


def made_from(data: Mapping[str, Any], says: Mapping[str, Any]) -> Language:
    families = {word: word for word in data["keep"].split()}
    for family, words in data["families"].items():
        for word in words.split():
            families.setdefault(word, family)
    return Language(
        name=data["language"],
        splits={word: tuple(to.split()) for word, to in data["splits"].items()},
        suffixes=tuple(data["suffixes"]),
        fillers=frozenset(data["fillers"].split()),
        lead_ins=frozenset(data["lead_ins"].split()),
        families=families,
        endings=tuple((ending, family) for ending, family in data["endings"]),
        cues=Patterns([Cue(**each) for each in data["cues"]], families),
        says=phrasebook.made_from(says),
    )
