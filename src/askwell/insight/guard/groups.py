"""Whether rows, however they are combined, speak of a group that is too small."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from askwell.insight.guard.elimination import Whole, eliminated

ROWS_AT_ONCE = 2
MOST_CLASSES = 60
"""More kinds of columns than this are not tried out in pairs."""


@dataclass(frozen=True, slots=True)
class Found:
    """A combination that speaks of too few, or `vector` None: it may well be there."""

    vector: Whole | None = None


def smallest(left: Whole, weights: Whole, fewest: int, prime: int) -> Found | None:
    """None if every combination of the rows speaks of at least so many people.

    The last column of `left` is carried along and weighs nothing. Rows that share no
    people can be looked at apart: a combination of both only adds to the group.
    """
    turned, pivots = eliminated(left, range(len(weights)), prime)
    for rows in _blocks(turned[: len(pivots), :-1]):
        if found := _in_block(turned[rows], weights, fewest, prime):
            return found
    return None


def _blocks(rows: Whole) -> Iterator[list[int]]:
    """Rows joined by having people in common."""
    speaks, waiting = rows != 0, set(range(len(rows)))
    while waiting:
        block = [waiting.pop()]
        reached = speaks[block[0]].copy()
        while near := [row for row in waiting if (speaks[row] & reached).any()]:
            block += near
            waiting -= set(near)
            reached |= speaks[near].any(axis=0)
        yield sorted(block)


def _in_block(block: Whole, weights: Whole, fewest: int, prime: int) -> Found | None:
    if found := _light_row(block, weights, fewest):
        return found
    match len(block):
        case 1:
            return None
        case 2 | 3:
            if (known := _all_tried(block, weights, fewest, prime)) is not None:
                return known[0]
    return _by_disjoint_bases(block, weights, fewest, prime)


def _light_row(block: Whole, weights: Whole, fewest: int) -> Found | None:
    light = np.flatnonzero((block[:, :-1] != 0) @ weights < fewest)
    return Found(block[light[0]]) if len(light) else None


def _by_disjoint_bases(
    block: Whole, weights: Whole, fewest: int, prime: int
) -> Found | None:
    """Enough bases without a person in common prove that no group is too small.

    Solved for a basis of columns, each row and each two rows are weighed. What takes
    more rows speaks of as many people in each of the bases. A column may serve as
    often as it has people. Where bases are too few to prove it, it is refused.
    """
    unused, bases = weights.copy(), list[Whole]()
    while len(bases) * ROWS_AT_ONCE < fewest:
        order = np.argsort(-unused, kind="stable")
        columns = [int(each) for each in order if unused[each] > 0]
        turned, pivots = eliminated(block, columns, prime)
        if len(pivots) < len(block):
            break
        if found := _light_row(turned, weights, fewest):
            return found
        unused[pivots] -= 1
        bases.append(turned)
    if len(bases) * ROWS_AT_ONCE >= fewest:
        return None
    if len(bases) * (ROWS_AT_ONCE + 1) < fewest:
        return Found()
    found_in = (_light_pair(each, weights, fewest, prime) for each in bases)
    return next(filter(None, found_in), None)


def _light_pair(rows: Whole, weights: Whole, fewest: int, prime: int) -> Found | None:
    """The lightest mixture of two rows; most have too little in common to be light."""
    speaks = (rows[:, :-1] != 0).astype(np.int64)
    both = (speaks * weights) @ speaks.T
    alone = np.diag(both)
    near = np.triu(alone[:, None] + alone - 2 * both < fewest, 1)
    for one, other in np.argwhere(near):
        tried = _all_tried(rows[[one, other]], weights, fewest, prime)
        if tried is None:
            return Found()
        if tried[0]:
            return tried[0]
    return None


def _all_tried(
    block: Whole, weights: Whole, fewest: int, prime: int
) -> tuple[Found | None] | None:
    """The lightest combination of two or three rows; None where that takes too long.

    The lightest leaves out as many people as it can: it is nought in one column of
    two rows, or in two columns of three that are not alike.
    """
    columns = block[:, :-1]
    speaks = np.flatnonzero(columns.any(axis=0))
    if len(speaks) > MOST_CLASSES:
        return None
    for chosen in combinations(speaks, len(block) - 1):
        mixed = _nought_in(columns[:, chosen], prime)
        if mixed.any():
            vector = _mixed(mixed, block, prime)
            if (vector[:-1] != 0) @ weights < fewest:
                return (Found(vector),)
    return (None,)


def _nought_in(columns: Whole, prime: int) -> Whole:
    """The mixture of two or three rows that is nought in one or two columns."""
    match columns.tolist():
        case [[one], [other]]:
            mixed = [other, -one]
        case [[a, d], [b, e], [c, f]]:
            mixed = [b * f - c * e, c * d - a * f, a * e - b * d]
    return np.array([each % prime for each in mixed], np.int64)


def _mixed(mixed: Whole, block: Whole, prime: int) -> Whole:
    summed: Whole = np.sum(mixed[:, None] * block % prime, axis=0) % prime
    return summed
