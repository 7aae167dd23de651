"""Tables as text: any separator, any of the usual encodings."""

import csv
from collections import Counter
from collections.abc import Iterator
from typing import Final

from askwell.web.enrolments.reading.unreadable import Unreadable, Why
from askwell.web.programmes import addresses

SEPARATORS: Final = "\t;,|"
LOOKED_AT: Final = 40


def decoded(data: bytes) -> str:
    """The text of a file; UTF-16 is known by its zeros where it has no mark."""
    head = data[:200]
    if not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        if head[1::2].count(0) > len(head) // 3:
            return data.decode("utf-16-le", "replace")
        if head[0::2].count(0) > len(head) // 3:
            return data.decode("utf-16-be", "replace")
    return addresses.decoded(data)


def is_table(text: str) -> bool:
    """Rows of cells, rather than addresses as they stand in a mail."""
    if "BEGIN:VCARD" in text[:10_000].upper():
        return False
    heading = text.strip().partition("\n")[0]
    separator = separator_of(text)
    if separator == "\t" or (separator and "@" not in heading):
        return True
    # “Ana <ana@x.org>; Ben <ben@x.org>” is a mail's; a row has one address at most.
    return bool(separator) and heading.count("@") <= 1 and "<" not in heading


def separator_of(text: str) -> str:
    """What parts the cells of most rows into the same number; nothing if nothing."""
    lines = text.strip("\r\n").splitlines()[:LOOKED_AT]
    if lines and lines[0].lower().startswith("sep=") and len(lines[0]) == len("sep=;"):
        return lines[0][-1]
    rated = [(_evenness(lines, sign), sign) for sign in SEPARATORS]
    # Of equals the first: a tab is meant, a comma may belong to the words.
    (even, wide), best = max(rated, key=lambda each: each[0])
    return best if even and wide > 1 else ""


def _evenness(lines: list[str], separator: str) -> tuple[int, int]:
    """How many rows have the most usual number of cells, if more than one; and it."""
    try:
        counts = Counter(len(row) for row in _parsed(lines, separator) if row)
    except csv.Error:
        return 0, 0
    several = [(many, cells) for cells, many in counts.items() if cells > 1]
    return max(several, default=(0, 0))


def rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with its number; quoted cells may run over several lines."""
    separator = separator_of(text)
    lines = text.splitlines(keepends=True)
    if lines and lines[0].lower().startswith("sep="):
        lines[0] = "\n"
    try:
        yield from enumerate(_parsed(lines, separator or ","), start=1)
    except csv.Error as fault:
        raise Unreadable(Why.NO_TABLE) from fault


def _parsed(lines: list[str], separator: str) -> Iterator[list[str]]:
    return csv.reader(lines, delimiter=separator, skipinitialspace=True)
