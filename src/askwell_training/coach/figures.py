"""Figures of merit, the same for training and for the benchmark."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def macro_f1(right: Ints, read: Ints, kinds: int = 7) -> float:
    """The mean over the kinds of 2 TP / (2 TP + FP + FN)."""
    return float(np.mean([f1(right == kind, read == kind) for kind in range(kinds)]))


def f1(right: Sequence[bool] | NDArray[np.bool_], read: NDArray[np.bool_]) -> float:
    right = np.asarray(right)
    hits = int(np.sum(right & read))
    total = int(np.sum(right) + np.sum(read))
    return 2 * hits / total if total else 0.0


def calibration_error(right: Ints, sure: Floats, bins: int = 10) -> float:
    """Expected calibration error: |accuracy - confidence| over ten equal bins.

    Guo et al. 2017, "On Calibration of Modern Neural Networks", section 2.
    """
    confidence = sure.max(axis=1)
    hit = sure.argmax(axis=1) == right
    error = 0.0
    for n in range(bins):
        inside = (confidence > n / bins) & (confidence <= (n + 1) / bins)
        if inside.any():
            gap = abs(hit[inside].mean() - confidence[inside].mean())
            error += inside.mean() * gap
    return float(error)


def kappa(first: Sequence[int], second: Sequence[int]) -> float:
    """Cohen's kappa (1960): agreement beyond chance of two annotators."""
    one, two = np.asarray(first), np.asarray(second)
    kinds = range(int(max(one.max(), two.max())) + 1)
    agreed = float((one == two).mean())
    chance = float(sum((one == kind).mean() * (two == kind).mean() for kind in kinds))
    return (agreed - chance) / (1 - chance)
