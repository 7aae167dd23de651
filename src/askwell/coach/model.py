"""The linear model: whole-number weights of features, and probabilities from them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import exp, sqrt
from typing import Any, Final

from askwell.coach.language import FOLDER
from askwell.coach.reading import TurnKind

KINDS: Final = tuple(TurnKind)


@dataclass(frozen=True, slots=True)
class Model:
    """Softmax regression over the seven kinds.

    A kind's score is `bias + step * total / sqrt(found)`, where `total` is the sum of
    the weights of the features found, all whole numbers, and `found` their count: so
    a long turn is no surer than a short one, and every machine adds up alike.
    """

    bias: tuple[float, ...]
    step: float
    weights: Mapping[str, tuple[int, ...]]
    """Per feature one whole number for each kind, in the order of `TurnKind`."""
    leanings: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    """What each role mostly does, added to the bias: a presenter mostly tells."""

    def probabilities(
        self, names: Iterable[str], role: str | None = None
    ) -> list[float]:
        """Calibrated, in the order of `TurnKind`, adding up to 1."""
        bias = self._bias_of(role)
        get = self.weights.get
        rows = [row for row in map(get, names) if row is not None]
        if not rows:
            return _softmax(bias)
        unit = self.step / sqrt(len(rows))
        totals = map(sum, zip(*rows, strict=True))
        return _softmax([b + unit * t for b, t in zip(bias, totals, strict=True)])

    def _bias_of(self, role: str | None) -> Sequence[float]:
        leaning = self.leanings.get(role or "")
        if leaning is None:
            return self.bias
        return [b + more for b, more in zip(self.bias, leaning, strict=True)]


def _softmax(scores: Sequence[float]) -> list[float]:
    highest = max(scores)
    parts = [exp(score - highest) for score in scores]
    total = sum(parts)
    return [part / total for part in parts]


@cache
def model(language: str = "en") -> Model:
    """The model that ships for a language."""
    return made_from(json.loads((FOLDER / language / "model.json").read_text("utf-8")))


def made_from(data: Mapping[str, Any]) -> Model:
    """From the file: names one a line, and all weights in one list."""
    names = data["features"].split("\n")
    flat = data["weights"]
    width = len(KINDS)
    rows = zip(*(flat[k::width] for k in range(width)), strict=True)
    return Model(
        bias=tuple(data["bias"]),
        step=data["step"],
        weights=dict(zip(names, rows, strict=True)),
        leanings={role: tuple(more) for role, more in data["leanings"].items()},
    )
