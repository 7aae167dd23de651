"""How well and how fast the question coach reads, beside two plainer readers.

    python -m benchmarks.coach --data FOLDER [--interviews FILE.csv]

FOLDER holds `set_utterances` and `advicereddit`. The file of interviews has columns
`text` and `label` (question, reflection, input or other); such transcripts may not be
redistributed, so who has them brings them. All three readers run in the same process,
one after another, on one thread.
"""

import argparse
import csv
import gzip
import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from askwell.coach import TurnKind, read
from askwell.coach.features import features
from askwell.coach.language import FOLDER, language
from askwell.coach.model import KINDS, model
from askwell_training.coach.figures import (
    Floats,
    Ints,
    calibration_error,
    f1,
    macro_f1,
)
from askwell_training.coach.turns import bare, joined, own_turns
from askwell_training.coach.validation import as_heard, false_alarms

Reader = Callable[[Sequence[str]], Floats]

CUES_OF = {
    TurnKind.ADVICE: "you_should in_your_shoes i_would recommend worth good_idea "
    "tell_to trick persuades impersonal_should",
    TurnKind.LEADING_QUESTION: "why_not have_you_considered could_you how_about "
    "what_if negative_question tag diagnosis would_it at_least",
    TurnKind.OPEN_QUESTION: "wonder_what say_more wh_open what_would how_you",
    TurnKind.CLOSED_QUESTION: "fact_wh yes_no or_not",
    TurnKind.REFLECTION: "gives_back sums_up",
    TurnKind.SHARING: "own_story offer",
    TurnKind.OTHER: "thanks process backchannel no_question",
}
"""Which kind a cue speaks for when cues are all there is, in order of precedence."""
COARSE = {
    TurnKind.OPEN_QUESTION: "question",
    TurnKind.CLOSED_QUESTION: "question",
    TurnKind.LEADING_QUESTION: "question",
    TurnKind.ADVICE: "input",
    TurnKind.SHARING: "input",
    TurnKind.REFLECTION: "reflection",
    TurnKind.OTHER: "other",
}


def main() -> None:
    options = _options()
    for name, reader in (
        ("Askwell", askwell),
        ("TF-IDF and logistic regression", plain()),
        ("cues alone", cues_alone),
    ):
        print(f"\n{name}")
        _dev(reader, options.data / "set_utterances" / "dev.csv")
        _advice(reader, options.data / "advicereddit" / "dev.csv")
        if options.interviews:
            _interviews(reader, options.interviews)
    print("\nSpeed and size")
    _speed()
    _size()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--interviews", type=Path)
    return parser.parse_args()


def askwell(texts: Sequence[str]) -> Floats:
    """What ships."""
    words, ready = language(), model()
    return np.array([ready.probabilities(features(t, words).names) for t in texts])


def plain() -> Reader:
    """Words in ones and twos, weighted, on the same turns of our own."""
    turns = own_turns()
    texts = [t.text for t in turns] + [bare(t.text) for t in turns]
    kinds = [KINDS.index(t.kind) for t in turns if t.kind] * 2
    made = make_pipeline(
        TfidfVectorizer(
            ngram_range=(1, 2), min_df=2, sublinear_tf=True, token_pattern=r"[\w']+|\?"
        ),
        LogisticRegression(C=10, max_iter=1000),
    ).fit(texts, kinds)
    return lambda texts: np.asarray(made.predict_proba(texts))


def cues_alone(texts: Sequence[str]) -> Floats:
    """The most weighty kind for which any cue is found; no weights learned."""
    return np.array([_by_cues(text) for text in texts])


def _by_cues(text: str) -> list[float]:
    found = {cue.name for _, cue in features(text, language()).cues}
    kind = next(
        (kind for kind, cues in CUES_OF.items() if found & set(cues.split())),
        TurnKind.SHARING,
    )
    return [0.7 if each is kind else 0.05 for each in KINDS]


def _dev(reader: Reader, path: Path) -> None:
    rows = _rows(path)
    right = np.array([KINDS.index(TurnKind(row["kind"])) for row in rows])
    for name, change in (("as written", str), ("no punctuation", bare)):
        sure = reader([change(row["text"]) for row in rows])
        read_as = _heard(reader, sure)
        print(
            f"  {len(rows)} set utterances, {name:15} "
            f"macro-F1 {macro_f1(right, read_as):.3f}  "
            f"false alarms {false_alarms(right, read_as):.3f}  "
            f"calibration error {calibration_error(right, sure):.3f}"
        )


def _advice(reader: Reader, path: Path) -> None:
    for source in ("needadvice", "askparents"):
        rows = [row for row in _rows(path) if row["source"] == source]
        sure = reader([joined(row["text"]) for row in rows])
        advice = _heard(reader, sure) == KINDS.index(TurnKind.ADVICE)
        right = np.array([row["ds"] == "1" for row in rows])
        print(f"  AdviceReddit {source:12} advice F1 {f1(right, advice):.3f}")


def _interviews(reader: Reader, path: Path) -> None:
    rows = _rows(path)
    names = sorted(set(COARSE.values()))
    coarse = np.array([names.index(COARSE[kind]) for kind in KINDS])
    right: Ints = np.array([names.index(row["label"]) for row in rows])
    read_as = coarse[_heard(reader, reader([row["text"] for row in rows]))]
    score = macro_f1(right, read_as, kinds=len(names))
    shares = Counter(names[place] for place in read_as)
    print(f"  {len(rows)} interview turns, macro-F1 {score:.3f}  {dict(shares)}")


def _heard(reader: Reader, sure: Floats) -> Ints:
    """Askwell names steering only beyond doubt; the others the likeliest kind."""
    return as_heard(sure) if reader is askwell else np.asarray(sure.argmax(axis=1))


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _speed() -> None:
    """Whole readings, reasons and rewrites included, of turns as they come."""
    texts = [turn.text for turn in own_turns()][:2000]
    took = []
    for _ in range(5):
        began = time.perf_counter()
        for text in texts:
            read(text)
        took.append((time.perf_counter() - began) / len(texts) * 1e3)
    print(f"  one reading: {min(took):.3f} ms ({statistics.median(took):.3f} median)")


def _size() -> None:
    for path in sorted((FOLDER / "en").glob("*.json")):
        packed = len(gzip.compress(path.read_bytes(), 9, mtime=0))
        print(f"  {path.name}: {packed / 1000:.0f} kB gzipped")


if __name__ == "__main__":
    main()
