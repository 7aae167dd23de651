"""A table as it was found: headings, rows, and what was left aside."""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from askwell.web.enrolments.reading.columns import meaning_of
from askwell.web.enrolments.reading.unreadable import Unreadable, Why

MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 60
MOST_LETTERS: Final = 2_000
MOST_TEXT: Final = 6_000_000
# Titles, dates and empty rows above the headings of a table made to be printed.
HEADINGS_WITHIN: Final = 30
# Half the languages of the world need these two to be written at all.
JOINERS: Final = "\u200c\u200d"

# What makes a spreadsheet work a cell out instead of showing it.
BEGIN_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")

Raw = tuple[int, Sequence[str]]


@dataclass(frozen=True)
class Line:
    """One row, with the number it has in the file."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Every row has as many cells as there are headings."""

    headings: tuple[str, ...]
    lines: tuple[Line, ...]
    sheet: str = ""
    set_aside: tuple[str, ...] = ()

    def column(self, number: int) -> Iterator[str]:
        """What stands in a column, without empty cells."""
        return (line.cells[number] for line in self.lines if line.cells[number])

    def samples(self, number: int, most: int = 3) -> list[str]:
        """The first few different values of a column."""
        seen: dict[str, None] = {}
        for cell in self.column(number):
            seen[cell] = None
            if len(seen) == most:
                break
        return list(seen)


def clean(cell: str) -> str:
    """Without signs nobody sees, and with single spaces.

    The sign that our own lists put before what looks like a formula goes again.
    """
    if not cell.isprintable():
        cell = "".join(_seen(sign) for sign in cell)
    if cell.startswith("'") and cell[1:].lstrip().startswith(BEGIN_FORMULAS):
        cell = cell[1:]
    return " ".join(cell.split())


def _seen(sign: str) -> str:
    if sign in "\t\r\n\x0b\x0c":
        return " "
    unseen = unicodedata.category(sign) in ("Cc", "Cf", "Cs")
    return "" if unseen and sign not in JOINERS else sign


def shaped(
    raw: Iterable[Raw], *, sheet: str = "", set_aside: Sequence[str] = ()
) -> Table:
    """The table in the rows: below its headings, without empty rows and columns."""
    rows = list(_bounded(raw))
    if not rows:
        raise Unreadable(Why.EMPTY)
    start = _first_of_people(rows)
    heading = _heading_above(rows, start)
    below = rows[start:] if heading is None else rows[heading + 1 :]
    wide = max(len(cells) for _number, cells in rows)
    titles = _padded(rows[heading][1], wide) if heading is not None else ("",) * wide
    kept = [
        place
        for place in range(wide)
        if titles[place] or any(place < len(c) and c[place] for _n, c in below)
    ]
    lines = tuple(
        Line(number, tuple(_padded(cells, wide)[place] for place in kept))
        for number, cells in below
    )
    if not lines:
        raise Unreadable(Why.NO_TABLE)
    return Table(tuple(titles[place] for place in kept), lines, sheet, tuple(set_aside))


def _bounded(raw: Iterable[Raw]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Rows with something in them, refused where they are too many or too much."""
    found = text = 0
    for number, cells in raw:
        cleaned = _trimmed([clean(cell) for cell in cells])
        if not cleaned:
            continue
        found, text = found + 1, text + sum(map(len, cleaned))
        _refuse_excess(number, cleaned, found, text)
        yield number, cleaned


def _refuse_excess(number: int, cells: tuple[str, ...], found: int, text: int) -> None:
    if found > MOST_ROWS + HEADINGS_WITHIN:
        raise Unreadable(Why.TOO_MANY_ROWS, most=MOST_ROWS)
    if len(cells) > MOST_COLUMNS:
        raise Unreadable(Why.TOO_MANY_COLUMNS, row=number, most=MOST_COLUMNS)
    if text > MOST_TEXT:
        raise Unreadable(Why.TOO_MUCH_TEXT)
    for place, cell in enumerate(cells):
        if len(cell) > MOST_LETTERS:
            column = letters(place)
            raise Unreadable(
                Why.CELL_TOO_LONG, row=number, column=column, most=MOST_LETTERS
            )


def _trimmed(cells: list[str]) -> tuple[str, ...]:
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _first_of_people(rows: list[tuple[int, tuple[str, ...]]]) -> int:
    """The first row with an address in it; else the one below the headings."""
    for place, (_number, cells) in enumerate(rows[: HEADINGS_WITHIN + 1]):
        if any("@" in cell for cell in cells):
            return place
    return min(1, len(rows) - 1)


def _heading_above(rows: list[tuple[int, tuple[str, ...]]], start: int) -> int | None:
    """What looks most like headings; none where the very first row has an address.

    The first of equals: rows between headings and addresses are people as well.
    """
    if start == 0:
        return None
    return max(range(start), key=lambda place: (_known(rows[place][1]), -place))


def _known(cells: tuple[str, ...]) -> tuple[int, int]:
    """How many cells are headings we know, and how many are filled."""
    known = sum(1 for cell in cells if cell and meaning_of(cell))
    return known, sum(map(bool, cells))


def _padded(cells: tuple[str, ...], wide: int) -> tuple[str, ...]:
    return cells + ("",) * (wide - len(cells))


def letters(place: int) -> str:
    """How spreadsheets call a column: A to Z, then AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


# --- as text, to be sealed


def written(table: Table) -> str:
    lines = [[line.number, *line.cells] for line in table.lines]
    return json.dumps(
        {
            "headings": table.headings,
            "lines": lines,
            "sheet": table.sheet,
            "set_aside": table.set_aside,
        },
        ensure_ascii=False,
    )


def opened(text: str) -> Table:
    known = json.loads(text)
    return Table(
        headings=tuple(known["headings"]),
        lines=tuple(Line(number, tuple(cells)) for number, *cells in known["lines"]),
        sheet=known["sheet"],
        set_aside=tuple(known["set_aside"]),
    )
