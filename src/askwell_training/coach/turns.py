"""Labelled turns: our own, and those of public sets whose licence allows training."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from askwell.coach import TurnKind

OWN: Final = Path(__file__).parent / "languages"
CODES: Final = dict(zip("oclasrx", TurnKind, strict=True))
HARD: Final = 0.6
CONTRAST: Final = 0.3
NOT_ADVICE: Final = frozenset(TurnKind) - {TurnKind.ADVICE}
STEERING: Final = frozenset({TurnKind.ADVICE, TurnKind.LEADING_QUESTION})


class NotForTraining(Exception):
    """A folder whose licence does not let a shipped model be trained on it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What was said, the kinds that are right for it, and where it comes from.

    `kinds` holds more than one where annotators differ, or where a public set tells
    less than we want to know. Turns of one `family` (one post, one story, variants of
    one sentence) never straddle a fold.
    """

    text: str
    kinds: frozenset[TurnKind]
    source: str
    family: str
    previous: str | None = None
    hard: bool = False
    """Written so that its wording misleads."""
    contrast: bool = False
    """One of a family in which a word or two makes the kind."""
    weight: float = 1.0
    kind: TurnKind | None = None
    """The first annotator's label."""
    second: TurnKind | None = None
    """The second, independent annotator's."""
    language: str = "en"
    blind: bool = False
    """The second annotator saw it in random order, without a telling number."""


def own_turns(language: str = "en") -> list[Turn]:
    """Our own turns in a language, each labelled twice (`GUIDE.md`)."""
    path = OWN / f"{language}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [_own(row, language) for row in csv.DictReader(file)]


def _own(row: dict[str, str], language: str) -> Turn:
    """Turns written to mislead count for less: life has fewer of them."""
    kinds = [CODES[row["kind"]], CODES[row["second"]]]
    hard = row["hard"] == "1"
    return Turn(
        text=row["text"],
        kinds=frozenset(kinds),
        source="own",
        language=language,
        family=row["family"],
        previous=row["previous"] or None,
        hard=hard,
        weight=(HARD if hard else 1.0) * (CONTRAST if row["contrast"] == "1" else 1.0),
        contrast=row["contrast"] == "1",
        kind=kinds[0],
        second=kinds[1],
        blind=row["blind"] == "1",
    )


def advice_sentences(folder: Path) -> list[Turn]:
    """AdviceReddit: whether a sentence gives advice, and no more (MIT licence)."""
    require_licence(folder)
    return [
        Turn(
            text=row["text"],
            kinds=_advice(row),
            source="advicereddit",
            family=row["post"],
        )
        for row in _rows(folder / "train.csv")
    ]


def _advice(row: dict[str, str]) -> frozenset[TurnKind]:
    """What the set calls advice in the form of a question is leading to us."""
    if row["ds"] == "0":
        return NOT_ADVICE
    asks = row["text"].endswith("?")
    return STEERING if asks else frozenset({TurnKind.ADVICE})


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row | {"text": joined(row["text"])}


def require_licence(folder: Path) -> None:
    """NotForTraining unless `licence.json` says that a shipped model may use it."""
    path = folder / "licence.json"
    licence = json.loads(path.read_text("utf-8")) if path.exists() else {}
    if licence.get("train_shipped_model") is not True:
        raise NotForTraining(f"{path} does not allow training a model that ships")


def joined(text: str) -> str:
    """A sentence that a tokeniser cut up ("ca n't ."), as people write it."""
    text = text.replace('""', '"').strip('"').replace("\u2019", "'")
    text = re.sub(r" (n't|'s|'m|'re|'ve|'d|'ll)\b", r"\1", text)
    return re.sub(r" ([?!.,;:)])", r"\1", text).replace("( ", "(")


def bare(text: str) -> str:
    """The same turn as a caption machine writes it: no capitals, no punctuation."""
    text = re.sub(r"[?!.,;:\"\u201c\u201d()\u2026\u2014\u2013-]+", " ", text.lower())
    return re.sub(r"\s+", " ", text).strip()
