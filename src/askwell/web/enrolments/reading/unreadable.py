"""Why a file could not be read at all, in words that say what to do."""

from enum import Enum, auto
from typing import Any

from django.utils.translation import gettext_lazy as _


class Why(Enum):
    """What stood in the way."""

    EMPTY = auto()
    TOO_LARGE = auto()
    UNPACKS_TOO_LARGE = auto()
    TOO_MANY_ROWS = auto()
    TOO_MANY_COLUMNS = auto()
    CELL_TOO_LONG = auto()
    TOO_MUCH_TEXT = auto()
    NO_TABLE = auto()
    BROKEN = auto()
    LOCKED_OR_OLD = auto()
    OTHER_FILES = auto()
    UNSAFE = auto()


SENTENCES = {
    Why.EMPTY: _(
        "There is nothing in it yet. Paste the table, or choose a file of at most 2 MB."
    ),
    Why.TOO_LARGE: _(
        "That is more than %(most)s MB. Leave out columns that are not needed, or "
        "bring the list in two parts."
    ),
    Why.UNPACKS_TOO_LARGE: _(
        "Unpacked, this workbook is far larger than any list of people. Save the sheet "
        "with the people as CSV, and bring that."
    ),
    Why.TOO_MANY_ROWS: _(
        "There are more than %(most)s rows. Bring the list in several parts."
    ),
    Why.TOO_MANY_COLUMNS: _(
        "Row %(row)s has more than %(most)s columns. Leave out those that are not "
        "needed."
    ),
    Why.CELL_TOO_LONG: _(
        "Row %(row)s, column %(column)s holds more than %(most)s letters. Leave that "
        "column out, or shorten it."
    ),
    Why.TOO_MUCH_TEXT: _(
        "There is more text in it than in any list of people. Leave out columns that "
        "are not needed."
    ),
    Why.NO_TABLE: _(
        "No list of people was found in it. One row for each person, with an e-mail "
        "address in each, is what is looked for."
    ),
    Why.BROKEN: _(
        "This file could not be read as a workbook. Open it where it comes from, save "
        "it as XLSX or CSV, and bring that."
    ),
    Why.LOCKED_OR_OLD: _(
        "This workbook has a password, or is of the old kind that ends in .xls. Save "
        "it as XLSX without a password, or as CSV."
    ),
    Why.OTHER_FILES: _(
        "This workbook takes values from other files, which are not looked at. Save "
        "the sheet with the people as CSV, and bring that."
    ),
    Why.UNSAFE: _(
        "This workbook holds parts that no spreadsheet needs. Save the sheet with the "
        "people as CSV, and bring that."
    ),
}


class Unreadable(Exception):
    """Nothing was kept."""

    def __init__(self, why: Why, **details: Any) -> None:
        super().__init__(why.name)
        self.why = why
        self.details = details

    def in_words(self) -> str:
        """What is wrong and what to do, in the reader's language."""
        return str(SENTENCES[self.why] % self.details)
