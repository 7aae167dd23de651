"""Gives texts directions: close directions are alike texts. Local, small, no model.

Words, word pairs and runs of four letters are weighed by how rare they are (TF-IDF);
a truncated singular value decomposition keeps the directions in which the texts
differ most (Deerwester et al. 1990), found by randomised power iteration (Halko,
Martinsson, Tropp 2011). The words are kept sparse: 20,000 texts need no table of all
texts by all words.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

# How much a pair of words, and a run of letters, count beside a word.
PAIR, RUN = 0.5, 0.3
LETTERS = 4
# Rare words tell what a challenge is about; common ones are how people begin.
RARITY = 1.5
# Words that only one text has bring no texts together, and are many.
ENOUGH_TEXTS = 200
FEWEST, MOST_DIMENSIONS = 8, 48
OVERSAMPLED, ROUNDS = 8, 4
ROWS_AT_ONCE = 500
NOTHING = 1e-9

STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
    a about above after again against all am an and any are as at be because been
    before being below between both but by can cannot could did do does doing down
    during each few for from further had has have having he her here hers him his
    how i if in into is it its itself me more most my myself no nor not now of off
    on once only or other our ours out over own same she should so some such than
    that the their them then there these they this those through to too under until
    up us very was we were what when where which while who whom why will with would
    you your
    """,
    )
)
ENDINGS = (
    *("ingly", "edly", "ings", "ing", "ies", "ied", "ers"),
    *("est", "ed", "er", "es", "ly", "s"),
)
SHORTEST_STEM = 3


def directions(
    texts: Sequence[str], *, dimensions: int | None = None, seed: int = 1
) -> list[tuple[float, ...]]:
    """A unit vector for each text, in their order; () for a text without words.

    Without `dimensions` there are as many as suit the number of texts: with too many,
    few texts would all be unlike. A text like no other gets a direction of its own.
    The same texts and seed give the same directions; directions of different calls
    cannot be compared.
    """
    dimensions = dimensions or min(MOST_DIMENSIONS, max(FEWEST, len(texts) // 3))
    counted = _counted(texts)
    found = _decomposed(_weighed(counted), dimensions, seed)
    return [
        _direction(text, along, seed) if features.size else ()
        for text, features, along in zip(texts, counted.features, found, strict=True)
    ]


def _direction(text: str, along: Matrix, seed: int) -> tuple[float, ...]:
    length = float(np.linalg.norm(along))
    if length < NOTHING:
        own = np.random.default_rng([seed, crc32(text.encode())])
        along = own.standard_normal(len(along))
        length = float(np.linalg.norm(along))
    return tuple((along / length).tolist())


@dataclass(frozen=True, slots=True)
class _Counted:
    """For each text the features it has, as numbers, and how often it has them."""

    features: list[NDArray[np.int64]]
    often: list[Matrix]
    known: int


def _counted(texts: Sequence[str]) -> _Counted:
    numbers: dict[str, int] = {}
    features, often = [], []
    for text in texts:
        found = _features(text)
        features.append(
            np.array([numbers.setdefault(each, len(numbers)) for each in found], int)
        )
        often.append(np.array(list(found.values()), float))
    return _Counted(features, often, len(numbers))


def _features(text: str) -> Mapping[str, float]:
    """The words of a text, their pairs and their letters, and how often."""
    words = [
        _stem(word)
        for word in re.findall(r"\w+", text.casefold())
        if word not in STOP_WORDS
    ]
    features: dict[str, float] = defaultdict(float)
    for word in words:
        features[word] += 1
        edged = f"<{word}>"
        for start in range(len(edged) - LETTERS + 1):
            features[f"~{edged[start : start + LETTERS]}"] += RUN
    for pair in pairwise(words):
        features[" ".join(pair)] += PAIR
    return features


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


@dataclass(frozen=True, slots=True)
class _Sparse:
    """Rows of few numbers: those of row i lie between starts[i] and starts[i + 1]."""

    starts: NDArray[np.int64]
    columns: NDArray[np.int64]
    values: Matrix
    width: int

    def times(self, other: Matrix) -> Matrix:
        """This matrix times another, some rows at a time to spare memory."""
        height = len(self.starts) - 1
        product = np.zeros((height, other.shape[1]))
        for first in range(0, height, ROWS_AT_ONCE):
            last = min(first + ROWS_AT_ONCE, height)
            low, high = self.starts[first], self.starts[last]
            if low == high:
                continue
            rows = np.repeat(
                np.arange(first, last), np.diff(self.starts[first : last + 1])
            )
            filled, begins = np.unique(rows, return_index=True)
            terms = self.values[low:high, None] * other[self.columns[low:high]]
            product[filled] = np.add.reduceat(terms, begins)
        return product

    def turned(self) -> "_Sparse":
        """Columns as rows."""
        height = len(self.starts) - 1
        rows = np.repeat(np.arange(height), np.diff(self.starts))
        order = np.argsort(self.columns, kind="stable")
        counts = np.bincount(self.columns, minlength=self.width)
        starts = np.concatenate(([0], np.cumsum(counts)))
        return _Sparse(starts, rows[order], self.values[order], height)


def _weighed(counted: _Counted) -> _Sparse:
    """Texts by features, rare ones weighing more, each text of length 1."""
    height = len(counted.features)
    found_in = np.zeros(counted.known, int)
    for features in counted.features:
        found_in[features] += 1
    kept = found_in >= (1 if height < ENOUGH_TEXTS else 2)
    column = np.cumsum(kept) - 1
    rarity = (np.log((1 + height) / (1 + found_in)) + NOTHING) ** RARITY
    starts, columns, values = [0], [np.zeros(0, int)], [np.zeros(0)]
    for features, often in zip(counted.features, counted.often, strict=True):
        shared = kept[features]
        weights = (often * rarity[features])[shared]
        columns.append(column[features[shared]])
        values.append(weights / (np.linalg.norm(weights) or 1.0))
        starts.append(starts[-1] + len(weights))
    return _Sparse(
        np.array(starts),
        np.concatenate(columns),
        np.concatenate(values),
        int(kept.sum()),
    )


def _decomposed(table: _Sparse, dimensions: int, seed: int) -> Matrix:
    """Each row in the `dimensions` directions in which the rows differ most."""
    height = len(table.starts) - 1
    width = min(dimensions + OVERSAMPLED, table.width, height)
    if not width:
        return np.zeros((height, dimensions))
    turned = table.turned()
    start = np.random.default_rng(seed).standard_normal((table.width, width))
    basis = np.linalg.qr(table.times(start)).Q
    for _ in range(ROUNDS):
        basis = np.linalg.qr(turned.times(basis)).Q
        basis = np.linalg.qr(table.times(basis)).Q
    small = turned.times(basis)
    right = np.linalg.svd(small.T, full_matrices=False).Vh[:dimensions]
    found = np.zeros((height, dimensions))
    found[:, : len(right)] = table.times(right.T)
    return found
