"""Workbooks: the sheet with the people, without running or fetching anything.

What a cell shows is what was typed into it: a formula is text like any other.
"""

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from askwell.web.enrolments.reading.table import (
    HEADINGS_WITHIN,
    MOST_COLUMNS,
    MOST_ROWS,
    Raw,
    Table,
    shaped,
)
from askwell.web.enrolments.reading.unreadable import Unreadable, Why

MOST_UNPACKED: Final = 40 * 2**20
MOST_PARTS: Final = 500
# Sheets pack well, but not a thousandfold.
MOST_RATIO: Final = 250
WORTH_A_RATIO: Final = 2**20
WRITTEN_AS_XML: Final = (".xml", ".rels", ".vml")
DOCUMENT_TYPES: Final = (b"<!DOCTYPE", b"<!ENTITY")
# What is kept in an encoding other than UTF-8 could hide a document type.
OTHER_ENCODINGS: Final = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
MOST_SHEETS: Final = 40
WRITTEN_OUT: Final = 1e15
LAST_ROW: Final = MOST_ROWS + 2 * HEADINGS_WITHIN


def read(data: bytes) -> Table:
    """The first sheet in sight with an address in it; else the first with anything."""
    _refuse_unsafe(data)
    try:
        return _read(data)
    except Unreadable:
        raise
    # A damaged workbook fails in its reader in more ways than can be listed.
    except Exception as fault:
        raise Unreadable(Why.BROKEN) from fault


def _read(data: bytes) -> Table:
    with warnings.catch_warnings():
        # What the reader leaves aside (pictures, checks of cells) is not for us.
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        try:
            return _people_in(book)
        finally:
            book.close()


def _people_in(book: Any) -> Table:
    sheets = list(book.worksheets)[:MOST_SHEETS]
    seen = [sheet for sheet in sheets if sheet.sheet_state == "visible"]
    chosen, rows = "", []
    for sheet in seen:
        found = list(_rows(sheet))
        if any("@" in cell for _number, cells in found for cell in cells):
            chosen, rows = sheet.title, found
            break
        if found and not rows:
            chosen, rows = sheet.title, found
    aside = [sheet.title for sheet in sheets if sheet.title != chosen]
    return shaped(rows, sheet=chosen, set_aside=aside)


def _rows(sheet: Any) -> Iterator[Raw]:
    """What is typed in each row; one column too many, so that it can be refused."""
    sheet.reset_dimensions()
    found = sheet.iter_rows(max_row=LAST_ROW + 1, max_col=MOST_COLUMNS + 1)
    for number, cells in enumerate(found, start=1):
        written = [as_typed(cell.value) for cell in cells]
        if any(written):
            if number > LAST_ROW:
                raise Unreadable(Why.TOO_MANY_ROWS, most=MOST_ROWS)
            yield number, written


def as_typed(value: object) -> str:
    """A cell in words: days as 2026-03-01, whole numbers without a point."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer() and abs(value) < WRITTEN_OUT:
            return str(int(value))
        case datetime() | date() | time():
            return value.isoformat().removesuffix("T00:00:00")
        case ArrayFormula() | DataTableFormula():
            return str(getattr(value, "text", "") or value.ref)
    return str(value)


# --- before anything is unpacked


def _refuse_unsafe(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            _refuse_parts(packed.infolist())
            for part in packed.infolist():
                if part.filename.lower().endswith(WRITTEN_AS_XML):
                    _refuse_document_types(packed.read(part))
    except Unreadable:
        raise
    # So does a damaged archive, in any of its parts.
    except Exception as fault:
        raise Unreadable(Why.BROKEN) from fault


def _refuse_parts(parts: list[zipfile.ZipInfo]) -> None:
    names = [part.filename.lower() for part in parts]
    if len(names) > MOST_PARTS or len(set(names)) < len(names):
        raise Unreadable(Why.UNSAFE)
    # The size a part gives itself is all that is ever unpacked of it.
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Unreadable(Why.UNPACKS_TOO_LARGE)
    if any(_is_bomb(part) for part in parts):
        raise Unreadable(Why.UNPACKS_TOO_LARGE)
    if any("externallinks/" in name for name in names):
        raise Unreadable(Why.OTHER_FILES)


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    if part.file_size < WORTH_A_RATIO:
        return False
    return part.file_size > MOST_RATIO * max(part.compress_size, 1)


def _refuse_document_types(text: bytes) -> None:
    if text.startswith(OTHER_ENCODINGS) or any(sign in text for sign in DOCUMENT_TYPES):
        raise Unreadable(Why.UNSAFE)
