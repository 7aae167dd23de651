"""Reads what was pasted or uploaded, whatever it is."""

import csv
from typing import Final

from askwell.web.enrolments.reading import separated, workbooks
from askwell.web.enrolments.reading.table import Table, shaped
from askwell.web.enrolments.reading.unreadable import Unreadable, Why
from askwell.web.programmes import addresses

MOST_MEGABYTES: Final = 2
MOST_BYTES: Final = MOST_MEGABYTES * 2**20
ZIPPED, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read_file(data: bytes) -> Table:
    """A workbook or a table as text; what it is called does not matter."""
    if len(data) > MOST_BYTES:
        raise Unreadable(Why.TOO_LARGE, most=MOST_MEGABYTES)
    if data.startswith(OLD):
        raise Unreadable(Why.LOCKED_OR_OLD)
    if data.startswith(ZIPPED):
        return workbooks.read(data)
    return read_text(separated.decoded(data))


def read_text(text: str) -> Table:
    """A table with its separators, or addresses as they stand in a mail."""
    if len(text) > MOST_BYTES:
        raise Unreadable(Why.TOO_LARGE, most=MOST_MEGABYTES)
    if not text.strip():
        raise Unreadable(Why.EMPTY)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if separated.is_table(text):
        return shaped(separated.rows(text))
    return _addressees(text)


def _addressees(text: str) -> Table:
    """Names and addresses out of running text; what is not understood stays a row."""
    try:
        reading = addresses.read(text)
    except csv.Error as fault:
        raise Unreadable(Why.NO_TABLE) from fault
    if not reading.found and "@" not in text:
        raise Unreadable(Why.NO_TABLE)
    found = [(each.name, each.email) for each in reading.found]
    unclear = [("", each.typed) for each in reading.faults]
    rows = [("Name", "E-mail"), *found, *unclear]
    return shaped(enumerate(rows))
