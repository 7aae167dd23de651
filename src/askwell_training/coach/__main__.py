"""Train the coach: `python -m askwell_training.coach --data FOLDER`.

FOLDER holds the public sets, one folder each with its `licence.json`; a set that may
not train a shipped model is refused. Without it the own turns alone are used.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from askwell.coach import Role
from askwell.coach.language import FOLDER
from askwell.coach.model import KINDS, Model
from askwell_training.coach.figures import kappa
from askwell_training.coach.fit import Settings, fit, read_all
from askwell_training.coach.turns import (
    NOT_ADVICE,
    STEERING,
    NotForTraining,
    Turn,
    advice_sentences,
    own_turns,
)
from askwell_training.coach.validation import STEERS, as_page, cross_validate

SETTINGS: Final = Settings()
LEANINGS: Final = {
    Role.PRESENTER: (-1.5, -1.5, -3.0, -2.0, 0.5, -1.5, 0.5),
    Role.FACILITATOR: (0.0, 0.0, -1.0, -1.0, -1.0, 0.0, 1.0),
}
"""Set by hand, in the order of `TurnKind`: our turns do not say who speaks."""
FOREIGN: Final = 0.55
"""What a sentence of a public set counts for beside a turn of our own."""
ADVICE_COUNTS: Final = 2.0
PLAINLY_NOT, PLAINLY = 0.01, 0.97
"""Labels of the public set that our own guide plainly contradicts are left out."""


def main(argv: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(argv)
    try:
        own = own_turns(options.language)
    except FileNotFoundError as problem:
        print(f"askwell_training: no turns: {problem}", file=sys.stderr)
        return 2
    print(f"{len(own):,} own turns; {agreement(own)}", file=sys.stderr)
    try:
        others = _others(options.data, own)
    except (NotForTraining, FileNotFoundError) as problem:
        print(f"askwell_training: {problem}", file=sys.stderr)
        return 2
    if not options.no_validation:
        outcome = cross_validate(own, others, SETTINGS, seed=options.seed)
        page = as_page(outcome, outcome.plain())
        print(page)
        if options.figures:
            options.figures.write_text(page, encoding="utf-8")
    out = options.out or FOLDER / options.language / "model.json"
    write(fit([*own, *others], SETTINGS), out)
    return 0


def agreement(own: Sequence[Turn]) -> str:
    """How often two annotators agree, where the second saw turns in random order."""
    pairs = [(turn.kind, turn.second) for turn in own if turn.blind]
    first = [KINDS.index(kind) for kind, _ in pairs if kind]
    second = [KINDS.index(kind) for _, kind in pairs if kind]
    agreed = sum(one == two for one, two in zip(first, second, strict=True))
    return (
        f"of {len(pairs):,} in random order both annotators agree on "
        f"{agreed / len(pairs):.3f}, kappa {kappa(first, second):.3f}"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m askwell_training.coach", description=__doc__
    )
    parser.add_argument("--data", type=Path, help="the folder of public sets")
    parser.add_argument("--language", default="en", help="the folder of its words")
    parser.add_argument("--out", type=Path, help="where the weights go")
    parser.add_argument("--seed", type=int, default=1, help="of the folds")
    parser.add_argument(
        "--figures", type=Path, help="write the cross-validated figures there"
    )
    parser.add_argument("--no-validation", action="store_true")
    return parser


def _others(folder: Path | None, own: Sequence[Turn]) -> list[Turn]:
    """The public sentences whose label our own turns do not plainly contradict."""
    if folder is None:
        return []
    turns = advice_sentences(folder / "advicereddit")
    sure = read_all(fit(own, replace(SETTINGS, rounds=60)), turns)
    leading, advice = STEERS
    kept = []
    for turn, chances in zip(turns, sure, strict=True):
        chance = chances[advice]
        if turn.kinds == STEERING:
            chance += chances[leading]
        if turn.kinds == NOT_ADVICE:
            if chance <= PLAINLY:
                kept.append(replace(turn, weight=FOREIGN))
        elif chance >= PLAINLY_NOT:
            kept.append(replace(turn, weight=FOREIGN * ADVICE_COUNTS))
    print(f"{len(kept):,} of {len(turns):,} public sentences", file=sys.stderr)
    return kept


def write(model: Model, path: Path) -> None:
    """The file the product reads: names one a line, weights in one list."""
    names = sorted(model.weights)
    data = {
        "bias": model.bias,
        "leanings": LEANINGS,
        "step": model.step,
        "features": "\n".join(names),
        "weights": [weight for name in names for weight in model.weights[name]],
    }
    path.write_text(json.dumps(data, separators=(",", ":"), ensure_ascii=False))
    print(f"{path}: {len(names):,} features", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
