"""Reads lists of people as they come: pasted, CSV or XLSX; knows no database."""

from askwell.web.enrolments.reading.fields import Field
from askwell.web.enrolments.reading.reader import read_file, read_text
from askwell.web.enrolments.reading.table import Line, Table
from askwell.web.enrolments.reading.unreadable import Unreadable

__all__ = ["Field", "Line", "Table", "Unreadable", "read_file", "read_text"]
