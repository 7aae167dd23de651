"""Decisions about the addresses of feedback."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
