"""Reads CSV files row by row, and says exactly where one is not as expected."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

SHOWN = 40


@dataclass(slots=True)
class Unfit(Exception):
    """What was expected, and where; line 0 and no column where it is the whole file."""

    path: Path
    expected: str
    line: int = 0
    column: str = ""

    def __str__(self) -> str:
        where = [str(self.path)]
        if self.line:
            where.append(f"line {self.line}")
        if self.column:
            where.append(f"column {self.column}")
        return f"{', '.join(where)}: expected {self.expected}"


class Wrong(ValueError):
    """What was expected of a value; where it stands is known to whoever asked."""


class Table:
    """The wanted columns of one CSV file; `rows` may be gone through once."""

    def __init__(self, path: Path, columns: Sequence[str]) -> None:
        self.path = path
        self.columns = tuple(columns)
        self.line = 0
        # Strict, so that a quotation mark left open is a fault and not a long field.
        self._reader = csv.reader(io.StringIO(text_of(path), newline=""), strict=True)
        self._header = self._read_header()

    def rows(self) -> Iterator[tuple[str, ...]]:
        """The values of each row, in the order of `columns`; blank lines are none."""
        places = [self._header.index(name) for name in self.columns]
        width = len(self._header)
        while (row := self._next()) is not None:
            if not row:
                continue
            if len(row) != width:
                raise self.unfit(f"{width} values, as in the header, not {len(row)}")
            yield tuple([row[place] for place in places])

    def unfit(self, expected: str, column: str = "") -> Unfit:
        """What to raise about the row that was read last."""
        return Unfit(self.path, expected, self.line, column)

    def wrong(self, values: Sequence[str], *readers: Callable[[str], object]) -> Unfit:
        """What to raise when one of these readers refused its value of this row."""
        for column, value, reader in zip(self.columns, values, readers, strict=True):
            try:
                reader(value)
            except Wrong as problem:
                return self.unfit(f"{problem}, not {shown(value)}", column)
        raise AssertionError("every reader took its value")

    def _read_header(self) -> list[str]:
        header = self._next()
        if not header:
            self.line = 1
            raise self.unfit(f"a header with {', '.join(self.columns)}")
        for name in self.columns:
            if header.count(name) != 1:
                how = "only one column" if name in header else "a column"
                raise self.unfit(f"{how} {name} in the header", name)
        return header

    def _next(self) -> list[str] | None:
        before = self._reader.line_num
        try:
            row = next(self._reader, None)
        except csv.Error as problem:
            self.line = before + 1
            raise self.unfit(f"a row of comma-separated values ({problem})") from None
        self.line = before + 1
        return row


def text_of(path: Path) -> str:
    """A file's text; a mark at its beginning is left out."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise Unfit(path, "this file, which is not there") from None
    except OSError as problem:
        raise Unfit(path, f"a file that can be read ({problem.strerror})") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        expected = f"text in UTF-8, not the byte {raw[problem.start]:#04x}"
        raise Unfit(path, expected, line) from None


def shown(value: object) -> str:
    """A value as it is named in a complaint."""
    text = str(value)
    if text == "":
        return "nothing"
    return repr(text if len(text) <= SHOWN else text[: SHOWN - 3] + "...")


def refuse(expected: str) -> NoReturn:
    """Refuse a value."""
    raise Wrong(expected)
