"""Exact elimination, in the remainders that whole numbers leave by a large prime.

Rows of figures are whole numbers, nearly all of them 0 or 1, so nothing is lost by
rounding. What could be lost is a vector whose determinant the prime happens to
divide. A determinant of up to 22 rows of 0 and 1 is smaller than the first prime
(Hadamard), so it cannot; of up to 36 rows it is smaller than the product of both, so
at least one of them sees all there is. Beyond that a determinant would have to be a
multiple of both, which nobody can bring about by joining or leaving a set. A remainder
that is nought by chance hides a person's coefficient, which only makes a group look
smaller than it is: the guard then refuses too much, never too little.
"""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]

PRIMES = (2**31 - 1, 2**31 - 19)
"""Products of two remainders stay below 2**63."""
SEEN_BY_ONE = 22
"""So many rows need no second prime."""


def primes_for(rows: int) -> tuple[int, ...]:
    return PRIMES[:1] if rows <= SEEN_BY_ONE else PRIMES


def eliminated(
    matrix: Whole, columns: Iterable[int], prime: int
) -> tuple[Whole, list[int]]:
    """The same rows turned so that each of the pivot columns is in one row only.

    The rows of the pivots come first, in their order; those after them are nought in
    all the columns.
    """
    left, pivots = matrix % prime, list[int]()
    for column in columns:
        row = len(pivots)
        if row == len(left):
            break
        found = np.flatnonzero(left[row:, column])
        if len(found):
            _turn(left, row, row + int(found[0]), column, prime)
            pivots.append(column)
    return left, pivots


def _turn(left: Whole, row: int, found: int, column: int, prime: int) -> None:
    left[[row, found]] = left[[found, row]]
    left[row] = left[row] * pow(int(left[row, column]), -1, prime) % prime
    others = np.flatnonzero(left[:, column])
    others = others[others != row]
    factors = left[others, column]
    left[others] = (left[others] - np.outer(factors, left[row]) % prime) % prime
