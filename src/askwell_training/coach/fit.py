"""Fits the coach's weights: softmax regression on labels that may leave a choice."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from askwell.coach.features import features
from askwell.coach.language import language
from askwell.coach.model import KINDS, Model
from askwell_training.coach.turns import Turn, bare

Floats = NDArray[np.float64]

UNIT: Final = 6.0
"""What a feature counts for before its turn is scaled; steers only the penalty."""
STEP: Final = 0.02


@dataclass(frozen=True, slots=True)
class Settings:
    """All that can be turned; fixed by cross-validation on the own turns."""

    penalty: float = 1.0
    rounds: int = 150
    own_at_least: int = 2
    posts_at_least: int = 3
    largest: int = 12_600


def as_trained(turns: Sequence[Turn]) -> list[Turn]:
    """Own turns twice: as written, and as a caption machine would write them."""
    both = []
    for turn in turns:
        if turn.source != "own":
            both.append(turn)
            continue
        half = turn.weight / 2
        both.append(replace(turn, weight=half))
        both.append(replace(turn, weight=half, text=bare(turn.text), previous=None))
    return both


@cache
def _names(text: str, previous: str | None, spoken: str) -> tuple[str, ...]:
    return features(text, language(spoken), previous).names


def names_of(turn: Turn) -> tuple[str, ...]:
    return _names(turn.text, turn.previous, turn.language)


def vocabulary(turns: Sequence[Turn], settings: Settings) -> list[str]:
    """The features seen in enough of our turns, or in enough posts of others."""
    own: defaultdict[str, set[str]] = defaultdict(set)
    others: defaultdict[str, set[str]] = defaultdict(set)
    for turn in turns:
        whose, key = (own, bare(turn.text)) if turn.source == "own" else (others, "")
        for name in names_of(turn):
            whose[name].add(key or turn.family)
    kept = {name for name, by in own.items() if len(by) >= settings.own_at_least}
    kept |= {name for name, by in others.items() if len(by) >= settings.posts_at_least}
    return sorted(kept)


def fit(turns: Sequence[Turn], settings: Settings) -> Model:
    """The model: fitted, cut to its largest weights, fitted again, made whole."""
    turns = as_trained(turns)
    names = vocabulary(turns, settings)
    weights, bias = _fit(turns, names, settings)
    if len(names) > settings.largest:
        reach = np.abs(weights - weights.mean(axis=1, keepdims=True)).max(axis=1)
        kept = np.sort(np.argsort(-reach, kind="stable")[: settings.largest])
        names = [names[place] for place in kept]
        weights, bias = _fit(turns, names, settings)
    return whole(names, weights, bias)


def whole(names: Sequence[str], weights: Floats, bias: Floats) -> Model:
    """Whole-number weights; a feature that says nothing of any kind is left out."""
    weights = weights - weights.mean(axis=1, keepdims=True)
    rows = np.rint(weights * UNIT / STEP).astype(int)
    bias = bias - bias.mean()
    return Model(
        bias=tuple(round(float(each), 6) for each in bias),
        step=STEP,
        weights={
            name: tuple(row)
            for name, row in zip(names, rows.tolist(), strict=True)
            if any(row)
        },
    )


def _fit(
    turns: Sequence[Turn], names: Sequence[str], settings: Settings
) -> tuple[Floats, Floats]:
    """Minimise -log of the probability of the right kinds, with a quadratic penalty."""
    table = _table(turns, names)
    across = table.T.tocsr()
    right = np.array([[float(kind in turn.kinds) for kind in KINDS] for turn in turns])
    share = np.array([turn.weight for turn in turns])
    shape = (len(names), len(KINDS))
    cut = shape[0] * shape[1]

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights, bias = flat[:cut].reshape(shape), flat[cut:]
        sure = _softmax(table @ weights + bias)
        good = sure * right
        total = good.sum(axis=1, keepdims=True) + 1e-12
        slope = (sure - good / total) * share[:, None]
        value = -(share * np.log(total[:, 0])).sum()
        value += 0.5 * settings.penalty * (weights**2).sum()
        gradient = across @ slope + settings.penalty * weights
        return value, np.concatenate([gradient.ravel(), slope.sum(axis=0)])

    found: Any = minimize(
        loss,
        np.zeros(cut + len(KINDS)),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": settings.rounds, "maxcor": 20},
    )
    return found.x[:cut].reshape(shape), found.x[cut:]


def _table(turns: Sequence[Turn], names: Sequence[str]) -> csr_matrix:
    place = {name: n for n, name in enumerate(names)}
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for turn in turns:
        found = [place[name] for name in names_of(turn) if name in place]
        columns += found
        values += [UNIT / np.sqrt(max(1, len(found)))] * len(found)
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(turns), len(names)))


def _softmax(scores: Floats) -> Floats:
    parts: Floats = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(parts / parts.sum(axis=1, keepdims=True))


def read_all(model: Model, turns: Sequence[Turn]) -> Floats:
    """The probabilities the product itself would give, one row a turn."""
    return np.array([model.probabilities(names_of(turn)) for turn in turns])
