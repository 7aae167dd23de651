"""Finds, for everybody, people with alike challenges who have time together.

Random trees (Dasgupta and Freund, Random projection trees, STOC 2008) split people
into leaves; within a leaf everybody is compared with everybody. So time and memory
grow with the number of people, not with its square.
"""

from collections.abc import Iterator

import numpy as np

from askwell.composer.tables import WORD, Arrays, Floats, Ints

LEAF = 192
TREES = 4
KEPT = 10
# Into how few figures free time is condensed, and from how many people that is learnt.
AXES = 4
LEARNT_FROM = 4000


def near_people(arrays: Arrays, *, seed: int) -> Ints:
    """For everybody, `TREES * KEPT` people to sit with; some may be named twice."""
    chance = np.random.default_rng(seed)
    features = features_of(arrays)
    found = [_from_tree(arrays, features, chance) for _ in range(TREES)]
    return np.concatenate(found, axis=1)


def features_of(arrays: Arrays) -> Floats:
    """Challenge and free time side by side, of like weight."""
    free = condensed(arrays)
    sign = -1.0 if arrays.unlike else 1.0
    return np.column_stack([arrays.directions * sign, free])


def condensed(arrays: Arrays) -> Floats:
    """Free time as its principal components, scaled to a mean length of 1."""
    step = max(1, len(arrays.free) // LEARNT_FROM)
    sample = _bits(arrays.free[::step])
    middle = sample.mean(axis=0)
    _, axes = np.linalg.eigh((sample - middle).T @ (sample - middle))
    axes = axes[:, -AXES:]
    parts = np.array_split(arrays.free, max(1, len(arrays.free) // LEARNT_FROM))
    found = np.concatenate([(_bits(part) - middle) @ axes for part in parts])
    return found / max(1e-9, float(np.sqrt((found * found).sum(axis=1)).mean()))


def _bits(free: Ints) -> Floats:
    shifts = np.arange(WORD)
    bits = (free[:, :, None] >> shifts) & 1
    return bits.reshape(len(free), -1).astype(np.float64)


def leaves(features: Floats, chance: np.random.Generator, leaf: int) -> Iterator[Ints]:
    """Everybody once, in groups of at most `leaf` who are near each other."""
    waiting = [np.arange(len(features))]
    while waiting:
        group = waiting.pop()
        if len(group) <= leaf:
            yield group
            continue
        left, right = features[chance.choice(group, 2)]
        along = features[group] @ (left - right)
        order = np.argsort(along, kind="stable")
        half = len(group) // 2
        waiting += [group[order[:half]], group[order[half:]]]


def _from_tree(arrays: Arrays, features: Floats, chance: np.random.Generator) -> Ints:
    found = np.zeros((len(features), KEPT), dtype=np.int64)
    for group in leaves(features, chance, LEAF):
        found[group] = _best_of(arrays, group)
    return found


def _best_of(arrays: Arrays, group: Ints) -> Ints:
    directions, free = arrays.directions[group], arrays.free[group]
    alike = directions @ directions.T
    if arrays.unlike:
        alike = -alike
    shared = np.bitwise_count(free[:, None, :] & free[None, :, :]).sum(axis=2)
    alike[shared < arrays.min_common] -= 4.0
    np.fill_diagonal(alike, -9.0)
    kept = min(KEPT, len(group) - 1)
    best = np.argpartition(-alike, kept - 1, axis=1)[:, :kept]
    return group[
        np.resize(best, (len(group), KEPT))
        if kept == KEPT
        else np.take(best, np.arange(KEPT) % kept, axis=1)
    ]
