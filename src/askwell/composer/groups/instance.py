"""An instance of maximally diverse grouping, and how its file is read."""

import gzip
import math
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from askwell.composer.files.rows import Unfit, shown
from askwell.composer.tables import Floats, Ints

# Equal sizes, or a lower and an upper bound for each group.
KINDS = ("ss", "ds")
COLUMNS = ("i", "j", "distance")
PACKED = b"\x1f\x8b"
# A file may unpack to so many bytes: some 20,000 elements.
LARGEST = 4 << 30
MOST = 20_000


@dataclass(frozen=True, slots=True)
class Instance:
    """Elements 0 to n - 1, how far each two are apart, and how large groups may be."""

    distances: Floats  # (n, n), symmetric, 0 on the diagonal
    lower: tuple[int, ...]
    upper: tuple[int, ...]


def value(instance: Instance, groups: Iterable[Sequence[int]]) -> float:
    """The sum of the distances of all pairs in one group, each pair once."""
    blocks = (instance.distances[np.ix_(group, group)] for group in map(list, groups))
    return math.fsum(float(block.sum()) for block in blocks) / 2.0


def read(path: Path) -> Instance:
    """`n groups ss|ds lower upper ...`, then `i j distance` for each pair i < j.

    Plain or packed with gzip. Unfit, saying where and what, when it is not so.
    """
    lines = _text(path).splitlines()
    n, lower, upper = _header(path, lines[0] if lines else "")
    first, second, apart = _pairs(path, lines, n)
    distances = np.zeros((n, n))
    distances[first, second] = apart
    distances[second, first] = apart
    return Instance(distances, lower, upper)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            packed = file.read(2) == PACKED
        with gzip.open(path) if packed else path.open("rb") as file:
            return file.read(LARGEST).decode("ascii")
    except FileNotFoundError:
        raise Unfit(path, "this file, which is not there") from None
    except UnicodeDecodeError:
        raise Unfit(path, "plain text with numbers alone") from None
    except (OSError, EOFError, zlib.error) as problem:
        raise Unfit(path, f"a file that can be read ({problem})") from None


def _header(path: Path, line: str) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    words = line.split()
    kinds = {"elements": 0, "groups": 1}
    numbers = {name: _whole(words, at) for name, at in kinds.items()}
    for name, number in numbers.items():
        if number is None or not 1 <= number <= MOST:
            raise Unfit(path, f"the number of {name} first", 1, name)
    n, groups = numbers["elements"] or 0, numbers["groups"] or 0
    if not words[2:] or words[2] not in KINDS:
        raise Unfit(path, "ss or ds as the third word", 1, "kind")
    bounds = [_whole(words, at) for at in range(3, len(words))]
    if len(bounds) != 2 * groups or None in bounds:
        expected = f"{2 * groups} bounds, a lower and an upper one for each group"
        raise Unfit(path, f"{expected}, not {len(bounds)}", 1, "bounds")
    lower = tuple(bound or 0 for bound in bounds[0::2])
    upper = tuple(bound or 0 for bound in bounds[1::2])
    if any(low > high for low, high in zip(lower, upper, strict=True)):
        raise Unfit(path, "each lower bound at most its upper one", 1, "bounds")
    if not sum(lower) <= n <= sum(upper):
        raise Unfit(path, f"bounds into which {n} elements fit", 1, "bounds")
    return n, lower, upper


def _whole(words: Sequence[str], at: int) -> int | None:
    word = words[at] if at < len(words) else ""
    return int(word) if word.isascii() and word.isdigit() else None


def _pairs(path: Path, lines: list[str], n: int) -> tuple[Ints, Ints, Floats]:
    """All pairs at once; only when something is not as it should be, line by line."""
    told = [line for line in lines[1:] if line.strip()]
    try:
        numbers = np.array(" ".join(told).split(), dtype=np.float64).reshape(-1, 3)
    except ValueError:
        numbers = np.zeros((0, 3))
    first, second = numbers[:, 0], numbers[:, 1]
    sound = (
        len(numbers) == len(told) == n * (n - 1) // 2
        and bool(np.isfinite(numbers).all())
        and bool((first % 1 == 0).all() and (second % 1 == 0).all())
        and bool(((first >= 0) & (first < second) & (second < n)).all())
        and len(np.unique(first * n + second)) == len(numbers)
    )
    if not sound:
        raise _fault(path, lines, n)
    ends = numbers[:, :2].astype(np.int64)
    return ends[:, 0], ends[:, 1], numbers[:, 2]


def _fault(path: Path, lines: list[str], n: int) -> Unfit:
    told: set[tuple[int, int]] = set()
    for number, line in enumerate(lines[1:], start=2):
        words = line.split()
        if not words:
            continue
        if len(words) != len(COLUMNS):
            return Unfit(path, f"i, j and their distance, not {shown(line)}", number)
        for column, at in (("i", 0), ("j", 1)):
            found = _whole(words, at)
            if found is None or found >= n:
                expected = f"an element from 0 to {n - 1}, not {shown(words[at])}"
                return Unfit(path, expected, number, column)
        if not _is_finite(words[2]):
            expected = f"a number, not {shown(words[2])}"
            return Unfit(path, expected, number, "distance")
        pair = (int(words[0]), int(words[1]))
        if pair[0] >= pair[1]:
            return Unfit(path, f"i below j, not {shown(line)}", number, "j")
        if pair in told:
            return Unfit(path, f"each pair once, not {pair} again", number)
        told.add(pair)
    expected = f"{n * (n - 1) // 2} pairs, not {len(told)}"
    return Unfit(path, expected, len(lines))


def _is_finite(word: str) -> bool:
    try:
        return math.isfinite(float(word))
    except ValueError:
        return False
